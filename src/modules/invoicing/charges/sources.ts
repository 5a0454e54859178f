import type { AgreementId, ContactId } from '../../../kernel/id.ts'
import type { RebillableExpense } from '../billing-facts.ts'
import type { ReadContext } from '../store.ts'

type ExpenseSource = (
  context: ReadContext,
  filter: { contactId?: ContactId | undefined; agreementId?: AgreementId | undefined },
) => Promise<RebillableExpense[]>

const sources: ExpenseSource[] = []

/** Expenses lie above: the module that keeps them says once how its rebillable costs are found. */
export function addExpenseSource(source: ExpenseSource): void {
  sources.push(source)
}

export async function rebillableExpenses(...asked: Parameters<ExpenseSource>): Promise<RebillableExpense[]> {
  return (await Promise.all(sources.map((source) => source(...asked)))).flat()
}
