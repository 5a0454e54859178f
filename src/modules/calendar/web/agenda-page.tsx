import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import { Button, IconButton, LinkButton } from '../../../web/kit/button.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat, type Format } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { useGo, useQueryText } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { firstOfWeek, firstWeekday } from '../../../web/kit/week.ts'
import { Days } from './days.tsx'
import { Month } from './month.tsx'
import styles from './calendar.module.css'

type View = 'day' | 'week' | 'month'

/** A day or a week as lists, or a month as a grid; one letter for each. */
export function AgendaPage() {
  const { t } = useTexts()
  const format = useFormat()
  const go = useGo()
  const mayWrite = useMay('owner', 'staff')
  const [shown, setView] = useQueryText('view', 'week')
  const [chosen, setChosen] = useQueryText('on', format.today)
  const view: View = shown === 'day' || shown === 'month' ? shown : 'week'
  const on = chosen as Day
  const step = (direction: number) => setChosen(stepped(view, on, direction))
  const openDay = (day: Day) => go(`/calendar?view=day&on=${day}`)
  const group = t('calendar.title')
  useKeys([
    { key: 'p', group, label: t('calendar.previous'), act: () => step(-1) },
    { key: 'f', group, label: t('calendar.next'), act: () => step(1) },
    { key: 't', group, label: t('calendar.today'), act: () => setChosen(format.today) },
    { key: 'd', group, label: t('calendar.day'), act: () => setView('day') },
    { key: 'w', group, label: t('calendar.week'), act: () => setView('week') },
    { key: 'm', group, label: t('calendar.month'), act: () => setView('month') },
    ...(mayWrite ? [{ key: 'n', group, label: t('calendar.book'), act: () => go(`/calendar/new?on=${on}`) }] : []),
    { key: 'h', group, label: t('calendar.time'), act: () => go('/calendar/time') },
  ])
  return (
    <Page
      title={t('calendar.title')}
      lead={rangeText(view, on, format)}
      isWide={view === 'month'}
      actions={
        <>
          <LinkButton to="/calendar/time" icon="clock" shortcut="h">
            {t('calendar.time')}
          </LinkButton>
          {mayWrite ? (
            <LinkButton look="primary" to={`/calendar/new?on=${on}`} icon="plus" shortcut="n">
              {t('calendar.book')}
            </LinkButton>
          ) : null}
        </>
      }
      tabs={
        <div className={styles.bar}>
          <Views view={view} onChange={setView} />
          <div className={styles.steps}>
            <IconButton icon="left" label={t('calendar.previous')} onClick={() => step(-1)} />
            <Button look="quiet" size="small" shortcut="t" onClick={() => setChosen(format.today)}>
              {t('calendar.today')}
            </Button>
            <IconButton icon="right" label={t('calendar.next')} onClick={() => step(1)} />
          </div>
        </div>
      }
    >
      {view === 'month' ? <Month on={on} onChoose={setChosen} onOpen={openDay} /> : <Agenda view={view} on={on} />}
    </Page>
  )
}

function Views({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) {
  const { t } = useTexts()
  return (
    <Segmented
      label={t('calendar.view')}
      name="view"
      isLabelHidden
      value={view}
      onChange={onChange}
      choices={[
        { value: 'day', label: t('calendar.day'), shortcut: 'd' },
        { value: 'week', label: t('calendar.week'), shortcut: 'w' },
        { value: 'month', label: t('calendar.month'), shortcut: 'm' },
      ]}
    />
  )
}

function Agenda({ view, on }: { readonly view: 'day' | 'week'; readonly on: Day }) {
  const sessions = useOperation('calendar.sessions', daysOf(view, on, useFormat()), { keepPrevious: true })
  if (sessions.error) return <FormError problem={sessions.error} />
  return sessions.data ? <Days sessions={sessions.data.sessions} on={on} /> : <Waiting />
}

function daysOf(view: 'day' | 'week', on: Day, format: Format): { from: Day; to: Day } {
  if (view === 'day') return { from: on, to: on }
  const from = firstOfWeek(on, firstWeekday(format.locale))
  return { from, to: addDays(from, 6) }
}

function stepped(view: View, on: Day, direction: number): Day {
  if (view === 'month') return addMonths(on, direction)
  return addDays(on, direction * (view === 'day' ? 1 : 7))
}

function rangeText(view: View, on: Day, format: Format): string {
  if (view === 'month') return new Intl.DateTimeFormat(format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(on))
  if (view === 'day') return format.day(on, { withWeekday: true })
  const { from, to } = daysOf('week', on, format)
  return `${format.day(from, { isShort: true })} – ${format.day(to)}`
}
