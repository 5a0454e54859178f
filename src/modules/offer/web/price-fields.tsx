import { Button } from '../../../web/kit/button.tsx'
import { Checkbox } from '../../../web/kit/choice.tsx'
import { FieldRow } from '../../../web/kit/form.tsx'
import { MoneyField, PercentField, QuantityField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { TaxCategory, TermsOnTheWire, Unit } from '../terms.ts'
import { taxCategories } from './choices.ts'
import { Line, Part } from './part.tsx'
import type { OfferedService } from './terms-form.tsx'
import type { TermsFields } from './terms-fields.ts'

type PriceOnTheWire = TermsOnTheWire['price']

/** What the customer pays: a fixed price, rates for delivered units, goods, a discount, with or without tax. */
export function PriceFields({ fields, currency, services }: { fields: TermsFields; currency: string; services: readonly OfferedService[] }) {
  const { t } = useTexts()
  const price = fields.at<PriceOnTheWire>('price')
  const setFixed = (every: '' | 'once' | 'period') =>
    fields.set(
      'price.fixed',
      every === '' ? null : { amount: price.fixed?.amount ?? { amount: '0', currency }, every, taxCategory: price.fixed?.taxCategory ?? 'standard' },
    )
  return (
    <Part
      title={t('offer.part-price')}
      moreLabel={t('offer.more-price')}
      more={
        <>
          <Button size="small" icon="plus" onClick={() => fields.set('price.rates', [...price.rates, newRate(currency)])}>
            {t('offer.add-rate')}
          </Button>
          <Button size="small" icon="plus" onClick={() => fields.set('price.goods', [...price.goods, newGood(currency)])}>
            {t('offer.add-good')}
          </Button>
          <DiscountFields fields={fields} currency={currency} />
          <FieldRow>
            <FeeField label={t('offer.no-show-fee')} path="price.noShowFee" fields={fields} currency={currency} />
            <FeeField label={t('offer.late-fee')} path="price.lateCancellationFee" fields={fields} currency={currency} />
          </FieldRow>
        </>
      }
    >
      <FieldRow>
        <Select
          label={t('offer.fixed-price')}
          name="price.fixed.every"
          value={price.fixed?.every ?? ''}
          emptyLabel={t('offer.fixed-none')}
          choices={(['once', 'period'] as const).map((value) => ({ value, label: t(`offer.fixed-${value}`) }))}
          onChange={(every) => setFixed(every as '' | 'once' | 'period')}
        />
        {price.fixed ? <MoneyField label={t('offer.amount')} currency={currency} {...fields.money('price.fixed.amount')} /> : null}
        {price.fixed ? <Select label={t('offer.tax')} choices={taxCategories(t)} {...fields.text<TaxCategory>('price.fixed.taxCategory')} /> : null}
      </FieldRow>
      {price.rates.map((rate, index) => (
        <RateLine key={index} fields={fields} index={index} unit={rate.unit} currency={currency} services={services} />
      ))}
      {price.goods.map((_good, index) => (
        <GoodLine key={index} fields={fields} index={index} currency={currency} />
      ))}
      <Checkbox label={t('offer.tax-included')} {...fields.yesNo('price.isTaxIncluded')} />
    </Part>
  )
}

function RateLine({
  fields,
  index,
  unit,
  currency,
  services,
}: {
  fields: TermsFields
  index: number
  unit: Unit
  currency: string
  services: readonly OfferedService[]
}) {
  const { t } = useTexts()
  const path = `price.rates.${index}`
  const rates = fields.at<PriceOnTheWire['rates']>('price.rates')
  const setUnit = (next: Unit) => fields.set(path, { ...rates[index], unit: next, per: next === 'minute' ? '60' : '1' })
  return (
    <Line>
      <FieldRow>
        <MoneyField label={t(`offer.rate-per-${unit}`)} currency={currency} {...fields.money(`${path}.amount`)} />
        <Select
          label={t('offer.counted-in')}
          name={`${path}.unit`}
          value={unit}
          choices={(['minute', 'lesson', 'piece'] as const).map((value) => ({ value, label: t(`offer.unit-${value}`) }))}
          onChange={setUnit}
        />
        {services.length > 0 ? (
          <Select
            label={t('offer.for-service')}
            name={`${path}.serviceId`}
            value={rates[index]?.serviceId ?? ''}
            emptyLabel={t('offer.any-service')}
            choices={services.map((service) => ({ value: service.id as string, label: service.name }))}
            onChange={(id) => fields.set(`${path}.serviceId`, id === '' ? null : id)}
          />
        ) : null}
        <Button look="quiet" size="small" onClick={() => fields.set('price.rates', rates.toSpliced(index, 1))}>
          {t('kit.remove')}
        </Button>
      </FieldRow>
    </Line>
  )
}

function GoodLine({ fields, index, currency }: { fields: TermsFields; index: number; currency: string }) {
  const { t } = useTexts()
  const goods = fields.at<PriceOnTheWire['goods']>('price.goods')
  const path = `price.goods.${index}`
  return (
    <Line>
      <TextField label={t('offer.good')} {...fields.text(`${path}.description`)} />
      <FieldRow>
        <QuantityField label={t('offer.quantity')} {...fields.text(`${path}.quantity`)} />
        <MoneyField label={t('offer.price-each')} currency={currency} {...fields.money(`${path}.amount`)} />
        <Select label={t('offer.tax')} choices={taxCategories(t)} {...fields.text<TaxCategory>(`${path}.taxCategory`)} />
        <Button look="quiet" size="small" onClick={() => fields.set('price.goods', goods.toSpliced(index, 1))}>
          {t('kit.remove')}
        </Button>
      </FieldRow>
    </Line>
  )
}

function DiscountFields({ fields, currency }: { fields: TermsFields; currency: string }) {
  const { t } = useTexts()
  const discount = fields.at<PriceOnTheWire['discount']>('price.discount')
  const choose = (kind: string) => {
    const reason = discount?.reason ?? t('offer.discount')
    if (kind === 'percent') fields.set('price.discount', { kind, percent: '10', reason })
    else if (kind === 'amount') fields.set('price.discount', { kind, amount: { amount: '0', currency }, reason })
    else fields.set('price.discount', null)
  }
  return (
    <FieldRow>
      <Select
        label={t('offer.discount')}
        name="price.discount.kind"
        value={discount?.kind ?? ''}
        emptyLabel={t('offer.discount-none')}
        choices={(['percent', 'amount'] as const).map((value) => ({ value, label: t(`offer.discount-${value}`) }))}
        onChange={choose}
      />
      {discount?.kind === 'percent' ? <PercentField label={t('offer.discount-percent')} {...fields.text('price.discount.percent')} /> : null}
      {discount?.kind === 'amount' ? <MoneyField label={t('offer.amount')} currency={currency} {...fields.money('price.discount.amount')} /> : null}
      {discount ? <TextField label={t('offer.discount-reason')} {...fields.text('price.discount.reason')} /> : null}
    </FieldRow>
  )
}

function FeeField({ label, path, fields, currency }: { label: string; path: string; fields: TermsFields; currency: string }) {
  const fee = fields.at<{ amount: { amount: string } } | null>(path)
  return (
    <MoneyField
      label={label}
      currency={currency}
      name={path}
      value={fee?.amount.amount ?? ''}
      error={fields.money(`${path}.amount`).error}
      onChange={(amount) => fields.set(path, amount.trim() === '' ? null : { amount: { amount, currency }, taxCategory: 'standard' })}
    />
  )
}

const newRate = (currency: string) => ({ serviceId: null, unit: 'minute', amount: { amount: '0', currency }, per: '60', taxCategory: 'standard' })
const newGood = (currency: string) => ({ description: '', quantity: '1', amount: { amount: '0', currency }, taxCategory: 'standard' })
