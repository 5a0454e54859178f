import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { useBack, useQueryText } from '../../../web/kit/navigation.tsx'
import { MoneyField } from '../../../web/kit/number-field.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { useCompany } from '../../../web/kit/session.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { findPayers, useFindOpenInvoices } from './find-payers.ts'

const methods = ['bank', 'cash', 'card', 'other'] as const

/** A payment by hand; with an invoice chosen, its open amount is what is recorded unless another is typed. */
export function RecordPage() {
  const { t } = useTexts()
  const [invoiceId] = useQueryText('invoice')
  const [contactId] = useQueryText('contact')
  const invoice = useOperation('invoicing.read', { invoiceId }, { enabled: invoiceId !== '' })
  const contact = useOperation('contacts.read', { contactId }, { enabled: contactId !== '' })
  const isWaiting = (invoiceId !== '' && !invoice.data && !invoice.error) || (contactId !== '' && !contact.data && !contact.error)
  const chosenInvoice = invoice.data ? { id: invoice.data.id, label: `${invoice.data.number ?? ''} ${invoice.data.contactName}` } : null
  const chosenContact = contact.data ? { id: contactId, label: nameOf(contact.data) } : null
  return (
    <Page title={t('payments.record')}>
      {isWaiting ? (
        <Waiting />
      ) : (
        <RecordForm invoice={chosenInvoice} contact={chosenContact} amount={invoice.data?.open?.amount ?? ''} currency={invoice.data?.currency} />
      )}
    </Page>
  )
}

function RecordForm({
  invoice,
  contact,
  amount,
  currency,
}: {
  readonly invoice: Option | null
  readonly contact: Option | null
  readonly amount: string
  readonly currency: string | undefined
}) {
  const { t } = useTexts()
  const format = useFormat()
  const company = useCompany()
  const back = useBack()
  const findOpenInvoices = useFindOpenInvoices()
  const inCurrency = currency ?? company.currency
  const initial = { invoice, contact, amount, on: format.today as string, method: 'bank' as (typeof methods)[number], note: '' }
  const form = useForm({
    name: `payments.record ${invoice?.id ?? contact?.id ?? ''}`,
    initial,
    send: sendTo('payments.record', (values: typeof initial) => ({
      ...(values.invoice ? { invoiceId: values.invoice.id } : {}),
      ...(values.contact && !values.invoice ? { contactId: values.contact.id } : {}),
      ...(values.amount ? { amount: { amount: values.amount, currency: inCurrency } } : {}),
      on: values.on,
      method: values.method,
      note: values.note || null,
    })),
    fieldOf: (path) => (path === 'contactId' ? 'contact' : path === 'invoiceId' ? 'invoice' : path.startsWith('amount') ? 'amount' : path),
    onDone: () => {
      showToast({ text: t('payments.recorded') })
      back('/money/paid')
    },
  })
  return (
    <Form form={form} submitLabel={t('payments.record')} onCancel={() => back('/money/paid')}>
      <Combobox
        label={t('payments.invoice')}
        hint={t('payments.invoice-hint')}
        load={findOpenInvoices}
        autoFocus={!invoice && !contact}
        {...form.field<Option | null>('invoice')}
      />
      {form.values.invoice ? null : <Combobox label={t('payments.customer')} load={findPayers} {...form.field<Option | null>('contact')} />}
      <FieldRow>
        <MoneyField
          label={t('payments.amount')}
          currency={inCurrency}
          autoFocus={Boolean(invoice ?? contact)}
          placeholder={form.values.invoice ? t('payments.amount-open') : ''}
          {...form.field('amount')}
        />
        <DayField label={t('payments.on')} prefersPast {...form.field('on')} />
      </FieldRow>
      <FieldRow>
        <Select
          label={t('payments.method')}
          choices={methods.map((value) => ({ value, label: t(`payments.method-${value}`) }))}
          {...form.field<(typeof methods)[number]>('method')}
        />
        <TextField label={t('payments.note')} {...form.field('note')} />
      </FieldRow>
    </Form>
  )
}

function nameOf(contact: unknown): string {
  const found = contact as { name?: string; contact?: { name?: string } }
  return found.name ?? found.contact?.name ?? ''
}
