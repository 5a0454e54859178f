import { earlier, type Day, type Period } from '../../../kernel/day.ts'
import type { ChargeKind } from '../charge.ts'

/**
 * The day whose rate a line has: that of the supply, which for a period is its last day (Directive 2006/112/EC art. 63,
 * 64; UStG § 27 (1); MWSTG art. 115 (1): the period of supply counts, not the day of the invoice).
 *
 * What is paid for once and handed over with the sale (a pass for a known service: art. 30b para. 1; goods; a part that
 * reached its milestone) counts on its first day or the day of issue, whichever is earlier, however long it may be used.
 * An advance counts on the day of issue; its final invoice taxes the supply and deducts it per rate (art. 65).
 */
export function taxPointOf(
  line: { readonly period: Period | null; readonly charge: { readonly kind: ChargeKind; readonly cause: string } | null },
  issuedOn: Day,
  options: { isAdvance?: boolean } = {},
): Day {
  if (line.period === null || options.isAdvance === true) return issuedOn
  return isHandedOverAtSale(line.charge) ? earlier(line.period.from, issuedOn) : line.period.to
}

/** The fixed price of the whole (`…/fee/once`), not that of a period; goods; milestones. */
function isHandedOverAtSale(charge: { readonly kind: ChargeKind; readonly cause: string } | null): boolean {
  if (!charge) return false
  return charge.kind === 'good' || charge.kind === 'milestone' || (charge.kind === 'fee' && charge.cause.endsWith('/fee/once'))
}
