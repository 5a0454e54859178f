import { money, zero } from '../../../kernel/money.ts'
import { best } from './candidates.ts'
import { initialsAgree, nameLikeness, nameWords } from './name.ts'
import { keysOfNumber, keysOfText } from './number.ts'
import type { MatchCandidate, MatchHistory, MatchReason, MatchTransaction } from './types.ts'

/** What banks write when a payment comes back, in the languages around us. */
const returnWords =
  /\b(r(ü|ue)ck(lastschrift|läufer|laeufer|buchung|weisung|belastung)|retourn?|returned|return|unpaid|bounced|chargeback|rejet|impay[eé]e?|insoluto|storno|respinto|rls)\b/i

/**
 * What money that went out may be of customers: a payment that came back (a direct debit, a chargeback), or credit that was
 * paid back. Never certain: the first opens an invoice again, the second is the owner's own doing.
 */
export function outgoingCandidates(transaction: MatchTransaction, history: MatchHistory): MatchCandidate[] {
  const amount = money(-transaction.amount.minor, transaction.amount.currency)
  const isReturn = transaction.isReturn === true || returnWords.test(transaction.remittance)
  const keys = new Set(keysOfText(`${transaction.remittance} ${transaction.endToEndId ?? ''}`).map(({ key }) => key))
  const words = nameWords(transaction.counterpartyName ?? '')
  const likeness = (name: string) => {
    const other = nameWords(name)
    const inText = nameWords(transaction.remittance.slice(0, 300), 40)
    if (initialsAgree(transaction.counterpartyName ?? '', other)) return 0.9
    return Math.max(nameLikeness(words, other), other.length > 1 && other.every((word) => inText.includes(word)) ? 0.9 : 0)
  }
  const isNamed = (numbers: readonly string[]) =>
    numbers.some((number) => keysOfNumber(number).some(({ key, strength }) => strength !== 'short' && keys.has(key)))
  const shared = { allocations: [], rest: zero(amount.currency), fee: null }
  const returned = history.payments
    .filter((payment) => isReturn && payment.amount.currency === amount.currency && payment.amount.minor === amount.minor)
    .flatMap((payment): MatchCandidate[] => {
      const reasons: MatchReason[] = [
        'returned',
        ...(isNamed(payment.numbers) ? (['number'] as const) : []),
        ...(likeness(payment.customerName) >= 0.5 ? (['name'] as const) : []),
      ]
      return reasons.length === 1
        ? []
        : [{ ...shared, kind: 'return', customerId: payment.customerId, paymentId: payment.id, score: 40 + reasons.length * 15, reasons }]
    })
  const refunded = history.credits
    .filter((credit) => credit.left.currency === amount.currency && credit.left.minor >= amount.minor)
    .flatMap((credit): MatchCandidate[] => {
      const isExact = credit.left.minor === amount.minor
      const reasons: MatchReason[] = ['credit_left', ...(isExact ? (['amount_exact'] as const) : []), 'name']
      return likeness(credit.customerName) < 0.5
        ? []
        : [{ ...shared, kind: 'refund', customerId: credit.customerId, paymentId: null, score: isExact ? 75 : 55, reasons }]
    })
  return best([...returned, ...refunded])
}
