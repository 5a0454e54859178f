import { useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Segmented } from '../../../web/kit/choice.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { EmptyState, Page, Waiting } from '../../../web/kit/layout.tsx'
import { List, type Row, type RowAction } from '../../../web/kit/list.tsx'
import { useGo, useQueryText } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { PlaceTabs } from '../../../web/kit/place-tabs.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { Slot } from '../../../web/kit/slot.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { InvoiceState } from './invoice-state.tsx'
import styles from './invoicing.module.css'

type InvoiceRow = CallOutput<'invoicing.list'>['invoices'][number]
const filters = ['open', 'overdue', 'draft', 'paid', 'all'] as const
type Filter = (typeof filters)[number]

/** All invoices: what is open first, by due day; a letter pays, sends or reminds. */
export function InvoicesPage() {
  const { t } = useTexts()
  const go = useGo()
  const format = useFormat()
  const mayChange = useMay('owner', 'staff')
  const [filter, setFilter] = useQueryText('filter', 'open')
  const [search, setSearch] = useState('')
  const [limit, setLimit] = useState(50)
  const list = useOperation('invoicing.list', { filter: filter as Filter, limit, ...(search.trim() ? { search: search.trim() } : {}) })
  const actionsOf = useRowActions()
  useKeys(mayChange ? [{ key: 'n', label: t('invoicing.new'), act: () => go('/money/invoices/new') }] : [])
  if (list.error)
    return (
      <Page title={t('invoicing.title')}>
        <FormError problem={list.error} />
      </Page>
    )
  if (!list.data) return <Waiting />
  const { counts, open, invoices } = list.data
  const newOne = mayChange ? (
    <LinkButton to="/money/invoices/new" look="primary" shortcut="n">
      {t('invoicing.new')}
    </LinkButton>
  ) : null
  const counted: Partial<Record<Filter, number>> = counts
  const label = (each: Filter) => (counted[each] ? `${t(`invoicing.filter-${each}`)} ${counted[each]}` : t(`invoicing.filter-${each}`))
  const openText = open.map((amount) => format.money(amount)).join(' + ')
  return (
    <Page
      title={t('invoicing.title')}
      lead={open.length > 0 ? t('invoicing.open-sum', { amount: openText }) : t('invoicing.nothing-open')}
      actions={newOne}
      tabs={<PlaceTabs place="money" />}
    >
      <div className={styles.filters}>
        <Segmented
          label={t('invoicing.show')}
          isLabelHidden
          value={filter as Filter}
          onChange={setFilter}
          choices={filters.map((each) => ({ value: each, label: label(each) }))}
        />
      </div>
      {filter === 'open' || filter === 'overdue' ? <Slot name="invoices.before" /> : null}
      {invoices.length > 8 || search !== '' ? <TextField label={t('invoicing.search')} value={search} onChange={setSearch} /> : null}
      <List
        label={t('invoicing.title')}
        empty={
          <EmptyState
            text={t(`invoicing.none-${filter}`)}
            hint={filter === 'all' ? t('invoicing.none-hint') : undefined}
            action={filter === 'all' ? newOne : undefined}
          />
        }
        rows={invoices.map((invoice) => rowOf(invoice, t, format, mayChange ? actionsOf(invoice) : []))}
      />
      {list.data.next ? <Button onClick={() => setLimit(Math.min(200, limit + 50))}>{t('invoicing.more')}</Button> : null}
    </Page>
  )
}

function rowOf(invoice: InvoiceRow, t: ReturnType<typeof useTexts>['t'], format: ReturnType<typeof useFormat>, actions: RowAction[]): Row {
  const day = invoice.nextDueOn && invoice.status !== 'paid' ? t('invoicing.due', { day: format.relativeDay(invoice.nextDueOn) }) : format.day(invoice.listedOn)
  const seen = invoice.seenAt ? t('invoicing.seen') : invoice.sentAt ? t('invoicing.sent') : ''
  return {
    id: invoice.id,
    title: invoice.contactName,
    detail: [invoice.number ?? t('invoicing.status-draft'), day, seen].filter((part) => part !== '').join(' · '),
    figure: <Money value={invoice.open && invoice.open.amount !== '0.00' ? invoice.open : invoice.gross} />,
    figureDetail: <InvoiceState status={invoice.status} />,
    to: `/money/invoices/${invoice.id}`,
    actions,
  }
}

function useRowActions(): (invoice: InvoiceRow) => RowAction[] {
  const { t } = useTexts()
  const pay = useAction('payments.record', { done: t('invoicing.paid-done'), undo: ({ id }) => call('payments.remove', { paymentId: id }) })
  const issue = useLater('invoicing.issue', { waiting: t('invoicing.goes-out'), done: t('invoicing.issued') })
  const send = useLater('invoicing.send', { waiting: t('invoicing.goes-out'), done: t('invoicing.sent-done') })
  const remind = useLater('payments.remind', { waiting: t('invoicing.reminder-goes-out'), done: t('invoicing.reminded') })
  return ({ id: invoiceId, status, kind, sentAt }) => {
    if (status === 'draft') return [{ key: 's', label: t('invoicing.issue-send'), act: () => issue.run({ invoiceId, send: true }), isMain: true }]
    if (status !== 'open' && status !== 'overdue') return []
    return [
      { key: 'p', label: t('invoicing.paid'), act: () => pay.run({ invoiceId }) },
      ...(status === 'overdue' ? [{ key: 'r', label: t('invoicing.remind'), act: () => remind.run({ invoiceId }) }] : []),
      ...(sentAt === null && kind !== 'opening' ? [{ key: 's', label: t('invoicing.send'), act: () => send.run({ invoiceId }) }] : []),
    ]
  }
}
