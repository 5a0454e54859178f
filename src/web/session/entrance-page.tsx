import { useEffect, type ReactNode } from 'react'
import styles from './entrance.module.css'

/** One page of the entrance: its title, also the window's, a sentence, and what to do. */
export function EntrancePage({ title, lead, children }: { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Cloudburo`
  }, [title])
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {children}
    </>
  )
}
