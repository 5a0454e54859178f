import type { Day } from '../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../kernel/id.ts'
import type { Money } from '../../kernel/money.ts'
import type { Quantity } from '../../kernel/quantity.ts'
import type { Delivery } from '../agreements/delivery.ts'
import type { LedgerEntry } from '../agreements/entitlement.ts'
import type { AgreementFacts } from '../agreements/facts.ts'
import type { TaxCategory } from '../offer/terms.ts'
import type { BilledLine, Charge, TakenBack } from './charge.ts'

/** Everything the billing rule looks at: for one customer, one agreement or a whole company alike. */
export interface BillingFacts {
  readonly agreements: readonly { readonly facts: AgreementFacts; readonly ledger: readonly LedgerEntry[] }[]
  readonly deliveries: readonly Delivery[]
  readonly expenses: readonly RebillableExpense[]
  /** The lines of drafts and issued invoices that stand for charges. */
  readonly billed: readonly BilledLine[]
  readonly takenBack: readonly TakenBack[]
  /** For what has no agreement. */
  readonly daysToPay: number
  /** The rule tells what is to be billed as of this day. */
  readonly today: Day
}

/** A cost passed on to a customer: `amount` is what the customer is charged. */
export interface RebillableExpense {
  readonly id: string
  readonly contactId: ContactId
  readonly agreementId: AgreementId | null
  readonly incurredOn: Day
  readonly name: string
  readonly amount: Money
  readonly taxCategory: TaxCategory
  readonly isTaxIncluded: boolean
}

/** A charge of a fixed amount as it should be on invoices in all: fees, milestones, goods, expenses, settlements. */
export type Expectation = Omit<Charge, 'identity' | 'isCorrection' | 'causes' | 'currency' | 'unit' | 'per'>

/** A delivery that has to be billed but for which nobody has named a price. */
export interface UnpricedDelivery {
  readonly deliveryId: string
  readonly units: Quantity
}
