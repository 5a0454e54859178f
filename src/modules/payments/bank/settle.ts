import type { BankTransactionId, ContactId, PaymentId } from '../../../kernel/id.ts'
import { add, isPositive, money, sum } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { fail } from '../../../kernel/failure.ts'
import { planDraw } from '../balance.ts'
import { recordFee } from '../fees/store.ts'
import { recordPayment, removePayment } from '../ledger/ledger.ts'
import { creditsLeft, insertRefund } from '../ledger/store.ts'
import { isProvider } from '../matching/amounts.ts'
import type { MatchCandidate } from '../matching/match.ts'
import { customerOf, learnFrom, matchStored } from './match-stored.ts'
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
    await settle(context, transaction, { candidate, certainty: 'certain' })
    matchedCount += 1
  }
  const proposedCount = [...matches.values()].filter((match) => match.certainty === 'proposed').length
  return { matchedCount, proposedCount }
}

/** Does what a candidate says: payments with their fees, a payment that came back, or credit that was paid back. */
export async function settle(
  context: Context,
  transaction: StoredTransaction,
  match: { candidate: MatchCandidate; certainty: 'certain' | 'by_hand' },
): Promise<PaymentId | null> {
  const { candidate, certainty } = match
  const contactId = customerOf(candidate)
  const fact = { kind: 'matched' as const, certainty, reason: candidate.reasons.join(' ') }
  if (candidate.kind === 'return') {
    await removePayment(context, { paymentId: candidate.paymentId as PaymentId, reason: transaction.remittance.slice(0, 500) })
    await setTransactionState(context, transaction.id, { state: 'matched', contactId, fact: { ...fact, reason: `${returnedPrefix}${candidate.paymentId}` } })
    return null
  }
  if (candidate.kind === 'refund') {
    await refundFrom(context, transaction, contactId)
    await setTransactionState(context, transaction.id, { state: 'matched', contactId, fact })
    return null
  }
  const paymentId = await recordPayments(context, transaction, candidate)
  await setTransactionState(context, transaction.id, { state: 'matched', contactId, fact })
  const customers = new Set(candidate.allocations.map((part) => part.customerId))
  if (customers.size < 2) await learnFrom(context, transaction, contactId)
  return paymentId
}

/** Before the id of the payment, in the reason of a match that took it back. */
export const returnedPrefix = 'returned '

/** One payment for each customer of a collective one; what is over, and the fee, belong to the first. */
async function recordPayments(context: Context, transaction: StoredTransaction, candidate: MatchCandidate): Promise<PaymentId> {
  const { currency } = candidate.rest
  const byCustomer = Map.groupBy(candidate.allocations, (part) => part.customerId)
  const customers = byCustomer.size > 0 ? [...byCustomer.keys()] : [candidate.customerId]
  let firstId: PaymentId | undefined
  for (const customerId of customers) {
    const parts = byCustomer.get(customerId) ?? []
    const settled = sum(
      parts.map((part) => part.amount),
      currency,
    )
    const { id } = await recordPayment(context, {
      contactId: customerId as ContactId,
      amount: firstId ? settled : add(settled, candidate.rest),
      on: transaction.valueOn,
      method: 'bank',
      note: null,
      bankTransactionId: transaction.id,
      parts: parts.map((part) => ({ invoiceId: part.invoiceId as never, amount: part.amount })),
    })
    if (!firstId && candidate.fee && isPositive(candidate.fee)) {
      await recordFee(context, { paymentId: id, amount: candidate.fee, kind: isProvider(transaction) ? 'provider' : 'bank' })
    }
    firstId ??= id
  }
  return firstId ?? fail('match_needs_customer')
}

/** Money that went back to a customer comes out of the customer's credit. */
export async function refundFrom(context: Context, transaction: StoredTransaction, contactId: ContactId): Promise<void> {
  const amount = money(-transaction.amount.minor, transaction.amount.currency)
  const credits = (await creditsLeft(context, contactId)).filter((credit) => credit.left.currency === amount.currency)
  const draws = planDraw({ amount, credits: credits.map((credit) => ({ creditId: credit.id, on: credit.on, left: credit.left })) })
  for (const draw of draws) {
    await insertRefund(context, {
      ...draw,
      contactId,
      on: transaction.valueOn,
      reason: transaction.remittance.slice(0, 500),
      bankTransactionId: transaction.id as BankTransactionId,
    })
  }
}
