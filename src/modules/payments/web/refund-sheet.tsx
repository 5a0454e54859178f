import type { MoneyOnTheWire } from '../../../kernel/money.ts'
import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { MoneyField } from '../../../web/kit/number-field.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'

/** Credit was paid back to the customer. */
export function RefundSheet({ contactId, credit, onClose }: { readonly contactId: string; readonly credit: MoneyOnTheWire; readonly onClose: () => void }) {
  const { t } = useTexts()
  const format = useFormat()
  const initial = { amount: credit.amount, on: format.today as string, reason: '' }
  const undo = useAction('payments.undo-refund')
  const send = sendTo('payments.refund', (values: typeof initial) => ({
    contactId,
    amount: { amount: values.amount, currency: credit.currency },
    on: values.on,
    reason: values.reason,
  }))
  const form = useForm({
    name: `payments.refund ${contactId} ${credit.amount}`,
    initial,
    send,
    fieldOf: (path) => (path.startsWith('amount') ? 'amount' : path),
    onDone: ({ ids }) => {
      showToast({ text: t('payments.refunded'), undo: () => undo.start({ refundIds: ids }) })
      onClose()
    },
  })
  return (
    <Sheet title={t('payments.refund')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <FieldRow>
          <MoneyField label={t('payments.amount')} currency={credit.currency} {...form.field('amount')} />
          <DayField label={t('payments.on')} prefersPast {...form.field('on')} />
        </FieldRow>
        <TextField label={t('payments.reason')} autoFocus {...form.field('reason')} />
      </Form>
    </Sheet>
  )
}
