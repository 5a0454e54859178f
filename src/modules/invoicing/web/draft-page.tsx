import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { Form, FormError, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { Link, useBack, useGo, usePath, useQueryText } from '../../../web/kit/navigation.tsx'
import { QuantityField } from '../../../web/kit/number-field.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useCompany } from '../../../web/kit/session.tsx'
import { TextArea } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { DraftLines } from './draft-lines.tsx'
import { DraftMore } from './draft-more.tsx'
import { emptyLine, emptyMore, linesForInput, moreForInput, valuesOf, type DraftValues } from './draft-values.ts'
import type { Invoice } from './invoice-page.tsx'
import { findContacts } from '../../contacts/web/shared.ts'

/** A new invoice by hand: for whom, and what. Everything that the system knows is under "not yet invoiced". */
export function NewInvoicePage() {
  const { t } = useTexts()
  const go = useGo()
  const back = useBack()
  const company = useCompany()
  const [contactId] = useQueryText('contact')
  const [contactName] = useQueryText('name')
  const currency = company.currency
  const initial: DraftValues = {
    contact: contactId ? { id: contactId, label: contactName || '…' } : null,
    note: '',
    daysToPay: String(company.daysToPay),
    lines: [emptyLine],
    ...emptyMore,
  }
  const send = sendTo('invoicing.create-draft', (values: DraftValues) => ({
    contactId: values.contact?.id ?? '',
    lines: linesForInput(values, currency),
    note: values.note.trim() === '' ? null : values.note,
    daysToPay: Number(values.daysToPay),
    ...moreForInput(values, currency),
  }))
  const form = useForm({
    name: 'invoicing.new',
    initial,
    send,
    fieldOf: (path) => (path === 'contactId' ? 'contact' : path),
    onDone: ({ id }) => go(`/money/invoices/${id}`, { replace: true }),
  })
  return (
    <Page title={t('invoicing.new')} titleBefore={<Link to="/money">{t('invoicing.title')}</Link>}>
      <Form form={form} submitLabel={t('invoicing.save-draft')} onCancel={() => back('/money')}>
        <Combobox label={t('invoicing.customer')} load={findContacts} autoFocus={!contactId} isRequired {...form.field<Option | null>('contact')} />
        <DraftLines form={form} currency={currency} />
        <TextArea label={t('invoicing.note')} hint={t('invoicing.note-hint')} {...form.field('note')} />
        <QuantityField label={t('invoicing.days-to-pay')} {...form.field('daysToPay')} />
        <DraftMore form={form} currency={currency} />
      </Form>
    </Page>
  )
}

export function EditInvoicePage() {
  const { t } = useTexts()
  const { invoiceId } = usePath<'invoiceId'>()
  const read = useOperation('invoicing.read', { invoiceId })
  if (read.error)
    return (
      <Page title={t('invoicing.edit')}>
        <FormError problem={read.error} />
      </Page>
    )
  if (!read.data) return <Waiting />
  return <EditForm key={read.data.id} invoice={read.data} />
}

function EditForm({ invoice }: { readonly invoice: Invoice }) {
  const { t } = useTexts()
  const back = useBack()
  const here = `/money/invoices/${invoice.id}` as const
  const form = useForm({
    name: `invoicing.edit.${invoice.id}`,
    initial: valuesOf(invoice),
    send: sendTo('invoicing.change-draft', (values: DraftValues) => ({
      invoiceId: invoice.id,
      note: values.note.trim() === '' ? null : values.note,
      daysToPay: Number(values.daysToPay),
      lines: linesForInput(values, invoice.currency),
      ...moreForInput(values, invoice.currency),
    })),
    onDone: () => back(here),
  })
  return (
    <Page title={t('invoicing.edit')} titleBefore={<Link to={here}>{invoice.contactName}</Link>}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={() => back(here)}>
        <DraftLines form={form} currency={invoice.currency} />
        <TextArea label={t('invoicing.note')} hint={t('invoicing.note-hint')} {...form.field('note')} />
        <QuantityField label={t('invoicing.days-to-pay')} {...form.field('daysToPay')} />
        <DraftMore form={form} currency={invoice.currency} />
      </Form>
    </Page>
  )
}
