import { add, isPositive, minimum, money, subtract, sum, type Money } from '../../../kernel/money.ts'
import type { MatchInvoice, MatchReason, MatchTransaction, OpenNow } from './types.ts'

/** How the money of a transaction meets what is open of some invoices. */
export interface Fit {
  readonly reasons: readonly MatchReason[]
  readonly allocations: readonly { readonly invoiceId: string; readonly customerId: string; readonly amount: Money }[]
  readonly rest: Money
  readonly fee: Money | null
}

/** The money in the currency of an invoice: as booked, or as it was ordered before the bank exchanged it. */
export function paidIn(transaction: Pick<MatchTransaction, 'amount' | 'instructed'>, currency: string): Money | undefined {
  if (transaction.amount.currency === currency) return transaction.amount
  const { instructed } = transaction
  return instructed?.currency === currency ? instructed : undefined
}

/** Puts the money of a transaction onto invoices of one currency; undefined where it is in none that can be compared. */
export function fitOf(transaction: MatchTransaction, invoices: readonly MatchInvoice[], openNow: OpenNow): Fit | undefined {
  const { currency } = invoices[0]!.open
  const paid = paidIn(transaction, currency)
  if (!paid || invoices.some((invoice) => invoice.open.currency !== currency)) return undefined
  const open = sum(invoices.map(openNow), currency)
  const { reason, fee } = amountReason(transaction, { paid, open, invoices, openNow })
  let left = fee ? add(paid, fee) : paid
  const allocations = invoices.flatMap((invoice) => {
    const part = minimum(left, openNow(invoice))
    if (!isPositive(part)) return []
    left = subtract(left, part)
    return [{ invoiceId: invoice.id, customerId: invoice.customerId, amount: part }]
  })
  const isExchanged = transaction.amount.currency !== currency
  return { reasons: isExchanged ? [reason, 'exchange'] : [reason], allocations, rest: left, fee }
}

interface Meeting {
  readonly paid: Money
  readonly open: Money
  readonly invoices: readonly MatchInvoice[]
  readonly openNow: OpenNow
}

function amountReason(transaction: MatchTransaction, meeting: Meeting): { reason: MatchReason; fee: Money | null } {
  const { paid, open, invoices } = meeting
  if (!isPositive(open)) return { reason: 'already_settled', fee: null }
  if (paid.minor === open.minor) return { reason: invoices.length > 1 ? 'amount_sum' : 'amount_exact', fee: null }
  if (paid.minor > open.minor) return { reason: isWithFees(meeting) ? 'amount_with_fees' : 'amount_over', fee: null }
  const missing = subtract(open, paid)
  if (invoices.length === 1 && isInstalment(meeting)) return { reason: 'amount_instalment', fee: null }
  if (isCharge(transaction, open, missing)) return { reason: 'amount_charges', fee: missing }
  if (isLikelyFee(transaction, open, missing)) return { reason: 'amount_fee', fee: missing }
  return { reason: 'amount_part', fee: null }
}

/** Invoices with what reminders took beyond them, to the cent. */
function isWithFees({ paid, open, invoices }: Meeting): boolean {
  const fees = invoices.reduce((total, invoice) => total + (invoice.fees?.minor ?? 0n), 0n)
  return fees > 0n && paid.minor === open.minor + fees
}

/** The first one, two, … open parts of a payment plan. Only valid while nothing of it was used up in this run. */
function isInstalment({ paid, invoices, openNow }: Meeting): boolean {
  const invoice = invoices[0]!
  if (!invoice.openParts || openNow(invoice).minor !== invoice.open.minor) return false
  let soFar = 0n
  return invoice.openParts.some((part) => (soFar += part.minor) === paid.minor)
}

/** The bank says itself what it kept, or what was ordered. */
function isCharge(transaction: MatchTransaction, open: Money, missing: Money): boolean {
  const { charges, instructed, amount } = transaction
  if (charges?.currency === missing.currency && charges.minor === missing.minor) return true
  return instructed?.currency === open.currency && amount.currency === open.currency && instructed.minor === open.minor && isSmall(missing, open)
}

/** Providers of card payments, who keep a share of each. */
const providers =
  /\b(sumup|stripe|paypal|zettle|izettle|worldline|six payment|payrexx|mollie|adyen|square|twint|wallee|datatrans|nexi|viva wallet|lyf|klarna)\b/i
/** What is written where banks on the way keep something. */
const feeWords = /\b(charges?|fees?|frais|commissions?|commissioni|spese|spesen|geb(ü|ue)hr(en)?|gebuehren|entgelt|kommission|wire|less|(sha|our|ben))\b/i

/** Whether a provider of card payments sent it. */
export function isProvider(transaction: Pick<MatchTransaction, 'counterpartyName' | 'remittance'>): boolean {
  return providers.test(`${transaction.counterpartyName ?? ''} ${transaction.remittance}`)
}

function isLikelyFee(transaction: MatchTransaction, open: Money, missing: Money): boolean {
  if (!isSmall(missing, open)) return false
  const isExchanged = transaction.amount.currency !== open.currency
  return isExchanged || Boolean(transaction.charges) || feeWords.test(transaction.remittance) || isProvider(transaction)
}

/** At most 3.5 % and 50 cents, or what a transfer from abroad costs: 40 of any currency, where that is not much of the whole. */
function isSmall(missing: Money, open: Money): boolean {
  const share = (open.minor * 35n) / 1000n + 50n
  const abroad = minimum(money(4000n, open.currency), money(open.minor / 20n, open.currency)).minor
  return missing.minor <= share || missing.minor <= abroad
}
