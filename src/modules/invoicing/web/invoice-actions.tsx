import { Button } from '../../../web/kit/button.tsx'
import { call, fileAddress } from '../../../web/kit/client.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { Menu } from '../../../web/kit/menu.tsx'
import { useGo } from '../../../web/kit/navigation.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Invoice } from './invoice-page.tsx'

interface Deed {
  readonly key: string
  readonly label: string
  readonly act: () => void
}

/** What can be done with an invoice where it stands: the first as the button, each with a letter. */
export function InvoiceActions({ invoice, onCredit }: { readonly invoice: Invoice; readonly onCredit: () => void }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const deeds = useDeeds(invoice, onCredit)
  const pdf: Deed = {
    key: 'v',
    label: t('invoicing.pdf'),
    act: () => void window.open(fileAddress('invoicing.pdf', { invoiceId: invoice.id }), '_blank', 'noopener'),
  }
  const all = invoice.kind === 'opening' ? deeds : [...(mayChange ? deeds : []), pdf]
  useKeys(all)
  const shown = all.slice(0, 3)
  const rest = all.slice(3)
  return (
    <>
      {shown.map((deed, index) => (
        <Button key={deed.key} look={index === 0 && deed !== pdf ? 'primary' : 'plain'} shortcut={deed.key} onClick={deed.act}>
          {deed.label}
        </Button>
      ))}
      {rest.length > 0 ? <Menu label={t('kit.actions')} entries={rest.map(({ label, act }) => ({ label, act }))} /> : null}
    </>
  )
}

function useDeeds(invoice: Invoice, onCredit: () => void): Deed[] {
  const { t } = useTexts()
  const go = useGo()
  const { id: invoiceId, status, contactEmail } = invoice
  const issue = useLater('invoicing.issue', { waiting: t('invoicing.goes-out'), done: t('invoicing.issued') })
  const send = useLater('invoicing.send', { waiting: t('invoicing.goes-out'), done: t('invoicing.sent-done') })
  const remind = useLater('payments.remind', { waiting: t('invoicing.reminder-goes-out'), done: t('invoicing.reminded') })
  const pay = useAction('payments.record', { done: t('invoicing.paid-done'), undo: ({ id }) => call('payments.remove', { paymentId: id }) })
  const remove = useAction('invoicing.delete-draft', { done: t('invoicing.deleted'), onDone: () => go('/money?filter=draft', { replace: true }) })
  if (status === 'draft') {
    const issueOnly: Deed = { key: 'i', label: t('invoicing.issue'), act: () => issue.run({ invoiceId, send: false }) }
    const issueAndSend: Deed = { key: 's', label: t('invoicing.issue-send'), act: () => issue.run({ invoiceId, send: true }) }
    return [
      ...(contactEmail === null ? [issueOnly] : [issueAndSend, issueOnly]),
      { key: 'e', label: t('kit.edit'), act: () => go(`/money/invoices/${invoiceId}/edit`) },
      { key: 'x', label: t('invoicing.delete-draft'), act: () => remove.run({ invoiceId }) },
    ]
  }
  const sending: Deed = { key: 's', label: t(invoice.sentAt ? 'invoicing.send-again' : 'invoicing.send'), act: () => send.run({ invoiceId }) }
  const credit: Deed = { key: 'c', label: t('invoicing.credit'), act: onCredit }
  if (status === 'credit_note') return [sending]
  if (status === 'credited') return []
  const paid: Deed = { key: 'p', label: t('invoicing.paid'), act: () => pay.run({ invoiceId }) }
  const reminder: Deed = { key: 'r', label: t('invoicing.remind'), act: () => remind.run({ invoiceId }) }
  const isOpen = status === 'open' || status === 'overdue'
  if (invoice.kind === 'opening') return isOpen ? [paid, ...(status === 'overdue' ? [reminder] : []), credit] : []
  if (!isOpen) return [sending, credit]
  return [
    ...(invoice.sentAt === null ? [sending, paid] : [paid]),
    ...(status === 'overdue' ? [reminder] : []),
    ...(invoice.sentAt === null ? [] : [sending]),
    credit,
  ]
}
