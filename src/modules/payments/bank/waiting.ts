import type { Context } from '../../../platform/operation/context.ts'
import { revisionOf } from '../../../platform/operation/records.ts'
import { customerOf, matchStored, partsOf } from './match-stored.ts'
import { selectTransactions, type StoredTransaction } from './store.ts'
import type { Money } from '../../../kernel/money.ts'
import type { CompanyId, ContactId, InvoiceId } from '../../../kernel/id.ts'

/** Money that came in and waits for somebody to say what it is, oldest first, with its best proposal. */
export interface BankWaiting {
  readonly transaction: StoredTransaction
  readonly proposal: {
    readonly contactId: ContactId
    readonly score: number
    readonly invoices: readonly { readonly invoiceId: InvoiceId; readonly number: string; readonly amount: Money }[]
  } | null
}

/**
 * What waits, with its proposals. To propose is to look at everything open, so the answer is remembered until the company
 * writes something or a new day begins: Today asks at every look.
 */
export async function bankWaiting(context: Context, options: { limit: number }): Promise<BankWaiting[]> {
  const received = await selectTransactions(context, { state: 'unmatched', isIncoming: true, limit: options.limit })
  if (received.length === 0) return []
  const key = [await revisionOf(context), context.today, options.limit].join(' ')
  const known = remembered.get(context.company.id)
  if (known?.key === key) return known.waiting
  const waiting = await withProposals(context, received)
  remembered.delete(context.company.id)
  remembered.set(context.company.id, { key, waiting })
  if (remembered.size > companiesMax) remembered.delete(remembered.keys().next().value as CompanyId)
  return waiting
}

/** One key on Today accepts what a name or number speaks for. */
const scoreMin = 40

const companiesMax = 100
const remembered = new Map<CompanyId, { key: string; waiting: BankWaiting[] }>()

async function withProposals(context: Context, received: readonly StoredTransaction[]): Promise<BankWaiting[]> {
  const { matches, invoices } = await matchStored(context, received)
  return received.map((transaction) => {
    // What may be another line again, or has nothing but an amount in common, is decided where it can be compared.
    const first = transaction.perhapsId === null ? matches.get(transaction.id)?.candidates[0] : undefined
    const candidate = first && first.score >= scoreMin ? first : undefined
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
