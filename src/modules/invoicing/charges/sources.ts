import type { AgreementId, ContactId } from '../../../kernel/id.ts'
import type { Delivery } from '../../agreements/delivery.ts'
import type { BillingFacts, RebillableExpense } from '../billing-facts.ts'
import type { ReadContext } from '../store.ts'

type Filter = { contactId?: ContactId | undefined; agreementId?: AgreementId | undefined }

/**
 * Where the billing rule's facts come from. Agreements, work and calendar lie below; modules above (expenses) add
 * theirs by `addExpenseSource`, so that nobody has to know them here.
 */
export const billingSources = {
  async agreements(_context: ReadContext, _filter: Filter): Promise<BillingFacts['agreements']> {
    return []
  },

  async deliveries(_context: ReadContext, _filter: Filter & { agreementIds: readonly AgreementId[] }): Promise<Delivery[]> {
    return []
  },

  async expenses(context: ReadContext, filter: Filter): Promise<RebillableExpense[]> {
    const found = await Promise.all(expenseSources.map((source) => source(context, filter)))
    return found.flat()
  },
}

type ExpenseSource = (context: ReadContext, filter: Filter) => Promise<RebillableExpense[]>

const expenseSources: ExpenseSource[] = []

/** Called once by the module that keeps expenses. */
export function addExpenseSource(source: ExpenseSource): void {
  expenseSources.push(source)
}
