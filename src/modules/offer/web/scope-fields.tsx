import { Button } from '../../../web/kit/button.tsx'
import { Checkbox } from '../../../web/kit/choice.tsx'
import { FieldRow } from '../../../web/kit/form.tsx'
import { HoursField, MoneyField, QuantityField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { ScopeUnit, TermsOnTheWire } from '../terms.ts'
import { Line, Part } from './part.tsx'
import type { OfferedService } from './terms-form.tsx'
import type { TermsFields } from './terms-fields.ts'

/** What the customer gets: which services, how many units, once or per period, for how long. */
export function ScopeFields({ fields, services }: { fields: TermsFields; services: readonly OfferedService[] }) {
  const { t } = useTexts()
  const scope = fields.at<TermsOnTheWire['scope']>('scope')
  const add = () => {
    const used = new Set(scope.map((line) => line.key))
    const key = ['scope', ...scope.map((_line, index) => `scope-${index + 2}`)].find((each) => !used.has(each)) ?? `scope-${scope.length + 2}`
    fields.set('scope', [...scope, { ...newLine, key }])
  }
  const remove = (index: number) => fields.set('scope', scope.toSpliced(index, 1))
  return (
    <Part
      title={t('offer.part-scope')}
      moreLabel={t('offer.more-scope')}
      more={
        <>
          {scope.map((line, index) => (
            <Line key={line.key}>
              <FieldRow>
                <TextField
                  label={t('offer.valid-months')}
                  inputMode="numeric"
                  hint={t('offer.valid-months-hint')}
                  {...fields.whole(`scope.${index}.validMonths`, { isNullable: true })}
                />
                <UnitsField label={t('offer.roll-over')} unit={line.unit} path={`scope.${index}.rollOverMax`} fields={fields} />
              </FieldRow>
              <FieldRow>
                <DrawField label={t('offer.no-show')} path={`scope.${index}.noShowDraws`} fields={fields} />
                <DrawField label={t('offer.late-cancellation')} path={`scope.${index}.lateCancellationDraws`} fields={fields} />
              </FieldRow>
              <Checkbox label={t('offer.granted-on-payment')} {...fields.yesNo(`scope.${index}.isGrantedOnPayment`)} />
              <Button look="quiet" size="small" onClick={() => remove(index)}>
                {t('offer.remove-scope')}
              </Button>
            </Line>
          ))}
          <Button size="small" icon="plus" onClick={add}>
            {t('offer.add-scope')}
          </Button>
        </>
      }
    >
      {scope.length === 0 ? <p>{t('offer.scope-none')}</p> : null}
      {scope.map((line, index) => (
        <Line key={line.key}>
          <FieldRow>
            <UnitsField label={t('offer.units')} unit={line.unit} path={`scope.${index}.units`} fields={fields} hint={t('offer.units-hint')} />
            <Select
              label={t('offer.counted-in')}
              choices={(['lesson', 'minute', 'piece', 'money'] as const).map((value) => ({ value, label: t(`offer.unit-${value}`) }))}
              {...fields.text<ScopeUnit>(`scope.${index}.unit`)}
            />
            <Select
              label={t('offer.every')}
              choices={(['once', 'period'] as const).map((value) => ({ value, label: t(`offer.every-${value}`) }))}
              {...fields.text<'once' | 'period'>(`scope.${index}.every`)}
            />
            <ServiceField path={`scope.${index}.serviceIds`} fields={fields} services={services} />
          </FieldRow>
        </Line>
      ))}
    </Part>
  )
}

const newLine = {
  serviceIds: [],
  unit: 'lesson',
  units: '10',
  every: 'once',
  validMonths: null,
  rollOverMax: null,
  isGrantedOnPayment: false,
  noShowDraws: 'nothing',
  lateCancellationDraws: 'nothing',
}

function UnitsField({ label, unit, path, fields, hint }: { label: string; unit: ScopeUnit; path: string; fields: TermsFields; hint?: string }) {
  const bound = fields.nullable(path)
  if (unit === 'minute') return <HoursField label={label} hint={hint} {...bound} />
  if (unit === 'money') return <MoneyField label={label} currency={fields.at<string>('price.currency')} hint={hint} {...bound} />
  return <QuantityField label={label} hint={hint} {...bound} />
}

function DrawField({ label, path, fields }: { label: string; path: string; fields: TermsFields }) {
  const { t } = useTexts()
  return (
    <Select
      label={label}
      choices={(['nothing', 'all'] as const).map((value) => ({ value, label: t(`offer.draws-${value}`) }))}
      {...fields.text<'nothing' | 'all'>(path)}
    />
  )
}

/** Which service draws on it; several are kept as they are and shown as such. */
function ServiceField({ path, fields, services }: { path: string; fields: TermsFields; services: readonly OfferedService[] }) {
  const { t } = useTexts()
  const chosen = fields.at<readonly string[]>(path)
  if (services.length === 0) return null
  const value = chosen.length > 1 ? 'several' : (chosen[0] ?? '')
  return (
    <Select
      label={t('offer.for-service')}
      name={path}
      value={value}
      emptyLabel={t('offer.any-service')}
      choices={[
        ...services.map((service) => ({ value: service.id as string, label: service.name })),
        ...(chosen.length > 1 ? [{ value: 'several', label: t('offer.several-services', { count: chosen.length }) }] : []),
      ]}
      onChange={(id) => id !== 'several' && fields.set(path, id === '' ? [] : [id])}
    />
  )
}
