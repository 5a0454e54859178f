import { DayField } from '../../../web/kit/day-field.tsx'
import { Form, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { call } from '../../../web/kit/client.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'

export type EventVerb = 'pause' | 'resume' | 'give-notice' | 'end-early' | 'decline'

/** A day and a reason: pause, resume, notice, early end, or a customer's no. */
export function EventSheet({ agreementId, verb, onClose }: { agreementId: string; verb: EventVerb; onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useFormat()
  const form = useForm({
    name: `agreements.${verb}.${agreementId}`,
    initial: { on: today, reason: '' },
    send: (values, idempotencyKey): Promise<unknown> =>
      verb === 'decline'
        ? call('agreements.decline', { agreementId, reason: values.reason }, { idempotencyKey })
        : call(`agreements.${verb}`, { agreementId, on: values.on, reason: values.reason }, { idempotencyKey }),
    onDone: () => {
      showToast({ text: t(`agreements.done-${verb}`) })
      onClose()
    },
  })
  return (
    <Sheet title={t(`agreements.verb-${verb}`)} onClose={onClose}>
      <Form form={form} submitLabel={t(`agreements.verb-${verb}`)} onCancel={onClose}>
        <p>{t(`agreements.what-${verb}`)}</p>
        {verb === 'decline' ? null : <DayField label={t('agreements.on')} {...form.field('on')} />}
        <TextField label={t('agreements.reason')} {...form.field('reason')} />
      </Form>
    </Sheet>
  )
}
