import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Checkbox } from '../../../web/kit/choice.tsx'
import { call } from '../../../web/kit/client.ts'
import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Waiting } from '../../../web/kit/layout.tsx'
import { HoursField } from '../../../web/kit/number-field.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { Elapsed } from './timer-bar.tsx'

/** On a thread: note time for this customer, or let the timer do it. */
export function ThreadTime({ contactId, contactName }: { readonly contactId: string; readonly contactName: string }) {
  const { t } = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  useKeys([{ key: 'h', label: t('work.record'), act: () => setIsOpen(true) }])
  return (
    <>
      <Button size="small" icon="clock" shortcut="h" onClick={() => setIsOpen(true)}>
        {t('work.record')}
      </Button>
      <ThreadTimer contactId={contactId} />
      {isOpen ? (
        <Sheet title={`${t('work.record')}: ${contactName}`} onClose={() => setIsOpen(false)}>
          <TimeForm contactId={contactId} onClose={() => setIsOpen(false)} />
        </Sheet>
      ) : null}
    </>
  )
}

/** Starts the timer for this customer; while it runs for this customer the same letter stops and records it. */
function ThreadTimer({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  const timer = useOperation('work.timer', {}).data?.timer ?? null
  const start = useAction('work.start-timer', { done: t('work.timer-started'), undo: () => call('work.discard-timer', {}) })
  const stop = useAction('work.stop-timer', { done: t('work.timer-recorded'), undo: ({ id }) => call('work.remove-time', { timeEntryId: id }) })
  const isOurs = timer?.contactId === contactId
  const label = t(isOurs ? 'work.timer-stop' : 'work.timer-start')
  const act = () => (isOurs ? stop.run({}) : start.run({ contactId }))
  useKeys([{ key: 's', label, act }])
  return (
    <Button size="small" icon={isOurs ? 'stop' : 'play'} shortcut="s" isBusy={start.isRunning || stop.isRunning} onClick={act}>
      {label}
      {isOurs ? <Elapsed since={timer.startedAt} /> : null}
    </Button>
  )
}

function TimeForm({ contactId, onClose }: { readonly contactId: string; readonly onClose: () => void }) {
  const choices = useOperation('agreements.for-delivery', { contactId })
  if (!choices.data) return <Waiting />
  return <TimeFields contactId={contactId} choices={choices.data} onClose={onClose} />
}

interface Fields {
  readonly contactId: string
  readonly choices: CallOutput<'agreements.for-delivery'>
  readonly onClose: () => void
}

function TimeFields({ contactId, choices, onClose }: Fields) {
  const { t } = useTexts()
  const format = useFormat()
  const initial = { on: format.today as string, minutes: '', agreementId: choices.timeAgreementId ?? '', note: '', isBillable: true }
  const send = sendTo('work.record-time', (values: typeof initial) => ({
    contactId,
    on: values.on,
    minutes: Number(values.minutes),
    agreementId: values.agreementId || null,
    note: values.note,
    isBillable: values.isBillable,
  }))
  const remove = useAction('work.remove-time')
  const form = useForm({
    name: `work.time.${contactId}`,
    initial,
    send,
    onDone: ({ id }, { minutes }) => {
      showToast({ text: t('work.recorded', { hours: format.hours(Number(minutes)) }), undo: () => remove.start({ timeEntryId: id }) })
      onClose()
    },
  })
  return (
    <Form form={form} submitLabel={t('work.record')} onCancel={onClose}>
      <FieldRow>
        <HoursField label={t('work.hours')} autoFocus {...form.field('minutes')} />
        <DayField label={t('work.on')} prefersPast {...form.field('on')} />
      </FieldRow>
      <TextField label={t('work.note')} {...form.field('note')} />
      <Select
        label={t('work.agreement')}
        choices={[...choices.agreements.map(({ id, name }) => ({ value: id as string, label: name })), { value: '', label: t('work.no-agreement') }]}
        {...form.field<string>('agreementId')}
      />
      <Checkbox label={t('work.billable')} {...form.field<boolean>('isBillable')} />
    </Form>
  )
}
