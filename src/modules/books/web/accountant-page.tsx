import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { fileAddress } from '../../../web/kit/client.ts'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState, Section } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useCompany, useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { AccountSheet, type ChosenAccount } from './account-sheet.tsx'
import { BooksFrame, usePeriod } from './books-frame.tsx'
import { ReopenSheet } from './reopen-sheet.tsx'

const formats = ['datev', 'csv_journal', 'csv_accounts', 'csv_open_items', 'hledger', 'beancount'] as const

/** Everything for the accountant: a period, a format, one click; below it the chart of accounts and what was closed. */
export function AccountantPage() {
  const { t } = useTexts()
  const { days, chooser } = usePeriod('year')
  const accounts = useOperation('books.accounts', {})
  const [changed, change] = useState<ChosenAccount | null>(null)
  const isOwner = useMay('owner')
  const company = useCompany()
  const hasDatev = accounts.data?.chart === 'skr03' || accounts.data?.chart === 'skr04'
  const offered = formats.filter((each) => each !== 'datev' || hasDatev)
  const addressOf = (format: (typeof formats)[number] | 'archive') =>
    format === 'archive'
      ? `/api/books/archive?${new URLSearchParams({ ...days, company: company.id })}`
      : fileAddress('books.export', { format, ...days }, { download: true })
  const download = (address: string) => () => window.location.assign(address)
  return (
    <BooksFrame title={t('books.accountant')} problem={accounts.error} isRead={accounts.data !== undefined} lead={t('books.accountant-lead')}>
      {chooser}
      <List
        label={t('books.accountant')}
        rows={[...offered, 'archive' as const].map((format) => ({
          id: format,
          title: t(`books.format-${format}`),
          detail: t(`books.format-${format}-hint`),
          open: download(addressOf(format)),
          actions: [{ key: 'd', label: t('books.download'), isMain: true, act: download(addressOf(format)) }],
        }))}
      />
      <Section title={t('books.chart')} lead={t('books.chart-lead')}>
        <List
          label={t('books.chart')}
          isMain={false}
          rows={(accounts.data?.accounts ?? []).map((account) => ({
            id: account.kind,
            title: `${account.number} ${account.name}`,
            ...(isOwner ? { open: () => change(account) } : {}),
          }))}
        />
      </Section>
      <Closings />
      {changed ? <AccountSheet account={changed} onClose={() => change(null)} /> : null}
    </BooksFrame>
  )
}

/** What was closed and opened again; the owner opens it with a reason. */
function Closings() {
  const { t } = useTexts()
  const format = useFormat()
  const found = useOperation('books.month-end', {})
  const isOwner = useMay('owner')
  const [isReopening, setReopening] = useState(false)
  if (!found.data) return null
  const { closedUntil, closings } = found.data
  const open = closedUntil && isOwner ? <Button onClick={() => setReopening(true)}>{t('books.reopen')}</Button> : null
  return (
    <Section
      title={t('books.closings')}
      lead={closedUntil ? t('books.closed-until', { until: format.day(closedUntil) }) : t('books.closed-none')}
      actions={open}
    >
      {closings.length === 0 ? (
        <EmptyState text={t('books.closings-none')} />
      ) : (
        <List
          label={t('books.closings')}
          isMain={false}
          rows={closings.map((each) => ({
            id: each.at,
            title: each.until ? t(`books.${each.kind}-line`, { until: format.day(each.until) }) : t('books.reopened-all'),
            detail: [each.by, each.reason].filter(Boolean).join(' · '),
            figureDetail: format.day(format.dayOf(each.at)),
          }))}
        />
      )}
      {isReopening && closedUntil ? <ReopenSheet closedUntil={closedUntil} onClose={() => setReopening(false)} /> : null}
    </Section>
  )
}
