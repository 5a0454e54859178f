import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState } from '../../../web/kit/layout.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { WireSession } from './wire.ts'
import styles from './today.module.css'

/** Nothing left to do: the state that all of this is for. */
export function AllDone({ sessions }: { readonly sessions: readonly WireSession[] }) {
  const { t } = useTexts()
  const format = useFormat()
  const next = sessions.find((session) => !session.isCancelled && Date.parse(session.startsAt) > Date.now())
  return (
    <div className={styles.allDone}>
      <Sun />
      <EmptyState text={t('today.all-done')} hint={next ? t('today.next-is', { title: next.title, time: format.time(next.startsAt) }) : t('today.free')} />
    </div>
  )
}

/** A small sun over a quiet line, in the company's colour. */
function Sun() {
  return (
    <svg className={styles.sun} viewBox="0 0 120 60" width="120" height="60" fill="none" aria-hidden="true">
      <path d="M36 46a24 24 0 0 1 48 0" fill="var(--accent-shade)" stroke="var(--accent)" strokeWidth="1.5" />
      <path d="M6 46h108M60 6v8M28.200 17.200l5.600 6M91.800 17.200l-5.600 6" stroke="var(--accent)" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  )
}
