import type { MoneyOnTheWire } from '../../../kernel/money.ts'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { MoneyField } from '../../../web/kit/number-field.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'

/** Gives up what is open of an invoice, or a part of it, with the reason. */
export function WriteOffSheet({ invoiceId, open, onClose }: { readonly invoiceId: string; readonly open: MoneyOnTheWire; readonly onClose: () => void }) {
  const { t } = useTexts()
  const undo = useAction('payments.undo-write-off')
  const initial = { amount: open.amount, reason: '' }
  const send = sendTo('payments.write-off', (values: typeof initial) => ({
    invoiceId,
    amount: { amount: values.amount, currency: open.currency },
    reason: values.reason,
  }))
  const form = useForm({
    name: `payments.write-off ${invoiceId}`,
    initial,
    send,
    fieldOf: (path) => (path.startsWith('amount') ? 'amount' : path),
    onDone: ({ id }) => {
      showToast({ text: t('payments.written-off'), undo: () => undo.start({ writeOffId: id }) })
      onClose()
    },
  })
  return (
    <Sheet title={t('payments.write-off')} onClose={onClose}>
      <Form form={form} submitLabel={t('payments.write-off')} onCancel={onClose}>
        <p>{t('payments.write-off-hint')}</p>
        <TextField label={t('payments.reason')} autoFocus isRequired {...form.field('reason')} />
        <MoneyField label={t('payments.amount')} currency={open.currency} {...form.field('amount')} />
      </Form>
    </Sheet>
  )
}
