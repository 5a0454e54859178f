import { BarChart } from '../../../web/kit/chart.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { useFormat, type Format } from '../../../web/kit/format.ts'
import { EmptyState, Section } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { BooksFrame } from './books-frame.tsx'
import styles from './books.module.css'

type Forecast = CallOutput<'books.forecast'>

/** How much money there will be in the next weeks, and what makes it so. */
export function ForecastPage() {
  const { t } = useTexts()
  const format = useFormat()
  const forecast = useOperation('books.forecast', {})
  const found = forecast.data
  return (
    <BooksFrame title={t('books.forecast')} problem={forecast.error} isRead={found !== undefined} lead={found ? leadOf(found, t, format) : null}>
      {found ? (
        <>
          <div className={styles.picture}>
            <BarChart
              label={t('books.forecast')}
              bars={found.weeks.map((week, index) => ({
                label: weekLabel(week.from, index === 0 ? null : found.weeks[index - 1]!.from, format),
                value: Number(week.balance.amount),
                text: format.money(week.balance),
                isCurrent: index === 0,
              }))}
            />
          </div>
          <Section title={t('books.expected')}>
            <List
              label={t('books.expected')}
              empty={<EmptyState text={t('books.expected-none')} />}
              rows={found.expected.map((each, index) => rowOf(each, index, t, format))}
            />
          </Section>
        </>
      ) : null}
    </BooksFrame>
  )
}

/** The month where it begins, else the day: thirteen words have no room on a phone. */
function weekLabel(from: string, before: string | null, format: Format): string {
  if (before !== null && before.slice(0, 7) === from.slice(0, 7)) return String(Number(from.slice(8)))
  return new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' }).format(Date.parse(from))
}

function leadOf(found: Forecast, t: ReturnType<typeof useTexts>['t'], format: Format): string {
  const lowest = found.weeks.reduce((low, week) => (Number(week.balance.amount) < Number(low.balance.amount) ? week : low), found.weeks[0]!)
  if (Number(lowest.balance.amount) >= Number(found.start.amount))
    return t('books.forecast-up', { now: format.money(found.start), end: format.money(found.weeks.at(-1)!.balance) })
  return t('books.forecast-lead', { now: format.money(found.start), lowest: format.money(lowest.balance), day: format.day(lowest.from, { isShort: true }) })
}

function rowOf(each: Forecast['expected'][number], index: number, t: ReturnType<typeof useTexts>['t'], format: Format): Row {
  const habit = each.daysLate === null || each.daysLate <= 0 ? null : t('books.usually-late', { count: each.daysLate })
  const to = each.kind === 'invoice' ? (`/money/invoices/${each.id}` as const) : each.kind === 'expense' ? (`/money/expenses/${each.id}` as const) : undefined
  return {
    id: each.id ?? `${each.kind}-${index}`,
    title: each.party ?? t(`books.expected-${each.kind as 'agreements' | 'usual_costs'}`),
    detail: [format.relativeDay(each.on), each.number, habit].filter(Boolean).join(' · '),
    figure: <Money value={each.amount} />,
    ...(to ? { to } : {}),
  }
}
