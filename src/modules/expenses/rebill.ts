import { companyDetails } from '../company/index.ts'
import type { addExpenseSource } from '../invoicing/index.ts'
import { costOf } from './expense.ts'
import { selectRebilled } from './store.ts'

type ExpenseSource = Parameters<typeof addExpenseSource>[0]

/**
 * The costs that customers are charged now. Passed on, a cost is a service of the company itself and bears the company's own
 * tax (Directive 2006/112/EC art. 28; MWSTG art. 24 para. 1: all that the customer pays); so what it cost goes on
 * without the tax that the company gets back.
 */
export const rebilledExpenses: ExpenseSource = async (context, filter) => {
  const expenses = await selectRebilled(context, filter)
  if (expenses.length === 0) return []
  const { taxRegime } = await companyDetails(context)
  return expenses.flatMap((expense) => {
    if (!expense.rebill || expense.issuedOn === null) return []
    const { contactId, agreementId, amount } = expense.rebill
    const cost = costOf(expense.parts, { currency: expense.currency, deductsTax: taxRegime === 'standard' })
    return {
      id: expense.id,
      contactId,
      agreementId,
      incurredOn: expense.issuedOn,
      name: expense.description || (expense.payee?.name ?? ''),
      amount: amount ?? cost,
      taxCategory: 'standard' as const,
      isTaxIncluded: false,
    }
  })
}
