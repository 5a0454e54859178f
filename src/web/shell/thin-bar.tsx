import { useIsFetching, useIsMutating } from '@tanstack/react-query'
import styles from './shell.module.css'

/** A thin line at the top while something is on its way for longer than a moment. */
export function ThinBar() {
  const isBusy = useIsFetching() + useIsMutating() > 0
  return <div className={styles.thinBar} data-busy={isBusy || undefined} aria-hidden="true" />
}
