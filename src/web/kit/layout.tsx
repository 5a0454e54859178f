import { useEffect, useId, type ReactNode } from 'react'
import { useTexts } from './texts.tsx'
import styles from './layout.module.css'

/**
 * A page: title, its few actions, one reading column, and facts beside it where there is room.
 * `<Page title={t('money.title')} actions={<LinkButton …/>} aside={<Facts …/>}>`
 */
export function Page({
  title,
  titleBefore,
  lead,
  actions,
  tabs,
  aside,
  isWide = false,
  children,
}: {
  readonly title: string
  /** A small line above the title: where we are, with a link back. */
  readonly titleBefore?: ReactNode
  /** One sentence under the title. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly tabs?: ReactNode
  readonly aside?: ReactNode
  /** For tables and the calendar: the whole width instead of the reading width. */
  readonly isWide?: boolean
  readonly children: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · Cloudburo`
  }, [title])
  return (
    <div className={styles.page} data-wide={isWide || undefined} data-aside={aside ? true : undefined}>
      <header className={styles.head}>
        <div className={styles.titles}>
          {titleBefore ? <p className={styles.before}>{titleBefore}</p> : null}
          <h1 className={styles.title}>{title}</h1>
          {lead ? <p className={styles.lead}>{lead}</p> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {tabs}
      <div className={styles.columns}>
        <div className={styles.main}>{children}</div>
        {aside ? <aside className={styles.aside}>{aside}</aside> : null}
      </div>
    </div>
  )
}

/** A part of a page under a heading, divided by white space and a hairline, never by a box. */
export function Section({
  title,
  actions,
  lead,
  children,
  isTitleHidden = false,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly lead?: ReactNode
  readonly children: ReactNode
  readonly isTitleHidden?: boolean
}) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={isTitleHidden ? 'visually-hidden' : styles.sectionHead}>
        <h2 id={id} className={styles.sectionTitle}>
          {title}
        </h2>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {lead ? <p className={styles.sectionLead}>{lead}</p> : null}
      {children}
    </section>
  )
}

/** Names and values beside each other: the head of a thread, the terms of an agreement. */
export function Facts({ title, facts }: { readonly title?: string; readonly facts: readonly (readonly [name: string, value: ReactNode] | undefined)[] }) {
  return (
    <div>
      {title ? <h2 className={styles.factsTitle}>{title}</h2> : null}
      <dl className={styles.facts}>
        {facts
          .filter((fact) => fact !== undefined)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

/** Nothing here yet: one sentence on what this is for, and the one thing to do. */
export function EmptyState({ text, hint, action }: { readonly text: string; readonly hint?: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyText}>{text}</p>
      {hint ? <p className={styles.emptyHint}>{hint}</p> : null}
      {action ? <div className={styles.emptyAction}>{action}</div> : null}
    </div>
  )
}

/** A word of state. The word says it; the colour only helps. */
export function State({ tone = 'plain', children }: { readonly tone?: 'plain' | 'good' | 'warn' | 'bad' | 'accent'; readonly children: ReactNode }) {
  return (
    <span className={styles.state} data-tone={tone}>
      {children}
    </span>
  )
}

/** Long work: how far it is, as a bar and a word. Without `value` it only says that something runs. */
export function Progress({ label, value }: { readonly label: string; readonly value?: number }) {
  return (
    <label className={styles.progress}>
      <span>{label}</span>
      <progress {...(value === undefined ? {} : { value })} max={1} />
    </label>
  )
}

/** Waiting for a read: nothing for a moment, then one quiet line. Never a grey skeleton. */
export function Waiting() {
  const { t } = useTexts()
  return (
    <p className={styles.waiting} role="status">
      {t('kit.loading')}
    </p>
  )
}
