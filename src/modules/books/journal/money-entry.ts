import type { Day } from '../../../kernel/day.ts'
import { money, negate, subtract, type Money } from '../../../kernel/money.ts'
import type { ToBook } from './document-entry.ts'
import { exchangeLine, shareOf, sumOf, undone, type Carried, type Entry, type EntryKind, type Posting } from './entry.ts'

/** Who and what a fact of money is about. */
export interface FactOf {
  readonly id: string
  readonly on: Day
  readonly party: Entry['party']
  readonly document: string | null
  readonly isTyped: boolean
}

/** A part of a credit that settles an invoice, with what the books carry of the invoice. */
export interface AllocatedPart {
  readonly id: string
  readonly invoiceId: string
  readonly amount: Money
  readonly carried: Carried
}

/**
 * Money received: the bank, the till or money on its way against what it settles; the rest is the customer's credit.
 * Where the invoice stands at another value than the money, the difference is realised.
 */
export function paymentEntry(payment: FactOf & { amount: Money; account: string; parts: readonly AllocatedPart[] }, toBook: ToBook): Entry {
  const fact = `payment/${payment.id}`
  const received = toBook(payment.amount)
  let rest = payment.amount
  let restMinor = received
  const settled = payment.parts.flatMap((part) => {
    const value = shareOf(restMinor, part.amount.minor, rest.minor)
    rest = subtract(rest, part.amount)
    restMinor -= value
    return settledLines(part, value)
  })
  const credit: Posting[] = isNothing(rest) ? [] : [{ kind: 'customer_credit', minor: -restMinor, foreign: negate(rest), subject: payment.id, fact }]
  return entryOf('payment', fact, payment, {
    includes: payment.parts.map((part) => `allocation/${part.id}`),
    postings: [{ kind: payment.account, minor: received, foreign: payment.amount, fact }, ...settled, ...credit],
  })
}

/** Credit of the customer put onto an invoice later. */
export function allocationEntry(allocation: FactOf & { part: AllocatedPart; creditId: string; credit: Carried }): Entry {
  const { part, credit } = allocation
  const fact = `allocation/${allocation.id}`
  const value = shareOf(-credit.minor, part.amount.minor, -credit.foreign)
  const drawn: Posting = { kind: 'customer_credit', minor: value, foreign: part.amount, subject: allocation.creditId, fact }
  return entryOf('allocation', fact, allocation, { postings: [drawn, ...settledLines(part, value)] })
}

/**
 * An allocation taken back: its own lines the other way round. Where it stood within the entry of its payment, whose
 * credit line had already been lessened by it, the credit appears again.
 */
export function allocationUndoneEntry(undoing: FactOf & { creditId: string; amount: Money; standing: readonly Posting[] }): Entry {
  const fact = `allocation/${undoing.id}`
  const lines = undone(undoing.standing, fact)
  const rest = -sumOf(lines)
  const again: Posting[] = lines.some((line) => line.kind === 'customer_credit')
    ? []
    : [{ kind: 'customer_credit', minor: rest, foreign: negate(undoing.amount), subject: undoing.creditId, fact }]
  return entryOf('allocation_undone', fact, undoing, { postings: [...lines, ...again] })
}

/** A payment taken back whole; its allocations have been taken back before. */
export function paymentRemovedEntry(removal: FactOf & { amount: Money; account: string; credit: Carried; received: bigint }): Entry {
  const fact = `payment-removal/${removal.id}`
  const lines: Posting[] = [
    { kind: 'customer_credit', minor: -removal.credit.minor, foreign: removal.amount, subject: removal.id, fact },
    { kind: removal.account, minor: -removal.received, foreign: negate(removal.amount), fact },
  ]
  return entryOf('payment_removed', fact, removal, { postings: [...lines, ...exchangeLine(-sumOf(lines), fact)] })
}

/** Credit paid back. */
export function refundEntry(refund: FactOf & { amount: Money; account: string; creditId: string; credit: Carried }, toBook: ToBook): Entry {
  const fact = `refund/${refund.id}`
  const lines: Posting[] = [
    {
      kind: 'customer_credit',
      minor: shareOf(-refund.credit.minor, refund.amount.minor, -refund.credit.foreign),
      foreign: refund.amount,
      subject: refund.creditId,
      fact,
    },
    { kind: refund.account, minor: -toBook(refund.amount), foreign: negate(refund.amount), fact },
  ]
  return entryOf('refund', fact, refund, { postings: [...lines, ...exchangeLine(-sumOf(lines), fact)] })
}

