import type { Day } from '../../kernel/day.ts'
import type { InvoiceId } from '../../kernel/id.ts'
import { negate, subtract, sum, type Money } from '../../kernel/money.ts'
import type { DocumentedPrepaid } from './document-parts.ts'
import { documentedGroup } from './document-totals.ts'
import { treatmentKey, type TaxGroup, type Totals } from './totals.ts'

/** An issued advance as the final document deducts it: what it charged, less what was credited of it. */
export interface Advance {
  readonly id: InvoiceId
  readonly number: string
  readonly issuedOn: Day
  readonly groups: readonly TaxGroup[]
}

/** What is left of an advance per tax group after its credit notes; groups of which nothing is left are left out. */
export function leftOfAdvance(charged: Totals, credited: readonly Totals[]): TaxGroup[] {
  const groups = charged.groups.map((group) => {
    const back = credited.flatMap((totals) => totals.groups.filter((each) => treatmentKey(each) === treatmentKey(group)))
    const left = (part: 'net' | 'tax' | 'gross') =>
      subtract(
        group[part],
        sum(
          back.map((each) => each[part]),
          charged.currency,
        ),
      )
    return { ...group, net: left('net'), tax: left('tax'), gross: left('gross') }
  })
  return groups.filter((group) => group.net.minor !== 0n || group.tax.minor !== 0n)
}

/** In a credit note that a final document in the customer's favour becomes, the deduction is the other way round. */
export function mirroredAdvance(advance: Advance): Advance {
  return {
    ...advance,
    groups: advance.groups.map((group) => ({ ...group, net: negate(group.net), tax: negate(group.tax), gross: negate(group.gross) })),
  }
}

export function documentedPrepaid(advances: readonly Advance[], currency: string): DocumentedPrepaid | null {
  if (advances.length === 0) return null
  return {
    advances: advances.map(({ id, number, issuedOn, groups }) => ({ id, number, issuedOn, groups: groups.map(documentedGroup), ...sumsOf(groups, currency) })),
    ...sumsOf(
      advances.flatMap((advance) => advance.groups),
      currency,
    ),
  }
}

function sumsOf(groups: readonly TaxGroup[], currency: string) {
  const total = (part: 'net' | 'tax' | 'gross'): Money =>
    sum(
      groups.map((group) => group[part]),
      currency,
    )
  return { net: total('net').toJSON(), tax: total('tax').toJSON(), gross: total('gross').toJSON() }
}
