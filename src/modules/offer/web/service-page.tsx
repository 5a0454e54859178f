import { Form, FormError, sendTo, useForm } from '../../../web/kit/form.tsx'
import { FieldRow } from '../../../web/kit/form.tsx'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { Link, useBack, useGo, usePath } from '../../../web/kit/navigation.tsx'
import { MoneyField, QuantityField } from '../../../web/kit/number-field.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { useCompany, useMay } from '../../../web/kit/session.tsx'
import { TextArea, TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { taxCategories } from './choices.ts'

type Service = CallOutput<'offer.list'>['services'][number]
type Unit = Service['unit']

interface Values {
  name: string
  description: string
  unit: Unit
  minutes: string
  price: string
  taxCategory: Service['taxCategory']
  draws: string
}

export function NewServicePage() {
  const { t } = useTexts()
  const { currency } = useCompany()
  const send = sendTo('offer.create-service', (values: Values) => ({ ...fieldsOf(values, currency), unit: values.unit }))
  return <ServiceForm title={t('offer.new-service')} name="offer.new-service" initial={empty} send={send} isNew />
}

export function EditServicePage() {
  const { t } = useTexts()
  const { serviceId } = usePath<'serviceId'>()
  const offer = useOperation('offer.list', { withArchived: true })
  const company = useCompany()
  const service = offer.data?.services.find((each) => each.id === serviceId)
  if (offer.error)
    return (
      <Page title={t('offer.service')}>
        <FormError problem={offer.error} />
      </Page>
    )
  if (!service) return <Waiting />
  const send = sendTo('offer.update-service', (values: Values) => ({ serviceId, ...fieldsOf(values, company.currency) }))
  return <ServiceForm key={serviceId} title={service.name} name={`offer.service.${serviceId}`} initial={valuesOf(service)} send={send} />
}

function ServiceForm({
  title,
  name,
  initial,
  send,
  isNew = false,
}: {
  title: string
  name: string
  initial: Values
  send: (values: Values, key: string) => Promise<unknown>
  isNew?: boolean
}) {
  const { t } = useTexts()
  const back = useBack()
  const mayChange = useMay('owner', 'staff')
  const go = useGo()
  const { currency } = useCompany()
  const form = useForm({ name, initial, send, onDone: () => go('/offer', { replace: true }) })
  const { unit } = form.values
  return (
    <Page title={title} titleBefore={<Link to="/offer">{t('offer.title')}</Link>} lead={isNew ? t('offer.service-lead') : undefined}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={() => back('/offer')} isReadOnly={!mayChange}>
        <TextField label={t('offer.name')} autoFocus={isNew} isRequired {...form.field('name')} />
        <FieldRow>
          {isNew ? (
            <Select
              label={t('offer.counted-in')}
              choices={(['lesson', 'minute', 'piece'] as const).map((value) => ({ value, label: t(`offer.unit-${value}`) }))}
              {...form.field<Unit>('unit')}
            />
          ) : null}
          {unit === 'piece' ? null : <QuantityField label={t('offer.length')} unit="min" {...form.field('minutes')} />}
          <MoneyField label={t(`offer.price-per-${unit}`)} currency={currency} {...form.field('price')} />
          <Select label={t('offer.tax')} choices={taxCategories(t)} {...form.field<Service['taxCategory']>('taxCategory')} />
        </FieldRow>
        {unit === 'minute' ? null : <QuantityField label={t('offer.draws')} hint={t('offer.draws-hint')} {...form.field('draws')} />}
        <TextArea label={t('offer.description')} {...form.field('description')} />
      </Form>
    </Page>
  )
}

const empty: Values = { name: '', description: '', unit: 'lesson', minutes: '60', price: '', taxCategory: 'standard', draws: '1' }

function valuesOf(service: Service): Values {
  return {
    name: service.name,
    description: service.description,
    unit: service.unit,
    minutes: service.minutes === null ? '' : String(service.minutes),
    price: service.price?.amount ?? '',
    taxCategory: service.taxCategory,
    draws: service.draws,
  }
}

function fieldsOf(values: Values, currency: string) {
  const minutes = values.unit === 'piece' || values.minutes.trim() === '' ? null : Number(values.minutes)
  return {
    name: values.name,
    description: values.description,
    minutes,
    price: values.price.trim() === '' ? null : { amount: values.price, currency },
    taxCategory: values.taxCategory,
    ...(values.unit === 'minute' ? {} : { draws: values.draws || '1' }),
  }
}
