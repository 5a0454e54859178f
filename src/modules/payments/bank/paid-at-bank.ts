import type { InvoiceId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { matchStored, partsOf } from './match-stored.ts'
import { selectTransactions } from './store.ts'

/** Whether money that certainly pays this invoice lies at the bank and nobody has decided on it yet. */
export async function isPaidAtBank(context: Context, invoiceId: InvoiceId): Promise<boolean> {
  const received = await selectTransactions(context, { state: 'unmatched', isIncoming: true, limit: 1000 })
  const { matches } = await matchStored(context, received)
  return [...matches.values()].some((match) => {
    const [first] = match.candidates
    return match.certainty === 'certain' && first !== undefined && partsOf(first).some((part) => part.invoiceId === invoiceId)
  })
}
