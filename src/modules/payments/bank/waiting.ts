import type { Context } from '../../../platform/operation/context.ts'
import { customerOf, matchStored, partsOf } from './match-stored.ts'
import { selectTransactions, type StoredTransaction } from './store.ts'
import type { Money } from '../../../kernel/money.ts'
import type { ContactId, InvoiceId } from '../../../kernel/id.ts'

/** Money that came in and waits for somebody to say what it is, oldest first, with its best proposal. */
export interface BankWaiting {
  readonly transaction: StoredTransaction
  readonly proposal: {
    readonly contactId: ContactId
    readonly score: number
    readonly invoices: readonly { readonly invoiceId: InvoiceId; readonly number: string; readonly amount: Money }[]
  } | null
}

export async function bankWaiting(context: Context, options: { limit: number }): Promise<BankWaiting[]> {
  const received = await selectTransactions(context, { state: 'unmatched', isIncoming: true, limit: options.limit })
  const { matches, invoices } = await matchStored(context, received)
  return received.map((transaction) => {
    const candidate = matches.get(transaction.id)?.candidates[0]
    return {
      transaction,
      proposal: candidate
        ? {
            contactId: customerOf(candidate),
            score: candidate.score,
            invoices: partsOf(candidate).map((part) => ({ ...part, number: invoices.get(part.invoiceId)?.number ?? '' })),
          }
        : null,
    }
  })
}
