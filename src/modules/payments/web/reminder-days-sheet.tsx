import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { QuantityField } from '../../../web/kit/number-field.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

type ReminderDays = CallOutput<'payments.reminders-due'>['days']

/** The days after which each reminder goes. */
export function ReminderDaysSheet({ days, onClose }: { readonly days: ReminderDays; readonly onClose: () => void }) {
  const { t } = useTexts()
  const form = useForm({
    name: 'payments.reminder-days',
    initial: { first: String(days.first), second: String(days.second), third: String(days.third), between: String(days.between) },
    send: sendTo('payments.set-reminder-days', (values: Record<keyof ReminderDays, string>) => ({
      first: Number(values.first),
      second: Number(values.second),
      third: Number(values.third),
      between: Number(values.between),
    })),
    onDone: onClose,
  })
  const unit = t('payments.days-unit')
  return (
    <Sheet title={t('payments.days')} onClose={onClose}>
      <p>{t('payments.days-lead')}</p>
      <Form form={form} submitLabel={t('payments.days-save')} onCancel={onClose}>
        <QuantityField label={t('payments.days-first')} unit={unit} autoFocus {...form.field('first')} />
        <QuantityField label={t('payments.days-second')} unit={unit} {...form.field('second')} />
        <QuantityField label={t('payments.days-third')} unit={unit} {...form.field('third')} />
        <QuantityField label={t('payments.days-between')} unit={unit} {...form.field('between')} />
      </Form>
    </Sheet>
  )
}
