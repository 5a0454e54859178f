import type { Context } from '../../../platform/operation/context.ts'
import { recordPayment } from '../ledger/ledger.ts'
import { customerOf, matchStored, partsOf } from './match-stored.ts'
import { setTransactionState, type StoredTransaction } from './store.ts'

/** What is certain becomes a payment; all else waits for a person. What may be the same as another line waits too. */
export async function settleCertain(context: Context, stored: readonly StoredTransaction[]): Promise<{ matchedCount: number; proposedCount: number }> {
  const clear = stored.filter((transaction) => transaction.perhapsId === null)
  const { matches } = await matchStored(context, clear)
  let matchedCount = 0
  for (const transaction of clear) {
    const match = matches.get(transaction.id)
    const candidate = match?.candidates[0]
    if (match?.certainty !== 'certain' || !candidate) continue
    const contactId = customerOf(candidate)
    await recordPayment(context, {
      contactId,
      amount: transaction.amount,
      on: transaction.valueOn,
      method: 'bank',
      note: null,
      bankTransactionId: transaction.id,
      parts: partsOf(candidate),
    })
    await setTransactionState(context, transaction.id, {
      state: 'matched',
      contactId,
      fact: { kind: 'matched', certainty: 'certain', reason: candidate.reasons.join(' ') },
    })
    matchedCount += 1
  }
  const proposedCount = [...matches.values()].filter((match) => match.certainty === 'proposed').length
  return { matchedCount, proposedCount }
}
