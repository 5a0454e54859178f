import type { ReactNode } from 'react'
import styles from './terms-form.module.css'

/** One of the four parts of the terms: a heading, its fields, and the rarer ones behind "More". */
export function Part({ title, children, more, moreLabel }: { title: string; children: ReactNode; more?: ReactNode; moreLabel?: string }) {
  return (
    <fieldset className={styles.part}>
      <legend>{title}</legend>
      {children}
      {more ? (
        <details className={styles.more}>
          <summary>{moreLabel}</summary>
          <div className={styles.moreFields}>{more}</div>
        </details>
      ) : null}
    </fieldset>
  )
}

/** One of several lines of a part, with a hairline between them. */
export function Line({ children }: { children: ReactNode }) {
  return <div className={styles.line}>{children}</div>
}
