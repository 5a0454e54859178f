import { addDays, startOfWeek, type Day } from '../../../kernel/day.ts'
import { IconButton, LinkButton } from '../../../web/kit/button.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { call } from '../../../web/kit/client.ts'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { EmptyState, Page, Section, State, Waiting } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { useGo, useQueryText } from '../../../web/kit/navigation.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { byDay, peopleOf, type Session } from './sessions.ts'

/** A day or a week of sessions as lists, by day; attendance is confirmed by one letter. */
export function AgendaPage() {
  const { t } = useTexts()
  const format = useFormat()
  const go = useGo()
  const mayWrite = useMay('owner', 'staff')
  const [view, setView] = useQueryText('view', 'week')
  const [chosen, setChosen] = useQueryText('on', format.today)
  const isDay = view === 'day'
  const from = isDay ? (chosen as Day) : startOfWeek(chosen as Day)
  const to = isDay ? from : addDays(from, 6)
  const step = (direction: number) => setChosen(addDays(chosen as Day, direction * (isDay ? 1 : 7)))
  const sessions = useOperation('calendar.sessions', { from, to }, { keepPrevious: true })
  useKeys([
    { key: 'p', label: t('calendar.previous'), act: () => step(-1) },
    { key: 'f', label: t('calendar.next'), act: () => step(1) },
    { key: 'o', label: t('calendar.today'), act: () => setChosen(format.today) },
    { key: 'v', label: t('calendar.other-view'), act: () => setView(isDay ? 'week' : 'day') },
    ...(mayWrite ? [{ key: 'n', label: t('calendar.book'), act: () => go(`/calendar/new?on=${chosen}`) }] : []),
    { key: 't', label: t('calendar.time'), act: () => go('/calendar/time') },
  ])
  if (sessions.error)
    return (
      <Page title={t('calendar.title')}>
        <FormError problem={sessions.error} />
      </Page>
    )
  const range = isDay ? format.day(from, { withWeekday: true }) : `${format.day(from, { isShort: true })} – ${format.day(to)}`
  return (
    <Page
      title={t('calendar.title')}
      lead={range}
      actions={
        <>
          <IconButton icon="left" label={t('calendar.previous')} onClick={() => step(-1)} />
          <IconButton icon="right" label={t('calendar.next')} onClick={() => step(1)} />
          <LinkButton to="/calendar/time" icon="clock" shortcut="t">
            {t('calendar.time')}
          </LinkButton>
          {mayWrite ? (
            <LinkButton look="primary" to={`/calendar/new?on=${chosen}`} icon="plus" shortcut="n">
              {t('calendar.book')}
            </LinkButton>
          ) : null}
        </>
      }
      tabs={
        <Segmented
          label={t('calendar.view')}
          name="view"
          isLabelHidden
          value={isDay ? 'day' : 'week'}
          onChange={setView}
          choices={[
            { value: 'day', label: t('calendar.day') },
            { value: 'week', label: t('calendar.week') },
          ]}
        />
      }
    >
      {sessions.data ? <Days sessions={sessions.data.sessions} mayWrite={mayWrite} /> : <Waiting />}
    </Page>
  )
}

function Days({ sessions, mayWrite }: { readonly sessions: readonly Session[]; readonly mayWrite: boolean }) {
  const { t } = useTexts()
  const format = useFormat()
  const confirm = useAction('calendar.confirm-attendance', {
    done: ({ attended }) => t('calendar.confirmed', { count: attended }),
    undo: (_, { sessionId }) => call('calendar.reopen-attendance', { sessionId }),
  })
  const cancel = useAction('calendar.cancel', { done: t('calendar.cancelled'), undo: (_, { sessionId }) => call('calendar.restore', { sessionId }) })
  if (sessions.length === 0) {
    return (
      <EmptyState
        text={t('calendar.none')}
        hint={t('calendar.none-hint')}
        action={
          mayWrite ? (
            <LinkButton look="primary" to="/calendar/new">
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
        {session.time} {session.serviceName}
      </>
    ),
    detail: [peopleOf(session, t), session.place].filter((part) => part !== '').join(' · '),
    figure: format.hours(session.minutes),
    figureDetail: <SessionState session={session} />,
    to: `/calendar/sessions/${session.id}`,
    actions:
      mayWrite && !session.isCancelled
        ? [
            ...(session.awaitsAttendance ? [{ key: 'a', label: t('calendar.all-attended'), act: () => confirm.run({ sessionId: session.id }) }] : []),
            { key: 'x', label: t('calendar.cancel'), act: () => cancel.run({ sessionId: session.id }) },
          ]
        : [],
  })
  return byDay(sessions).map(([day, own], index) => (
    <Section key={day} title={format.day(day, { withWeekday: true, isShort: true })}>
      <List label={format.day(day, { withWeekday: true })} isMain={index === 0} rows={own.map(rowOf)} />
    </Section>
  ))
}

export function SessionState({ session }: { readonly session: Session }) {
  const { t } = useTexts()
  if (session.isCancelled) return <State tone="bad">{t('calendar.state-cancelled')}</State>
  if (session.awaitsAttendance) return <State tone="warn">{t('calendar.state-awaits')}</State>
  const attended = session.participants.filter((each) => each.outcome === 'attended').length
  return attended > 0 ? <State tone="good">{t('calendar.state-attended', { count: attended })}</State> : null
}
