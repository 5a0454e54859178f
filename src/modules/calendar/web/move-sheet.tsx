import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { HoursField } from '../../../web/kit/number-field.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextArea, TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { clockText } from './clock-text.ts'
import type { Session } from './sessions.ts'

/** Another day, time, length or place. */
export function MoveSheet({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const { t } = useTexts()
  const initial = { on: session.on as string, time: session.time, minutes: String(session.minutes), place: session.place, note: session.note }
  const send = sendTo('calendar.move', (values: typeof initial) => ({
    sessionId: session.id,
    on: values.on,
    time: clockText(values.time),
    minutes: Number(values.minutes),
    place: values.place,
    note: values.note,
  }))
  const form = useForm({ name: `calendar.move.${session.id}`, initial, send, onDone: onClose })
  return (
    <Sheet title={t('calendar.move')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <FieldRow>
          <DayField label={t('calendar.on')} autoFocus {...form.field('on')} />
          <TextField label={t('calendar.time-of-day')} {...form.field('time')} />
          <HoursField label={t('calendar.length')} {...form.field('minutes')} />
        </FieldRow>
        <TextField label={t('calendar.place')} {...form.field('place')} />
        <TextArea label={t('calendar.note')} {...form.field('note')} />
      </Form>
    </Sheet>
  )
}