/**
 * What is given up of an invoice: bad debt for the net, and the tax is owed no longer (MWSTG art. 41, § 17 UStG,
 * Directive 2006/112/EC art. 90), in the proportion of the invoice's own tax lines.
 */
export function writeOffEntry(writeOff: FactOf & { invoiceId: string; amount: Money; total: Money; carried: Carried; taxes: readonly Posting[] }): Entry {
  const fact = `write-off/${writeOff.id}`
  const relieved = shareOf(writeOff.carried.minor, writeOff.amount.minor, writeOff.carried.foreign)
  const taxes = writeOff.taxes.map((tax) => ({
    kind: tax.kind,
    minor: -shareOf(tax.minor, writeOff.amount.minor, writeOff.total.minor),
    foreign: tax.foreign && money(-shareOf(tax.foreign.minor, writeOff.amount.minor, writeOff.total.minor), tax.foreign.currency),
    tax: tax.tax,
    fact,
  }))
  const lost: Posting = { kind: 'bad_debt', minor: relieved - sumOf(taxes), fact }
  const receivable: Posting = { kind: 'receivable', minor: -relieved, foreign: negate(writeOff.amount), subject: writeOff.invoiceId, fact }
  return entryOf('write_off', fact, writeOff, { postings: [lost, ...taxes, receivable].filter((line) => line.minor !== 0n) })
}

/** What a payment provider or bank keeps of the money. */
export function feeEntry(fee: FactOf & { amount: Money; account: string }, toBook: ToBook): Entry {
  const fact = `payment-fee/${fee.id}`
  const minor = toBook(fee.amount)
  return entryOf('payment_fee', fact, fee, {
    postings: [
      { kind: 'payment_fee', minor, foreign: fee.amount, fact },
      { kind: fee.account, minor: -minor, foreign: negate(fee.amount), fact },
    ],
  })
}

/** What is taken with a reminder, or with a negative amount given up of it at the value that the books carry. */
export function reminderFeeEntry(fee: FactOf & { feeId: string; amount: Money; isInterest: boolean; carried: Carried }, toBook: ToBook): Entry {
  const fact = `reminder-fee/${fee.id}`
  const isWaived = fee.amount.minor < 0n
  const minor = isWaived ? -shareOf(fee.carried.minor, -fee.amount.minor, fee.carried.foreign) : toBook(fee.amount)
  return entryOf(isWaived ? 'reminder_fee_undone' : 'reminder_fee', fact, fee, {
    postings: [
      { kind: 'receivable', minor, foreign: fee.amount, subject: fee.feeId, fact },
      { kind: fee.isInterest ? 'interest_income' : 'reminder_fee', minor: -minor, foreign: negate(fee.amount), fact },
    ],
  })
}

/** Credit of the customer put onto a fee. */
export function feeSettlementEntry(settled: FactOf & { feeId: string; amount: Money; carried: Carried; creditId: string; credit: Carried }): Entry {
  const fact = `fee-settlement/${settled.id}`
  const value = shareOf(-settled.credit.minor, settled.amount.minor, -settled.credit.foreign)
  const relieved = shareOf(settled.carried.minor, settled.amount.minor, settled.carried.foreign)
  return entryOf('allocation', fact, settled, {
    postings: [
      { kind: 'customer_credit', minor: value, foreign: settled.amount, subject: settled.creditId, fact },
      { kind: 'receivable', minor: -relieved, foreign: negate(settled.amount), subject: settled.feeId, fact },
      ...exchangeLine(relieved - value, fact),
    ],
  })
}

/** Any fact that undoes another: the other's lines, turned. */
export function undoneEntry(kind: EntryKind, source: string, fact: FactOf, standing: readonly Posting[]): Entry {
  return entryOf(kind, source, fact, { postings: undone(standing, source) })
}

export function entryOf(kind: EntryKind, source: string, fact: FactOf, given: { includes?: readonly string[]; postings: readonly Posting[] }): Entry {
  const { on, party, document, isTyped } = fact
  return { kind, source, includes: given.includes ?? [], on, party, document, isTyped, postings: given.postings }
}

function settledLines(part: AllocatedPart, value: bigint): Posting[] {
  const fact = `allocation/${part.id}`
  const relieved = shareOf(part.carried.minor, part.amount.minor, part.carried.foreign)
  return [{ kind: 'receivable', minor: -relieved, foreign: negate(part.amount), subject: part.invoiceId, fact }, ...exchangeLine(relieved - value, fact)]
}

function isNothing(value: Money): boolean {
  return value.minor === 0n
}
