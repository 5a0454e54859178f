import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { MoneyField } from '../../../web/kit/number-field.tsx'
import { useCompany } from '../../../web/kit/session.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { findContacts } from './find-contacts.ts'

interface OpenInvoice {
  contact: Option | null
  number: string
  issuedOn: string
  dueOn: string
  gross: string
  open: string
}

const initial: OpenInvoice = { contact: null, number: '', issuedOn: '', dueOn: '', gross: '', open: '' }

/** One open invoice from before, with its old number. */
export function OpeningInvoiceSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const { currency } = useCompany()
  const send = sendTo('invoicing.open-invoice', (values: OpenInvoice) => ({
    contactId: values.contact?.id ?? '',
    number: values.number,
    issuedOn: values.issuedOn,
    dueOn: values.dueOn || values.issuedOn,
    gross: { amount: values.gross, currency },
    ...(values.open ? { open: { amount: values.open, currency } } : {}),
  }))
  const form = useForm({
    name: 'company.opening-invoice',
    initial,
    send,
    fieldOf: (path) => (path === 'contactId' ? 'contact' : path.replace(/\.amount$/, '')),
    onDone: () => {
      showToast({ text: t('company.opening-invoice-done') })
      onClose()
    },
  })
  return (
    <Sheet title={t('company.opening-invoice')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <Combobox label={t('company.opening-customer')} load={findContacts} autoFocus {...form.field<Option | null>('contact')} />
        <TextField label={t('company.opening-number')} width="medium" {...form.field('number')} />
        <FieldRow>
          <DayField label={t('company.opening-issued')} prefersPast {...form.field('issuedOn')} />
          <DayField label={t('company.opening-due')} {...form.field('dueOn')} />
        </FieldRow>
        <FieldRow>
          <MoneyField label={t('company.opening-gross')} currency={currency} {...form.field('gross')} />
          <MoneyField label={t('company.opening-open')} currency={currency} hint={t('company.opening-open-hint')} isRequired={false} {...form.field('open')} />
        </FieldRow>
      </Form>
    </Sheet>
  )
}
