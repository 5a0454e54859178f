import { BarChart } from '../../../web/kit/chart.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState, Section } from '../../../web/kit/layout.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { Table } from '../../../web/kit/table.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { BooksFrame, usePeriod } from './books-frame.tsx'
import { MonthEnd } from './month-end.tsx'

type Result = CallOutput<'books.profit-and-loss'>

/** What was earned and what it cost; above it the month that can be closed, with what is left to do. */
export function ResultPage() {
  const { t } = useTexts()
  const { days, chooser } = usePeriod('year')
  const result = useOperation('books.profit-and-loss', days, { keepPrevious: true })
  return (
    <BooksFrame title={t('books.title')} problem={result.error} isRead={result.data !== undefined}>
      <MonthEnd />
      {chooser}
      {result.data ? <Figures result={result.data} days={days} /> : null}
    </BooksFrame>
  )
}

function Figures({ result, days }: { result: Result; days: { from: string; to: string } }) {
  const { t } = useTexts()
  const format = useFormat()
  if (result.income.length === 0 && result.costs.length === 0) return <EmptyState text={t('books.result-none')} hint={t('books.result-hint')} />
  const monthName = (month: string) => new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' }).format(Date.parse(`${month}-15`))
  const lead = t(Number(result.profit.amount) < 0 ? 'books.loss-of' : 'books.profit-of', { amount: format.money(positive(result.profit)) })
  return (
    <>
      <Section title={t('books.result')} lead={lead}>
        {result.months.length > 1 ? (
          <BarChart
            label={t('books.result')}
            bars={result.months.map((each) => ({
              label: monthName(each.month),
              value: Number(each.profit.amount),
              text: format.money(each.profit),
              isCurrent: each.month === format.today.slice(0, 7),
            }))}
          />
        ) : null}
      </Section>
      <Accounts title={t('books.income')} rows={result.income} total={result.incomeTotal} days={days} />
      <Accounts title={t('books.costs')} rows={result.costs} total={result.costsTotal} days={days} />
    </>
  )
}

function positive(amount: Result['profit']): Result['profit'] {
  return { ...amount, amount: amount.amount.replace('-', '') }
}

/** Accounts with their sums; each leads to its entries of these days. */
export function Accounts({
  title,
  rows,
  total,
  days,
}: {
  readonly title: string
  readonly rows: readonly { account: string; name: string; amount: Result['profit'] }[]
  readonly total: Result['profit']
  readonly days: { from?: string; to: string }
}) {
  const { t } = useTexts()
  if (rows.length === 0) return null
  const query = new URLSearchParams({ ...(days.from ? { from: days.from } : {}), to: days.to })
  return (
    <Section title={title}>
      <Table
        label={title}
        columns={[
          { label: t('books.account'), cell: (row) => `${row.account} ${row.name}` },
          { label: total.currency, kind: 'figure', cell: (row) => <Money value={row.amount} isBare /> },
        ]}
        lines={rows}
        keyOf={(row) => row.account}
        to={(row) => `/money/books/entries?account=${row.account}&${query}`}
        foot={[t('books.sum'), <Money key="sum" value={total} isBare isStrong />]}
      />
    </Section>
  )
}
