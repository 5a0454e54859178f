import { Checkbox } from '../../../web/kit/choice.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow } from '../../../web/kit/form.tsx'
import { MoneyField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { TermsOnTheWire } from '../terms.ts'
import { Part } from './part.tsx'
import type { TermsFields } from './terms-fields.ts'

/** How long it runs: start, term, renewal, notice, pauses, and what an early end settles. */
export function DurationFields({ fields, currency }: { fields: TermsFields; currency: string }) {
  const { t } = useTexts()
  const { earlyEnd } = fields.at<TermsOnTheWire['duration']>('duration')
  const chooseEnd = (kind: string) => fields.set('duration.earlyEnd', kind === 'single_price' ? { kind, amount: { amount: '0', currency } } : { kind })
  return (
    <Part
      title={t('offer.part-duration')}
      moreLabel={t('offer.more-duration')}
      more={
        <>
          <FieldRow>
            <Select
              label={t('offer.early-end')}
              name="duration.earlyEnd"
              value={earlyEnd.kind}
              choices={(['nothing', 'units_left', 'single_price'] as const).map((value) => ({ value, label: t(`offer.early-end-${value}`) }))}
              onChange={chooseEnd}
            />
            {earlyEnd.kind === 'single_price' ? (
              <MoneyField label={t('offer.single-price')} currency={currency} {...fields.money('duration.earlyEnd.amount')} />
            ) : null}
          </FieldRow>
          <Checkbox label={t('offer.pause-allowed')} {...fields.yesNo('duration.pause.isAllowed')} />
          <Checkbox label={t('offer.pause-stops-fee')} {...fields.yesNo('duration.pause.stopsFee')} />
          <Checkbox label={t('offer.pause-extends')} {...fields.yesNo('duration.pause.extendsValidity')} />
        </>
      }
    >
      <FieldRow>
        <DayField label={t('offer.starts-on')} hint={t('offer.starts-on-hint')} {...fields.nullable('duration.startsOn')} />
        <TextField
          label={t('offer.term-months')}
          hint={t('offer.term-months-hint')}
          inputMode="numeric"
          width="short"
          {...fields.whole('duration.termMonths', { isNullable: true })}
        />
        <Select
          label={t('offer.renewal')}
          choices={(['none', 'ask', 'automatic'] as const).map((value) => ({ value, label: t(`offer.renewal-${value}`) }))}
          {...fields.text<'none' | 'ask' | 'automatic'>('duration.renewal')}
        />
        <TextField label={t('offer.notice-days')} inputMode="numeric" width="short" {...fields.whole('duration.noticeDays')} />
      </FieldRow>
    </Part>
  )
}
