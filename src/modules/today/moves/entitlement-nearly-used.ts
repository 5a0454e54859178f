import type { Day } from '../../../kernel/day.ts'
import { subtractQuantity, type Quantity } from '../../../kernel/quantity.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

/** How far the entitlement of a running agreement is used: of a pass over its life, of a retainer in its period. */
export interface EntitlementUse {
  readonly agreementId: string
  readonly contactId: string
  readonly contactName: string
  /** The name of what was sold. */
  readonly name: string
  readonly unit: 'minute' | 'lesson' | 'piece'
  readonly every: 'once' | 'period'
  readonly lineKey: string
  readonly granted: Quantity
  readonly used: Quantity
  /** When the grant, or the period, began. */
  readonly from: Day
}

/** From four fifths on a retainer calls for a word with the customer. */
const retainerShare = { numerator: 4n, denominator: 5n }

/** A pass is nearly used up with its last two units, or its last fifth where it is large. */
export function isPassNearlyUsed(use: { granted: Quantity; used: Quantity }): boolean {
  const left = subtractQuantity(use.granted, use.used).thousandths
  const limit = use.granted.thousandths / 5n > 2000n ? use.granted.thousandths / 5n : 2000n
  return use.granted.thousandths > 2000n && left <= limit
}

export function isRetainerNearlyUsed(use: { granted: Quantity; used: Quantity }): boolean {
  return use.granted.thousandths > 0n && use.used.thousandths * retainerShare.denominator >= use.granted.thousandths * retainerShare.numerator
}

/** A pass asks to be sold again; a retainer asks for a word before the overage begins. */
export function entitlementMove(use: EntitlementUse): Move | undefined {
  const isPass = use.every === 'once'
  if (isPass ? !isPassNearlyUsed(use) : !isRetainerNearlyUsed(use)) return undefined
  const kind = isPass ? 'pass-nearly-used' : 'retainer-nearly-used'
  const left = subtractQuantity(use.granted, use.used)
  const percent = Number((use.used.thousandths * 100n) / use.granted.thousandths)
  return {
    kind,
    cause: causeOf(kind, use.agreementId, use.lineKey, use.from, isPass ? 'last' : percent >= 100 ? 'over' : 'near'),
    contactId: use.contactId,
    contactName: use.contactName,
    subject: { noun: 'agreement', id: use.agreementId },
    facts: { name: use.name, unit: use.unit, left: left.toJSON(), used: use.used.toJSON(), granted: use.granted.toJSON(), percent },
    since: use.from,
    weight: isPass ? 30 + (left.thousandths <= 1000n ? 8 : 0) : 42 + waitingWeight((percent - 80) / 2, 20),
    doing: isPass
      ? { operation: 'agreements.renew', input: { agreementId: use.agreementId } }
      : { operation: 'messages.tell-balance', input: { agreementId: use.agreementId } },
  }
}
