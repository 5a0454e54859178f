import type { Day } from '../../../kernel/day.ts'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState, Section, State } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { LinkButton } from '../../../web/kit/button.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { useSessionActions } from './session-actions.ts'
import type { Line } from './sessions.ts'

/** The chosen day under the month of a phone. */
export function DayLines({ day, lines }: { readonly day: Day; readonly lines: readonly Line[] }) {
  const { t } = useTexts()
  const format = useFormat()
  const mayWrite = useMay('owner', 'staff')
  const actionsOf = useSessionActions()
  const title = format.day(day, { withWeekday: true, isShort: true })
  const book = mayWrite ? (
    <LinkButton look="quiet" size="small" icon="plus" to={`/calendar/new?on=${day}`}>
      {t('calendar.book')}
    </LinkButton>
  ) : null
  return (
    <Section title={title} actions={lines.length > 0 ? book : null}>
      <List
        label={title}
        isMain={false}
        empty={<EmptyState text={t('calendar.none')} action={book} />}
        rows={lines.map((line) => ({
          id: line.id,
          title: `${format.time(line.startsAt)} ${line.serviceName}`,
          detail: [line.who ?? (line.participants > 1 ? t('calendar.people', { count: line.participants }) : ''), line.place]
            .filter((part) => part !== '')
            .join(' · '),
          figure: format.hours(line.minutes),
          figureDetail: <LineState line={line} />,
          to: `/calendar/sessions/${line.id}`,
          actions: actionsOf(line),
        }))}
      />
    </Section>
  )
}

function LineState({ line }: { readonly line: Line }) {
  const { t } = useTexts()
  if (line.isCancelled) return <State tone="bad">{t('calendar.state-cancelled')}</State>
  return line.awaitsAttendance ? <State tone="warn">{t('calendar.state-awaits')}</State> : null
}
