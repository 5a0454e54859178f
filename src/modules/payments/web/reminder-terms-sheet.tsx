import { Checkbox, Segmented } from '../../../web/kit/choice.tsx'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { MoneyField, PercentField } from '../../../web/kit/number-field.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

type ReminderTerms = CallOutput<'payments.reminders-due'>['terms']

/** What is taken with reminders beyond the invoice; nothing until it is switched on here. */
export function ReminderTermsSheet({ terms, onClose }: { readonly terms: ReminderTerms; readonly onClose: () => void }) {
  const { t } = useTexts()
  const { currency } = terms.first
  const initial = {
    chargesFees: terms.chargesFees,
    chargesInterest: terms.chargesInterest,
    fromLevel: String(terms.fromLevel) as '1' | '2' | '3',
    isAgreed: terms.isAgreed,
    agreedRate: terms.agreedRate ?? '',
    first: terms.first.amount,
    second: terms.second.amount,
    third: terms.third.amount,
  }
  const form = useForm({
    name: 'payments.reminder-terms',
    initial,
    fieldOf: (path) => path.split('.')[0]!,
    send: sendTo('payments.set-reminder-terms', (values: typeof initial) => ({
      chargesFees: values.chargesFees,
      chargesInterest: values.chargesInterest,
      fromLevel: Number(values.fromLevel) as 1 | 2 | 3,
      isAgreed: values.isAgreed,
      agreedRate: values.isAgreed && values.agreedRate !== '' ? values.agreedRate : null,
      first: { amount: values.first || '0', currency },
      second: { amount: values.second || '0', currency },
      third: { amount: values.third || '0', currency },
    })),
    onDone: onClose,
  })
  const { chargesFees, chargesInterest, isAgreed } = form.values
  return (
    <Sheet title={t('payments.terms')} onClose={onClose}>
      <p>{t('payments.terms-lead')}</p>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <Checkbox label={t('payments.terms-interest')} {...form.field<boolean>('chargesInterest')} />
        <Checkbox label={t('payments.terms-fees')} hint={t('payments.terms-fees-hint')} {...form.field<boolean>('chargesFees')} />
        {chargesFees || chargesInterest ? (
          <>
            <Segmented
              label={t('payments.terms-from')}
              choices={(['1', '2', '3'] as const).map((value) => ({ value, label: t(`payments.reminder-${Number(value) as 1 | 2 | 3}`) }))}
              {...form.field<'1' | '2' | '3'>('fromLevel')}
            />
            <Checkbox label={t('payments.terms-agreed')} hint={t('payments.terms-agreed-hint')} {...form.field<boolean>('isAgreed')} />
          </>
        ) : null}
        {chargesFees ? (
          <FieldRow>
            <MoneyField label={t('payments.reminder-1')} currency={currency} {...form.field('first')} />
            <MoneyField label={t('payments.reminder-2')} currency={currency} {...form.field('second')} />
            <MoneyField label={t('payments.reminder-3')} currency={currency} {...form.field('third')} />
          </FieldRow>
        ) : null}
        {chargesInterest && isAgreed ? (
          <PercentField label={t('payments.terms-rate')} hint={t('payments.terms-rate-hint')} {...form.field('agreedRate')} />
        ) : null}
      </Form>
    </Sheet>
  )
}
