import { Form, useForm } from '../../../web/kit/form.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { MoneyField } from '../../../web/kit/number-field.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Checkout } from './online-part.tsx'

/** Sends money of an online payment back through its provider; it waits ten seconds, with Undo. */
export function OnlineRefundSheet({ checkout, onClose }: { readonly checkout: Checkout; readonly onClose: () => void }) {
  const { t } = useTexts()
  const { currency } = checkout.amount
  const initial = { amount: checkout.refundable.amount, reason: '' }
  const refund = useLater('payments.refund-online', { waiting: t('payments.online-refunding'), done: t('payments.online-refund-told') })
  const form = useForm({
    name: `payments.refund-online ${checkout.id}`,
    initial,
    send: (values: typeof initial) => refund.start({ checkoutId: checkout.id, amount: { amount: values.amount, currency }, reason: values.reason }),
    fieldOf: (path) => (path.startsWith('amount') ? 'amount' : path),
    onDone: onClose,
  })
  return (
    <Sheet title={t('payments.online-refund')} onClose={onClose}>
      <Form form={form} submitLabel={t('payments.online-refund-send')} onCancel={onClose}>
        <MoneyField label={t('payments.amount')} currency={currency} {...form.field('amount')} />
        <TextField label={t('payments.reason')} autoFocus {...form.field('reason')} />
      </Form>
    </Sheet>
  )
}
