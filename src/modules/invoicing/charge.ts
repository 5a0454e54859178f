import type { Currency } from '../../kernel/currency.ts'
import type { Day, Period } from '../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../kernel/id.ts'
import type { Money } from '../../kernel/money.ts'
import type { Quantity } from '../../kernel/quantity.ts'
import type { Billing, TaxCategory, Unit } from '../offer/terms.ts'

/**
 * Something to be billed, derived by the billing rule and never typed. One charge becomes one line of an invoice.
 *
 * The line keeps `identity` (unique over the lines of drafts and issued invoices that are not credited), `cause`,
 * `causes`, `quantity` and `amount`: from these the billing rule knows next time what has been billed already.
 */
export interface Charge {
  /** Derived from the cause, the version of the terms and the range of units: the same facts give the same text. */
  readonly identity: string
  /** What it is for, without version and range: "delivery/<id>", "agreement/<id>/fee/2026-01-01", "expense/<id>". */
  readonly cause: string
  readonly kind: ChargeKind
  readonly agreementId: AgreementId | null
  /** The version of the agreement's terms that set the price; null without an agreement. */
  readonly termsVersion: number | null
  /** The one who pays. */
  readonly contactId: ContactId
  /** The days it is for (EN 16931 BG-26); of a delivery its day twice. */
  readonly period: Period
  /** From this day on it belongs on an invoice; it may be billed earlier when the owner wants to. */
  readonly dueOn: Day
  /** The name of the service or product as the customer should read it. */
  readonly name: string
  /** What makes this line special: the note of the work, the milestone's name; null when the name says it all. */
  readonly detail: string | null
  /** Negative in a correction or a settlement in the customer's favour. */
  readonly quantity: Quantity
  readonly unit: Unit
  /** Per `per` units: 160.00 with `per` 60 and the unit minute is 160.00 an hour. */
  readonly unitPrice: Money
  readonly per: Quantity
  /** Off the line, already taken off in `amount`. */
  readonly discount: { readonly amount: Money; readonly reason: string } | null
  /** quantity × unitPrice ÷ per − discount; contains the tax when `isTaxIncluded`. */
  readonly amount: Money
  readonly currency: Currency
  readonly isTaxIncluded: boolean
  readonly taxCategory: TaxCategory
  readonly daysToPay: number
  /** A payment plan: several due dates of the one invoice. Empty is one due date after `daysToPay`. */
  readonly instalments: Billing['instalments']
  /** The deliveries it bills, with the range of their units; empty when it bills no delivery. */
  readonly causes: readonly DeliveryRange[]
  /** It mends what an earlier line of the same cause billed too much or too little. */
  readonly isCorrection: boolean
}

/**
 * fee: the fixed price of a period or of the whole; milestone: a part of it when its milestone is reached;
 * good: a thing sold along; delivery: units at a plain rate; overage: units beyond the scope;
 * no_show, late_cancellation: a missed session's units or fee; expense: a cost passed on; settlement: of an early end.
 */
export const chargeKinds = ['fee', 'milestone', 'good', 'delivery', 'overage', 'no_show', 'late_cancellation', 'expense', 'settlement'] as const
export type ChargeKind = (typeof chargeKinds)[number]

/** Units of one delivery, counted from the first: of a 3 h entry with the first hour covered, 60 to 180. */
export interface DeliveryRange {
  readonly deliveryId: string
  readonly from: Quantity
  readonly to: Quantity
}

/**
 * What a live invoice line (of a draft or an issued invoice) says about a charge. Lines without a charge are not
 * given to the billing rule. `amount` and `quantity` are the charge's own: a price lowered on the draft by hand
 * does not leave a rest to be billed.
 */
export type BilledLine = Pick<
  Charge,
  | 'identity'
  | 'cause'
  | 'kind'
  | 'agreementId'
  | 'termsVersion'
  | 'contactId'
  | 'period'
  | 'name'
  | 'detail'
  | 'quantity'
  | 'unit'
  | 'unitPrice'
  | 'per'
  | 'amount'
  | 'taxCategory'
  | 'isTaxIncluded'
>

/**
 * What a credit note line, or a decision not to bill, says about a charge. Quantity and amount are
 * the charge's that is taken back, with the sign that the line had: positive for an ordinary line.
 *
 * unbilled_again: the cause is open and will be billed anew. written_off: it is never billed again.
 * A written-off fact without an invoice (`isOnInvoice` false) takes nothing back, it only closes the open part.
 */
export interface TakenBack {
  readonly cause: string
  /** The one who was charged. */
  readonly contactId: ContactId
  readonly effect: 'unbilled_again' | 'written_off'
  readonly isOnInvoice: boolean
  readonly quantity: Quantity
  readonly amount: Money
}
