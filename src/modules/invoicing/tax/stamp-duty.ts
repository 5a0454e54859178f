import { money, sum, type Money } from '../../../kernel/money.ts'
import type { TaxCode } from '../tax.ts'

/** DPR 642/1972, tariffa art. 13 nota 2: documents without VAT above 77.47 euro carry a stamp of 2 euro. */
const stampFrom = money(7_747n, 'EUR')

/** Codes under which an Italian document is without VAT and hence under stamp duty; K and G are free of it (art. 15 of the tables). */
const withStamp: readonly TaxCode[] = ['E', 'O']

/**
 * Whether an Italian company's document needs the stamp (imposta di bollo): of its groups those without VAT come to more
 * than 77.47 euro. The document then says so (`tax.stamp-duty`); who bears the 2 euro is agreed between the two.
 */
export function needsStamp(document: { country: string; groups: readonly { readonly code: TaxCode; readonly net: Money }[] }): boolean {
  if (document.country !== 'IT') return false
  const untaxed = document.groups.filter((group) => withStamp.includes(group.code) && group.net.currency === 'EUR')
  return (
    sum(
      untaxed.map((group) => group.net),
      'EUR',
    ).minor > stampFrom.minor
  )
}
