import type { Day } from '../../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../../kernel/id.ts'
import type { Currency } from '../../../kernel/currency.ts'
import { sum, type Money } from '../../../kernel/money.ts'
import { agreementsForBilling, deliveriesForBilling, payersOf } from '../../agreements/index.ts'
import { companyDetails } from '../../company/index.ts'
import { bill, type Billing } from '../billing.ts'
import type { BillingFacts } from '../billing-facts.ts'
import type { Charge } from '../charge.ts'
import type { ReadContext } from '../store.ts'
import { rebillableExpenses } from './sources.ts'
import { billedFacts } from './store.ts'

export type UnbilledFilter = { contactId?: ContactId | undefined; agreementId?: AgreementId | undefined }
type UnbilledContext = ReadContext & { readonly today: Day }

/** Everything that can be billed and is not: of the company, of one payer, or of one agreement. A handful of queries. */
export async function unbilledOf(context: UnbilledContext, filter: UnbilledFilter = {}): Promise<Billing> {
  const { agreementId } = filter
  if (agreementId === undefined) return bill(await billingFactsOf(context, filter))
  // Of the payer as a whole: a delivery that moved between two agreements is told right only with both in sight.
  const [payerId] = await payersOf(context, [agreementId])
  const billing = bill(await billingFactsOf(context, { contactId: payerId }))
  return { ...billing, charges: billing.charges.filter((charge) => charge.agreementId === agreementId) }
}

/** Everything that the billing rule looks at, also for `bin/cloudburo check`. */
export async function billingFactsOf(context: UnbilledContext, filter: UnbilledFilter = {}): Promise<BillingFacts> {
  const { daysToPay } = await companyDetails(context)
  const agreements = await agreementsForBilling(context, filter)
  const agreementIds = agreements.map((agreement) => agreement.facts.id)
  const deliveries = await deliveriesForBilling(context, { ...filter, agreementIds })
  const expenses = await rebillableExpenses(context, filter)
  return { agreements, deliveries, expenses, ...(await billedFacts(context, filter)), daysToPay, today: context.today }
}

/** What one customer can be invoiced for in one currency, the longest waiting first. */
export interface UnbilledOfCustomer {
  readonly contactId: ContactId
  readonly amount: Money
  readonly since: Day
  readonly latest: Day
  readonly charges: readonly Charge[]
}

export function byCustomer(charges: readonly Charge[]): UnbilledOfCustomer[] {
  const groups = Map.groupBy(charges, (charge) => `${charge.contactId} ${charge.currency}`)
  return [...groups.values()]
    .map((group) => ({
      contactId: group[0]!.contactId,
      amount: sum(
        group.map((charge) => charge.amount),
        group[0]!.currency as Currency,
      ),
      since: group.map((charge) => charge.period.from).reduce((left, right) => (left < right ? left : right)),
      latest: group.map((charge) => charge.period.to).reduce((left, right) => (left > right ? left : right)),
      charges: group,
    }))
    .sort((left, right) => (left.since < right.since ? -1 : left.since > right.since ? 1 : 0))
}
