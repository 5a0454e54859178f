import { useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { EmptyState, Waiting } from '../../../web/kit/layout.tsx'
import { HoursField } from '../../../web/kit/number-field.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { clockText } from './clock-text.ts'

/** On a thread: book a session for this customer without leaving it. */
export function ThreadBook({ contactId, contactName }: { readonly contactId: string; readonly contactName: string }) {
  const { t } = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  useKeys([{ key: 'b', label: t('calendar.book'), act: () => setIsOpen(true) }])
  return (
    <>
      <Button size="small" icon="calendar" shortcut="b" onClick={() => setIsOpen(true)}>
        {t('calendar.book')}
      </Button>
      {isOpen ? <BookSheet contactId={contactId} contactName={contactName} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

type Choices = CallOutput<'agreements.for-delivery'>

function BookSheet({ contactId, contactName, onClose }: { readonly contactId: string; readonly contactName: string; readonly onClose: () => void }) {
  const { t } = useTexts()
  const choices = useOperation('agreements.for-delivery', { contactId })
  return (
    <Sheet title={`${t('calendar.book')}: ${contactName}`} onClose={onClose}>
      {choices.data === undefined ? <Waiting /> : null}
      {choices.data?.services.length === 0 ? (
        <EmptyState text={t('calendar.no-services')} action={<LinkButton to="/offer/services/new">{t('calendar.add-service')}</LinkButton>} />
      ) : null}
      {choices.data && choices.data.services.length > 0 ? <BookForm contactId={contactId} choices={choices.data} onClose={onClose} /> : null}
    </Sheet>
  )
}

function BookForm({ contactId, choices, onClose }: { readonly contactId: string; readonly choices: Choices; readonly onClose: () => void }) {
  const { t } = useTexts()
  const format = useFormat()
  const first = choices.services.find((service) => service.agreementId !== null || service.minutes !== null) ?? choices.services[0]!
  const initial = {
    on: format.today as string,
    time: '',
    serviceId: first.id as string,
    minutes: lengthOf(first),
    agreementId: first.agreementId ?? '',
    place: '',
  }
  const send = sendTo('calendar.book', (values: typeof initial) => ({
    serviceId: values.serviceId,
    on: values.on,
    time: clockText(values.time),
    minutes: Number(values.minutes),
    place: values.place,
    participants: [
      {
        contactId,
        thingId: choices.agreements.find((each) => each.id === values.agreementId)?.thingId ?? null,
        agreementId: values.agreementId || null,
      },
    ],
  }))
  const cancel = useAction('calendar.cancel')
  const form = useForm({
    name: `calendar.book.${contactId}`,
    initial,
    send,
    onDone: ({ id }, { on, time }) => {
      showToast({
        text: t('calendar.booked', { day: format.day(on, { withWeekday: true, isShort: true }), time: clockText(time) }),
        undo: () => cancel.start({ sessionId: id }),
      })
      onClose()
    },
  })
  const chooseService = (serviceId: string) => {
    const service = choices.services.find((each) => each.id === serviceId)
    if (service) form.change((before) => ({ ...before, serviceId, minutes: lengthOf(service), agreementId: service.agreementId ?? '' }))
  }
  return (
    <Form form={form} submitLabel={t('calendar.book')} onCancel={onClose}>
      <FieldRow>
        <DayField label={t('calendar.on')} autoFocus {...form.field('on')} />
        <TextField label={t('calendar.time-of-day')} placeholder="14:00" {...form.field('time')} />
      </FieldRow>
      <Select
        label={t('calendar.service')}
        choices={choices.services.map(({ id, name }) => ({ value: id as string, label: name }))}
        {...form.field<string>('serviceId')}
        onChange={chooseService}
      />
      <Select label={t('calendar.agreement')} choices={agreementChoices(choices, t('calendar.no-agreement'))} {...form.field<string>('agreementId')} />
      <FieldRow>
        <HoursField label={t('calendar.length')} {...form.field('minutes')} />
        <TextField label={t('calendar.place')} {...form.field('place')} />
      </FieldRow>
    </Form>
  )
}

function lengthOf(service: Choices['services'][number]): string {
  return String(service.minutes ?? 60)
}

function agreementChoices(choices: Choices, none: string): { value: string; label: string }[] {
  return [
    ...choices.agreements.map(({ id, name, thingName }) => ({ value: id as string, label: thingName ? `${name} · ${thingName}` : name })),
    { value: '', label: none },
  ]
}
