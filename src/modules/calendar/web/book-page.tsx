import { useEffect, useRef } from 'react'
import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState, Page, Waiting } from '../../../web/kit/layout.tsx'
import { LinkButton } from '../../../web/kit/button.tsx'
import { useBack, useGo, useQueryText } from '../../../web/kit/navigation.tsx'
import { HoursField } from '../../../web/kit/number-field.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { clockText } from './clock-text.ts'
import { findPeople, findThings } from './find-people.ts'

interface Values {
  readonly serviceId: string
  readonly contact: Option | null
  readonly thing: Option | null
  readonly on: string
  readonly time: string
  readonly minutes: string
  readonly place: string
}

/** Books a session: what, with whom, when. */
export function BookPage() {
  const { t } = useTexts()
  const offer = useOperation('offer.list', {})
  if (!offer.data) return <Waiting />
  const services = offer.data.services
  return (
    <Page title={t('calendar.book')}>
      {services.length === 0 ? (
        <EmptyState
          text={t('calendar.no-services')}
          action={
            <LinkButton look="primary" to="/offer/services/new">
              {t('calendar.add-service')}
            </LinkButton>
          }
        />
      ) : (
        <BookForm services={services.map(({ id, name, minutes }) => ({ id, name, minutes }))} />
      )}
    </Page>
  )
}

function BookForm({ services }: { readonly services: readonly { id: string; name: string; minutes: number | null }[] }) {
  const { t } = useTexts()
  const format = useFormat()
  const go = useGo()
  const back = useBack()
  const [on] = useQueryText('on', format.today)
  const first = services.find((service) => service.minutes !== null) ?? services[0]!
  const initial: Values = { serviceId: first.id, contact: null, thing: null, on, time: '', minutes: String(first.minutes ?? 60), place: '' }
  const send = sendTo('calendar.book', (values: Values) => ({
    serviceId: values.serviceId,
    on: values.on,
    time: clockText(values.time),
    minutes: Number(values.minutes),
    place: values.place,
    participants: values.contact ? [{ contactId: values.contact.id, thingId: values.thing?.id ?? null }] : [],
  }))
  const form = useForm({ name: 'calendar.book', initial, send, onDone: ({ id }) => go(`/calendar/sessions/${id}`, { replace: true }) })
  const service = form.field('serviceId')
  const length = form.field('minutes')
  const lastService = useRef(service.value)
  useEffect(() => {
    if (lastService.current === service.value) return
    lastService.current = service.value
    const minutes = services.find((each) => each.id === service.value)?.minutes
    if (minutes) length.onChange(String(minutes))
  })
  return (
    <Form form={form} submitLabel={t('calendar.book')} onCancel={() => back('/calendar')}>
      <FieldRow>
        <Combobox label={t('calendar.participant')} autoFocus load={findPeople} {...form.field('contact')} />
        <Combobox label={t('calendar.thing')} opensOnFocus={false} load={findThings} {...form.field('thing')} />
      </FieldRow>
      <Select label={t('calendar.service')} choices={services.map(({ id, name }) => ({ value: id, label: name }))} {...service} />
      <FieldRow>
        <DayField label={t('calendar.on')} {...form.field('on')} />
        <TextField label={t('calendar.time-of-day')} placeholder="14:00" {...form.field('time')} />
        <HoursField label={t('calendar.length')} {...length} />
      </FieldRow>
      <TextField label={t('calendar.place')} {...form.field('place')} />
    </Form>
  )
}
