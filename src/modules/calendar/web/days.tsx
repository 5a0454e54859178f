import { LinkButton } from '../../../web/kit/button.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState, Section, State } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { byDay, peopleOf, type Session } from './sessions.ts'
import { useSessionActions } from './session-actions.ts'

/** A day or a week as lists, one per day that has something. */
export function Days({ sessions, on }: { readonly sessions: readonly Session[]; readonly on: string }) {
  const { t } = useTexts()
  const format = useFormat()
  const mayWrite = useMay('owner', 'staff')
  const actionsOf = useSessionActions()
  if (sessions.length === 0) {
    return (
      <EmptyState
        text={t('calendar.none')}
        hint={t('calendar.none-hint')}
        action={
          mayWrite ? (
            <LinkButton look="primary" to={`/calendar/new?on=${on}`}>
              {t('calendar.book')}
            </LinkButton>
          ) : null
        }
      />
    )
  }
  const rowOf = (session: Session): Row => ({
    id: session.id,
    title: (
      <>
        {format.time(session.startsAt)} {session.serviceName}
      </>
    ),
    detail: [peopleOf(session, t), session.place].filter((part) => part !== '').join(' · '),
    figure: format.hours(session.minutes),
    figureDetail: <SessionState session={session} />,
    to: `/calendar/sessions/${session.id}`,
    actions: actionsOf(session),
  })
  return byDay(sessions, format.zone).map(([day, own], index) => (
    <Section key={day} title={format.day(day, { withWeekday: true, isShort: true })}>
      <List label={format.day(day, { withWeekday: true })} isMain={index === 0} rows={own.map(rowOf)} />
    </Section>
  ))
}

/** What became of a session, in a word. */
export function SessionState({ session }: { readonly session: Session }) {
  const { t } = useTexts()
  if (session.isCancelled) return <State tone="bad">{t('calendar.state-cancelled')}</State>
  if (session.awaitsAttendance) return <State tone="warn">{t('calendar.state-awaits')}</State>
  const attended = session.participants.filter((each) => each.outcome === 'attended').length
  return attended > 0 ? <State tone="good">{t('calendar.state-attended', { count: attended })}</State> : null
}
