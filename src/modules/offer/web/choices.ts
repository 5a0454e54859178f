import type { Choice } from '../../../web/kit/select.tsx'
import type { TaxCategory } from '../terms.ts'

type Translate = (key: string) => string

export function taxCategories(t: Translate): Choice<TaxCategory>[] {
  return (['standard', 'reduced', 'special', 'electronic', 'zero', 'exempt', 'reverse_charge', 'credit', 'outside'] as const).map((value) => ({
    value,
    label: t(`offer.tax-${value}`),
  }))
}
