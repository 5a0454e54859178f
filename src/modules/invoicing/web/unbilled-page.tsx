import { useState } from 'react'
import { Money } from '../../../web/kit/figures.tsx'
import { LinkButton } from '../../../web/kit/button.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useLater } from '../../../web/kit/later.ts'
import { EmptyState, Page, Waiting } from '../../../web/kit/layout.tsx'
import { List, type RowAction } from '../../../web/kit/list.tsx'
import { useGo } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { PlaceTabs } from '../../../web/kit/place-tabs.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { UnbilledSheet } from './unbilled-sheet.tsx'

export type UnbilledCustomer = CallOutput<'invoicing.unbilled'>['customers'][number]

/** Everything done and due that no invoice has yet, by customer: one letter invoices it. */
export function UnbilledPage() {
  const { t } = useTexts()
  const format = useFormat()
  const mayChange = useMay('owner', 'staff')
  const [opened, setOpened] = useState<UnbilledCustomer>()
  const unbilled = useOperation('invoicing.unbilled', {})
  const actionsOf = useBillActions()
  if (unbilled.error)
    return (
      <Page title={t('invoicing.unbilled')}>
        <FormError problem={unbilled.error} />
      </Page>
    )
  if (!unbilled.data) return <Waiting />
  const { customers, unpriced } = unbilled.data
  return (
    <Page
      title={t('invoicing.unbilled')}
      lead={t('invoicing.unbilled-lead')}
      tabs={<PlaceTabs place="money" />}
      actions={<LinkButton to="/money/month-end">{t('invoicing.month-end')}</LinkButton>}
    >
      <List
        label={t('invoicing.unbilled')}
        empty={<EmptyState text={t('invoicing.unbilled-none')} />}
        rows={customers.map((customer) => ({
          id: `${customer.contactId} ${customer.amount.currency}`,
          title: customer.contactName,
          detail: t('invoicing.unbilled-since', { names: namesOf(customer), day: format.day(customer.since, { isShort: true }) }),
          figure: <Money value={customer.amount} />,
          open: () => setOpened(customer),
          actions: mayChange ? actionsOf(customer) : [],
        }))}
      />
      {unpriced.length > 0 ? <p>{t('invoicing.unpriced', { count: unpriced.length })}</p> : null}
      {opened ? <UnbilledSheet customer={opened} onClose={() => setOpened(undefined)} /> : null}
    </Page>
  )
}

function useBillActions(): (customer: UnbilledCustomer) => RowAction[] {
  const { t } = useTexts()
  const go = useGo()
  const bill = useLater('invoicing.bill-customer', { waiting: t('invoicing.goes-out'), done: t('invoicing.issued') })
  const draft = useAction('invoicing.create-draft', { onDone: ({ id }) => go(`/money/invoices/${id}`) })
  return ({ contactId, amount }) => [
    ...(amount.amount.startsWith('-') ? [] : [{ key: 'b', label: t('invoicing.bill'), act: () => bill.run({ contactId, send: true }) }]),
    { key: 'd', label: t('invoicing.draft-first'), act: () => draft.run({ contactId }) },
  ]
}

function namesOf(customer: UnbilledCustomer): string {
  const names = [...new Set(customer.charges.map((charge) => charge.detail ?? charge.name))].filter((name) => name !== '')
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ')
}
