import type { Day } from '../../kernel/day.ts'
import { foldedWords } from '../../kernel/fold.ts'
import type { AgreementId } from '../../kernel/id.ts'
import type { Good } from '../offer/terms.ts'

/**
 * The names of causes: what a charge is for. They are derived, so that the same facts always give the same text,
 * and they are shared: a grant that waits for payment names the cause whose invoice must be settled.
 */

/** The fixed price of the period that starts on that day, or of the whole agreement. */
export function feeCause(agreementId: AgreementId, from: Day | 'once'): string {
  return `agreement/${agreementId}/fee/${from}`
}

export function milestoneCause(agreementId: AgreementId, key: string): string {
  return `agreement/${agreementId}/milestone/${key}`
}

/** A good is known by its description, so that an amendment may reorder the list; the second of the same name is 2. */
export function goodCause(agreementId: AgreementId, goods: readonly Good[], index: number): string {
  const name = goodName(goods[index]!)
  const sameBefore = goods.slice(0, index).filter((good) => goodName(good) === name).length
  return `agreement/${agreementId}/good/${name}${sameBefore > 0 ? `-${sameBefore + 1}` : ''}`
}

export function settlementCause(agreementId: AgreementId): string {
  return `agreement/${agreementId}/settlement`
}

/** The units of one delivery. */
export function deliveryCause(deliveryId: string): string {
  return `delivery/${deliveryId}`
}

/** The fixed fee for having missed it, beside its units. */
export function missedFeeCause(deliveryId: string): string {
  return `missed/${deliveryId}`
}

export function expenseCause(expenseId: string): string {
  return `expense/${expenseId}`
}

function goodName(good: Good): string {
  return foldedWords(good.description).join('-').slice(0, 60) || 'good'
}
