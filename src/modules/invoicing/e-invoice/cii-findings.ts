import { ciiTaxPoints } from './code-lists/short-lists.ts'
import type { CiiShape } from './cii-shape.ts'
import type { Finding } from './finding.ts'

/** What is wrong in a CII file where its elements tell more than the model keeps. */
export function ciiFindings(shape: CiiShape): Finding[] {
  const found: Finding[] = []
  // BR-CL-06: CII has the list UNTDID 2475 for what UBL and the model write by UNTDID 2005.
  const wrong = shape.taxBreakdown.find(({ taxPointCode }) => taxPointCode !== null && !ciiTaxPoints.has(taxPointCode))
  if (wrong) found.push({ rule: 'BR-CL-06', severity: 'fatal', at: 'BT-8', text: 'code', parameters: { value: wrong.taxPointCode?.slice(0, 40) ?? '' } })
  // BR-CO-15: of two totals of the tax in one currency nobody knows which one counts.
  const totals = (shape.totals?.taxes ?? []).filter(({ currency }) => currency === shape.currency)
  if (totals.length > 1) found.push({ rule: 'BR-CO-15', severity: 'fatal', at: 'BT-110', text: 'more-than-one', parameters: {} })
  return found
}
