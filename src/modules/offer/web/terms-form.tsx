import { useMemo } from 'react'
import type { FormState } from '../../../web/kit/form.tsx'
import { getAt } from '../../../web/kit/form-values.ts'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useCompany } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { sentenceOf } from '../sentence.ts'
import type { TermsOnTheWire } from '../terms.ts'
import { termsFromWire } from '../terms-from-wire.ts'
import { BillingFields } from './billing-fields.tsx'
import { DurationFields } from './duration-fields.tsx'
import { PriceFields } from './price-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { termsFields } from './terms-fields.ts'
import styles from './terms-form.module.css'

export type OfferedService = CallOutput<'offer.list'>['services'][number]

/**
 * The four parts of the terms, with the sentence that says what the customer gets and pays, renewed while one types.
 * The form holds the terms in wire form at `below`, so a failure of the server lands at its field.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the form's other values do not matter here
export function TermsForm({ form, below, currency, services }: { form: FormState<any>; below: string; currency: string; services: readonly OfferedService[] }) {
  const { t, language } = useTexts()
  const { country } = useCompany()
  const fields = termsFields(form, below, currency)
  const terms = getAt(form.values, below) as TermsOnTheWire
  const sentence = useMemo(() => {
    const parsed = termsFromWire(terms)
    return parsed && sentenceOf(parsed, { language, country })
  }, [terms, language, country])
  return (
    <>
      <p className={styles.sentence} role="status">
        {sentence ?? t('offer.sentence-waiting')}
      </p>
      <ScopeFields fields={fields} services={services} />
      <PriceFields fields={fields} currency={currency} services={services} />
      <BillingFields fields={fields} />
      <DurationFields fields={fields} currency={currency} />
    </>
  )
}
