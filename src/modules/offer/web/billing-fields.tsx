import { Button } from '../../../web/kit/button.tsx'
import { Checkbox } from '../../../web/kit/choice.tsx'
import { FieldRow } from '../../../web/kit/form.tsx'
import { PercentField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { TermsOnTheWire } from '../terms.ts'
import { Line, Part } from './part.tsx'
import type { TermsFields } from './terms-fields.ts'

type BillingOnTheWire = TermsOnTheWire['billing']

/** When the price becomes an invoice, in which rhythm, with how many days to pay, and in which parts. */
export function BillingFields({ fields }: { fields: TermsFields }) {
  const { t } = useTexts()
  const billing = fields.at<BillingOnTheWire>('billing')
  const setRhythm = (unit: string) => fields.set('billing.rhythm', unit === '' ? null : { unit, count: billing.rhythm?.count ?? 1 })
  const addInstalment = () => {
    const count = billing.instalments.length === 0 ? 2 : billing.instalments.length + 1
    const share = (index: number) => ((index === 0 ? 10_000 - Math.floor(10_000 / count) * (count - 1) : Math.floor(10_000 / count)) / 100).toString()
    fields.set(
      'billing.instalments',
      Array.from({ length: count }, (_, index) => ({ share: share(index), daysAfterIssue: billing.daysToPay + 30 * index })),
    )
  }
  return (
    <Part
      title={t('offer.part-billing')}
      moreLabel={t('offer.more-billing')}
      more={
        <>
          <Select
            label={t('offer.proration')}
            choices={(['by_day', 'full', 'none'] as const).map((value) => ({ value, label: t(`offer.proration-${value}`) }))}
            {...fields.text<'by_day' | 'full' | 'none'>('billing.proration')}
          />
          {billing.instalments.map((_instalment, index) => (
            <Line key={index}>
              <FieldRow>
                <PercentField label={t('offer.share')} {...fields.text(`billing.instalments.${index}.share`)} />
                <TextField label={t('offer.days-after-issue')} inputMode="numeric" {...fields.whole(`billing.instalments.${index}.daysAfterIssue`)} />
                <Button look="quiet" size="small" onClick={() => fields.set('billing.instalments', billing.instalments.toSpliced(index, 1))}>
                  {t('kit.remove')}
                </Button>
              </FieldRow>
            </Line>
          ))}
          <Button size="small" icon="plus" onClick={addInstalment}>
            {t('offer.add-instalment')}
          </Button>
        </>
      }
    >
      <FieldRow>
        <Select
          label={t('offer.when')}
          choices={(['on_acceptance', 'in_advance', 'in_arrears', 'by_milestone'] as const).map((value) => ({ value, label: t(`offer.when-${value}`) }))}
          {...fields.text<BillingOnTheWire['when']>('billing.when')}
        />
        <Select
          label={t('offer.rhythm')}
          name="billing.rhythm"
          value={billing.rhythm?.unit ?? ''}
          emptyLabel={t('offer.rhythm-none')}
          choices={(['week', 'month', 'year'] as const).map((value) => ({ value, label: t(`offer.rhythm-${value}`) }))}
          error={fields.text('billing.rhythm').error}
          onChange={setRhythm}
        />
        {billing.rhythm ? <TextField label={t('offer.rhythm-count')} inputMode="numeric" width="short" {...fields.whole('billing.rhythm.count')} /> : null}
        <TextField label={t('offer.days-to-pay')} inputMode="numeric" width="short" {...fields.whole('billing.daysToPay')} />
      </FieldRow>
      {billing.when === 'by_milestone' ? <Milestones fields={fields} milestones={billing.milestones} /> : null}
    </Part>
  )
}

function Milestones({ fields, milestones }: { fields: TermsFields; milestones: BillingOnTheWire['milestones'] }) {
  const { t } = useTexts()
  const add = () => {
    const key = `milestone-${Math.max(0, ...milestones.map((each) => Number(/\d+$/.exec(each.key)?.[0] ?? 0))) + 1}`
    fields.set('billing.milestones', [...milestones, { key, name: '', share: '0', isOnAcceptance: false }])
  }
  return (
    <>
      {milestones.map((milestone, index) => (
        <Line key={milestone.key}>
          <FieldRow>
            <TextField label={t('offer.milestone')} {...fields.text(`billing.milestones.${index}.name`)} />
            <PercentField label={t('offer.share')} {...fields.text(`billing.milestones.${index}.share`)} />
            <Button look="quiet" size="small" onClick={() => fields.set('billing.milestones', milestones.toSpliced(index, 1))}>
              {t('kit.remove')}
            </Button>
          </FieldRow>
          <Checkbox label={t('offer.milestone-on-acceptance')} {...fields.yesNo(`billing.milestones.${index}.isOnAcceptance`)} />
        </Line>
      ))}
      <Button size="small" icon="plus" onClick={add}>
        {t('offer.add-milestone')}
      </Button>
    </>
  )
}
