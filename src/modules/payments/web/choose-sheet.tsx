import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Facts } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { findPayers, useFindOpenInvoices } from './find-payers.ts'
import { proposalText, type BankLine } from './proposal.tsx'

/** What a bank line belongs to: one of the proposals, an invoice, or a customer. */
export function ChooseSheet({ line, onClose }: { readonly line: BankLine; readonly onClose: () => void }) {
  const { t } = useTexts()
  const isIncoming = !line.amount.amount.startsWith('-')
  const findOpenInvoices = useFindOpenInvoices()
  const accept = useAction('payments.accept-match', { done: t('payments.matched'), onDone: onClose })
  const initial: { invoice: Option | null; contact: Option | null } = { invoice: null, contact: null }
  const form = useForm({
    name: `payments.choose ${line.id}`,
    initial,
    isKept: false,
    send: sendTo('payments.accept-match', (values: typeof initial) => ({
      bankTransactionId: line.id,
      ...(values.invoice ? { invoiceIds: [values.invoice.id] } : {}),
      ...(values.contact && !values.invoice ? { contactId: values.contact.id } : {}),
    })),
    onDone: () => {
      showToast({ text: t('payments.matched') })
      onClose()
    },
  })
  return (
    <Sheet title={t('payments.choose-title')} onClose={onClose}>
      <Facts
        facts={[
          [t('payments.amount'), <Money key="amount" value={line.amount} />],
          [t('payments.on'), <DayText key="day" value={line.bookedOn} />],
          line.counterpartyName ? [t('payments.from'), line.counterpartyName] : undefined,
          line.remittance ? [t('payments.text'), line.remittance] : undefined,
        ]}
      />
      <List
        label={t('payments.proposals')}
        isMain={false}
        rows={line.candidates.map((candidate, index) => ({
          id: String(index),
          title: proposalText(candidate, t),
          open: () =>
            accept.run(
              candidate.invoices.length > 0
                ? { bankTransactionId: line.id, invoiceIds: candidate.invoices.map((invoice) => invoice.invoiceId) }
                : { bankTransactionId: line.id, contactId: candidate.contactId },
            ),
        }))}
      />
      <Form form={form} submitLabel={t('payments.match')} onCancel={onClose}>
        {isIncoming ? <Combobox label={t('payments.invoice')} load={findOpenInvoices} autoFocus {...form.field<Option | null>('invoice')} /> : null}
        {form.values.invoice ? null : (
          <Combobox
            label={t('payments.customer')}
            hint={t(isIncoming ? 'payments.customer-hint' : 'payments.refund-hint')}
            load={findPayers}
            {...form.field<Option | null>('contact')}
          />
        )}
      </Form>
    </Sheet>
  )
}
