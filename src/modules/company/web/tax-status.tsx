import { Checkbox, Segmented } from '../../../web/kit/choice.tsx'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { PercentField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { euCountries } from '../countries.ts'
import { orNull, type CompanyRead } from './company-page.tsx'
import { useNumberHint } from './vat-number-hint.ts'

type Company = CompanyRead['company']
type Regime = Company['taxRegime']
type Basis = Company['taxBasis']
type Method = Company['taxMethod']
type Rhythm = Company['taxPeriod']

interface Values {
  taxRegime: Regime
  vatNumber: string
  taxNumber: string
  prices: 'net' | 'gross'
  taxBasis: Basis
  taxMethod: Method
  taxPeriod: Rhythm
  isOneStopShop: boolean
  rate1: string
  label1: string
  rate2: string
  label2: string
}

const rhythms: readonly Rhythm[] = ['month', 'quarter', 'half_year', 'year']
const swiss = ['CH', 'LI']

/** Whether and how the company charges tax, and how it declares it. What the country does not know is not asked. */
export function TaxStatus({ company }: { company: Company }) {
  const { t } = useTexts()
  const isOwner = useMay('owner')
  const form = useForm({
    name: 'company.tax',
    initial: valuesOf(company),
    send: sendTo('company.update', inputOf),
    changesSession: true,
    onDone: () => showToast({ text: t('kit.saved') }),
    fieldOf: (path) => (path === 'isTaxIncluded' ? 'prices' : path.startsWith('flatRates.0') ? 'rate1' : path.startsWith('flatRates') ? 'rate2' : path),
  })
  const isStandard = form.values.taxRegime === 'standard'
  const hint = useNumberHint(form.values.vatNumber, company.country)
  return (
    <Section title={t('company.tax-status')}>
      <Form form={form} submitLabel={t('kit.save')} isSubmitHidden={!isOwner || !form.isChanged}>
        <fieldset disabled={!isOwner} style={{ display: 'grid', gap: 'var(--space-4)' }}>
          <Segmented
            label={t('company.regime')}
            isLabelHidden
            choices={[
              { value: 'standard', label: t('company.regime-standard') },
              { value: 'small_business', label: t('company.regime-small') },
            ]}
            {...form.field<Regime>('taxRegime')}
          />
          <FieldRow>
            <TextField label={t('company.vat-number')} width="medium" isRequired={isStandard} hint={hint} {...form.field('vatNumber')} />
            {company.country === 'DE' || company.country === 'AT' ? (
              <TextField label={t('company.tax-number')} width="medium" {...form.field('taxNumber')} />
            ) : null}
          </FieldRow>
          <Segmented
            label={t('company.prices')}
            choices={[
              { value: 'net', label: t('company.prices-net') },
              { value: 'gross', label: t('company.prices-gross') },
            ]}
            {...form.field<'net' | 'gross'>('prices')}
          />
          {isStandard ? <Declaring form={form} country={company.country} /> : null}
        </fieldset>
      </Form>
    </Section>
  )
}

function Declaring({ form, country }: { form: ReturnType<typeof useForm<Values, unknown>>; country: string }) {
  const { t } = useTexts()
  const isFlat = swiss.includes(country) && form.values.taxMethod === 'flat_rate'
  return (
    <>
      <Segmented
        label={t('company.tax-basis')}
        choices={[
          { value: 'accrual', label: t('company.tax-basis-accrual') },
          { value: 'cash', label: t('company.tax-basis-cash') },
        ]}
        {...form.field<Basis>('taxBasis')}
      />
      <Select
        label={t('company.tax-period')}
        width="medium"
        choices={rhythms.map((value) => ({ value, label: t(`company.tax-period-${value}`) }))}
        {...form.field<Rhythm>('taxPeriod')}
      />
      {swiss.includes(country) ? (
        <Segmented
          label={t('company.tax-method')}
          choices={[
            { value: 'effective', label: t('company.tax-method-effective') },
            { value: 'flat_rate', label: t('company.tax-method-flat') },
          ]}
          {...form.field<Method>('taxMethod')}
        />
      ) : null}
      {isFlat ? (
        <>
          <FieldRow>
            <PercentField label={t('company.flat-rate')} {...form.field('rate1')} />
            <TextField label={t('company.flat-rate-for')} {...form.field('label1')} />
          </FieldRow>
          <FieldRow>
            <PercentField label={t('company.flat-rate-second')} hint={t('company.flat-rate-second-hint')} {...form.field('rate2')} />
            <TextField label={t('company.flat-rate-for')} {...form.field('label2')} />
          </FieldRow>
        </>
      ) : null}
      {euCountries.has(country) || swiss.includes(country) ? (
        <Checkbox label={t('company.one-stop-shop')} hint={t('company.one-stop-shop-hint')} {...form.field<boolean>('isOneStopShop')} />
      ) : null}
    </>
  )
}

function valuesOf(company: Company): Values {
  const [first, second] = company.flatRates
  return {
    taxRegime: company.taxRegime,
    vatNumber: company.vatNumber ?? '',
    taxNumber: company.taxNumber ?? '',
    prices: company.isTaxIncluded ? 'gross' : 'net',
    taxBasis: company.taxBasis,
    taxMethod: company.taxMethod,
    taxPeriod: company.taxPeriod,
    isOneStopShop: company.isOneStopShop,
    rate1: first?.rate ?? '',
    label1: first?.label ?? '',
    rate2: second?.rate ?? '',
    label2: second?.label ?? '',
  }
}

function inputOf(values: Values) {
  const pairs = [
    { rate: values.rate1, label: values.label1 },
    { rate: values.rate2, label: values.label2 },
  ]
  return {
    taxRegime: values.taxRegime,
    vatNumber: orNull(values.vatNumber),
    taxNumber: orNull(values.taxNumber),
    isTaxIncluded: values.prices === 'gross',
    taxBasis: values.taxBasis,
    taxMethod: values.taxMethod,
    taxPeriod: values.taxPeriod,
    isOneStopShop: values.isOneStopShop,
    flatRates: pairs.filter((pair) => pair.rate.trim() !== '').map((pair) => ({ rate: pair.rate, label: pair.label.trim() || `${pair.rate} %` })),
  }
}
