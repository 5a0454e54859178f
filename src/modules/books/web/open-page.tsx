import { BarChart } from '../../../web/kit/chart.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState, Section, State } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { BooksFrame } from './books-frame.tsx'
import styles from './books.module.css'

type Item = CallOutput<'books.open-items'>['receivable'][number]

/** Who owes and who is owed, the longest due first, with the sums by age as a picture. */
export function OpenPage() {
  const { t } = useTexts()
  const format = useFormat()
  const open = useOperation('books.open-items', {})
  const found = open.data
  const isNothing = found !== undefined && found.receivable.length === 0 && found.payable.length === 0
  return (
    <BooksFrame title={t('books.open')} problem={open.error} isRead={found !== undefined}>
      {isNothing ? <EmptyState text={t('books.open-none')} /> : null}
      {found && !isNothing ? (
        <>
          <div className={styles.picture}>
            <BarChart
              label={t('books.receivable')}
              bars={found.ages.map(({ age, receivable }) => ({
                label: t(`books.age-${age}`),
                value: Number(receivable.amount),
                text: format.money(receivable),
                isCurrent: age === 'not_due',
              }))}
            />
          </div>
          {found.hasOtherCurrencies ? <p>{t('books.other-currencies')}</p> : null}
          <Items title={t('books.receivable')} items={found.receivable} isMain />
          <Items title={t('books.payable')} items={found.payable} isMain={found.receivable.length === 0} />
        </>
      ) : null}
    </BooksFrame>
  )
}

function Items({ title, items, isMain }: { title: string; items: readonly Item[]; isMain: boolean }) {
  const { t } = useTexts()
  const format = useFormat()
  if (items.length === 0) return null
  return (
    <Section title={title}>
      <List
        label={title}
        isMain={isMain}
        rows={items.map((item) => ({
          id: item.id,
          title: item.party,
          detail: [item.number, t('books.due', { day: format.relativeDay(item.dueOn) })].filter(Boolean).join(' · '),
          figure: <Money value={item.open} />,
          figureDetail: item.age === 'not_due' ? null : <State tone="warn">{t(`books.age-${item.age}`)}</State>,
          to: item.kind === 'invoice' ? `/money/invoices/${item.id}` : `/money/expenses/${item.id}`,
        }))}
      />
    </Section>
  )
}
