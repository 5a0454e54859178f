import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { useQueryText } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { BooksFrame } from './books-frame.tsx'
import styles from './books.module.css'

type Entry = CallOutput<'books.entries'>['entries'][number]

/** The journal, latest first: all of it, or an account's; each entry leads to its document. */
export function EntriesPage() {
  const { t } = useTexts()
  const format = useFormat()
  const [account] = useQueryText('account')
  const [from] = useQueryText('from')
  const [to] = useQueryText('to')
  const [limit, setLimit] = useState(50)
  const wanted = { ...(account ? { account } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}), limit }
  const found = useOperation('books.entries', wanted, { keepPrevious: true })
  const title = found.data?.account ? `${found.data.account.number} ${found.data.account.name}` : t('books.entries')
  const lead = from || to ? t('books.days', { from: from ? format.day(from) : '…', to: to ? format.day(to) : '…' }) : null
  return (
    <BooksFrame title={title} problem={found.error} isRead={found.data !== undefined} lead={lead}>
      <List
        label={title}
        empty={<EmptyState text={t('books.entries-none')} hint={t('books.result-hint')} />}
        rows={(found.data?.entries ?? []).map((entry) => rowOf(entry, account, t))}
      />
      {found.data?.next && limit < 200 ? <Button onClick={() => setLimit((before) => before + 50)}>{t('books.more')}</Button> : null}
    </BooksFrame>
  )
}

function rowOf(entry: Entry, account: string, t: ReturnType<typeof useTexts>['t']): Row {
  const own = account ? entry.lines.filter((line) => line.account === account) : entry.lines.filter((line) => !line.amount.amount.startsWith('-'))
  const { link } = entry
  const to =
    link?.kind === 'invoice'
      ? (`/money/invoices/${link.id}` as const)
      : link?.kind === 'expense'
        ? (`/money/expenses/${link.id}` as const)
        : link
          ? ('/money/paid' as const)
          : undefined
  return {
    id: entry.id,
    title: [t(`books.what-${entry.kind}`), entry.document].filter(Boolean).join(' '),
    detail: (
      <>
        {entry.party}
        <span className={styles.lines}>
          {entry.lines.map((line, index) => (
            // eslint-disable-next-line react/no-array-index-key -- an account may stand twice
            <span key={index} style={{ display: 'contents' }}>
              <span>
                {line.account} {line.name}
              </span>
              <Money value={line.amount} isBare />
            </span>
          ))}
        </span>
      </>
    ),
    figure: <Money value={own[0]!.amount} />,
    figureDetail: <DayText value={entry.postedOn} />,
    ...(to ? { to } : {}),
  }
}
