import { Time } from '../../../web/kit/figures.tsx'
import { Section, State } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { WireSession } from './wire.ts'
import styles from './today.module.css'

/** What is on today's calendar, in its order; what is over is quiet. */
export function SessionsToday({ sessions }: { readonly sessions: readonly WireSession[] }) {
  const { t } = useTexts()
  if (sessions.length === 0) return null
  const now = Date.now()
  return (
    <Section title={t('today.calendar')}>
      <ol className={styles.day}>
        {sessions.map((session) => (
          <li
            key={session.id}
            className={styles.session}
            data-over={Date.parse(session.endsAt) < now || undefined}
            data-cancelled={session.isCancelled || undefined}
          >
            <Link to={`/calendar/sessions/${session.id}`} className={styles.sessionLink}>
              <span className={styles.times}>
                <Time value={session.startsAt} />–<Time value={session.endsAt} />
              </span>
              <span className={styles.sessionWords}>
                <span className={styles.sessionTitle}>{session.title}</span>
                <span className={styles.soft}>{[peopleOf(session, t), session.place].filter((part) => part !== '').join(' · ')}</span>
              </span>
              {session.isCancelled ? <State tone="bad">{t('today.cancelled')}</State> : null}
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function peopleOf(session: WireSession, t: (key: string, parameters?: Record<string, string | number>) => string): string {
  const shown = session.names.slice(0, 3).join(', ')
  const more = session.participantCount - Math.min(3, session.names.length)
  return more > 0 ? t('today.and-more', { names: shown, count: more }) : shown
}
