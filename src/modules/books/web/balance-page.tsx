import { BarChart } from '../../../web/kit/chart.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Section } from '../../../web/kit/layout.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { Table } from '../../../web/kit/table.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { BooksFrame, usePeriod } from './books-frame.tsx'
import styles from './books.module.css'
import { Accounts } from './result-page.tsx'

/** What the company has and owes at the end of a period, or today. */
export function BalancePage() {
  const { t } = useTexts()
  const format = useFormat()
  const { days, chooser } = usePeriod('month')
  const on = days.to > format.today ? format.today : days.to
  const balance = useOperation('books.balance', { on }, { keepPrevious: true })
  const found = balance.data
  return (
    <BooksFrame title={t('books.balance')} problem={balance.error} isRead={found !== undefined} lead={t('books.balance-on', { day: format.day(on) })}>
      {chooser}
      {found ? (
        <>
          <div className={styles.picture}>
            <BarChart
              label={t('books.balance')}
              bars={(['assets', 'liabilities', 'equity'] as const).map((each) => ({
                label: t(`books.${each}`),
                value: Number(found[`${each}Total`].amount),
                text: format.money(found[`${each}Total`]),
              }))}
            />
          </div>
          <Accounts title={t('books.assets')} rows={found.assets} total={found.assetsTotal} days={{ to: on }} />
          <Accounts title={t('books.liabilities')} rows={found.liabilities} total={found.liabilitiesTotal} days={{ to: on }} />
          <Section title={t('books.equity')}>
            <Table
              label={t('books.equity')}
              columns={[
                { label: t('books.account'), cell: (row) => t(`books.equity-${row.kind}`) },
                { label: found.equityTotal.currency, kind: 'figure', cell: (row) => <Money value={row.amount} isBare /> },
              ]}
              lines={found.equity}
              keyOf={(row) => row.kind}
              to={(row) => (row.account ? `/money/books/entries?account=${row.account}&to=${on}` : undefined)}
              foot={[t('books.sum'), <Money key="sum" value={found.equityTotal} isBare isStrong />]}
            />
          </Section>
        </>
      ) : null}
    </BooksFrame>
  )
}
