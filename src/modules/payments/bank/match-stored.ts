import { setImmediate } from 'node:timers/promises'
import { addDays } from '../../../kernel/day.ts'
import type { BankTransactionId, ContactId, InvoiceId } from '../../../kernel/id.ts'
import { add, isNegative, isPositive, isZero, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { payableInvoices, type PayableInvoice } from '../invoices.ts'
import { invoicesPaidSince } from '../ledger/store.ts'
import { matcher, type Match, type MatchCandidate, type MatchInvoice, type MatchPayer, type MatchTransaction } from '../matching/match.ts'
import { nameWords } from '../matching/name.ts'
import { learnPayer, learntPayers } from '../payers/store.ts'
import { historyFor, type PaidBefore } from '../received/history.ts'
import { feesOpen } from '../reminding/claims/store.ts'
import { settlementOfInvoice } from '../settlements.ts'
import { payersByIban, type StoredTransaction } from './store.ts'

/** A payment of an invoice that was settled within so many days is taken for a double one. */
const doubleWithinDays = 120
/** Others get their turn after so many. */
const batch = 100

export interface Matched {
  readonly matches: ReadonlyMap<string, Match>
  readonly invoices: ReadonlyMap<string, PayableInvoice>
  /** The payments that a return would take back. */
  readonly payments: ReadonlyMap<string, PaidBefore>
}

/** Matches stored transactions with what is open now. Pure rules in matching/, this only fetches for them. */
export async function matchStored(context: Context, transactions: readonly StoredTransaction[]): Promise<Matched> {
  const moved = transactions.filter((transaction) => !isZero(transaction.amount))
  if (moved.length === 0) return { matches: new Map(), invoices: new Map(), payments: new Map() }
  const invoices = moved.some((transaction) => isPositive(transaction.amount)) ? await invoicesToMatch(context) : []
  const outgoing = moved.filter((transaction) => isNegative(transaction.amount))
  const history =
    outgoing.length > 0
      ? await historyFor(
          context,
          outgoing.map((transaction) => transaction.amount),
        )
      : { payments: [], credits: [] }
  const fees = Map.groupBy(invoices.length > 0 ? await feesOpen(context) : [], (fee) => fee.invoiceId)
  const known = invoices.map((invoice) => ({ ...asMatchInvoice(context, invoice), fees: sumOf(fees.get(invoice.id)) }))
  const matchOne = matcher({ invoices: known, payers: await payersFor(context, moved), history })
  const matches = new Map<string, Match>()
  for (const [at, transaction] of moved.entries()) {
    if (at % batch === batch - 1) await setImmediate()
    matches.set(transaction.id, matchOne(asMatchTransaction(transaction)))
  }
  return {
    matches,
    invoices: new Map(invoices.map((invoice) => [invoice.id as string, invoice])),
    payments: new Map(history.payments.map((payment) => [payment.id, payment])),
  }
}

/** What is open, and what was settled lately. */
async function invoicesToMatch(context: Context): Promise<PayableInvoice[]> {
  const open = await payableInvoices(context)
  const openIds = new Set(open.map((invoice) => invoice.id))
  const settledIds = (await invoicesPaidSince(context, addDays(context.today, -doubleWithinDays))).filter((id) => !openIds.has(id))
  return [...open, ...(await payableInvoices(context, { ids: settledIds }))]
}

async function payersFor(context: Context, transactions: readonly StoredTransaction[]): Promise<MatchPayer[]> {
  const ibans = [...new Set(transactions.flatMap((transaction) => transaction.counterpartyIban ?? []))]
  const nameKeys = [...new Set(transactions.map(nameKeyOf).filter((key) => key !== ''))]
  const before = await payersByIban(context, ibans)
  const learnt = await learntPayers(context, { ibans, nameKeys })
  const all = [...before.map(({ contactId, iban }) => ({ contactId, nameKey: '', iban, amount: undefined as Money | undefined })), ...learnt]
  return [...Map.groupBy(all, ({ contactId }) => contactId)].map(([customerId, rows]) => ({
    customerId,
    names: [...new Set(rows.map((row) => row.nameKey).filter((key) => key !== ''))],
    ibans: [...new Set(rows.flatMap((row) => row.iban ?? []))],
    amounts: rows.flatMap((row) => row.amount ?? []),
  }))
}

/** The same name in any order and spelling. */
function nameKeyOf(transaction: Pick<StoredTransaction, 'counterpartyName'>): string {
  return nameWords(transaction.counterpartyName ?? '')
    .sort()
    .join(' ')
}

/** A match teaches who pays for whom. */
export async function learnFrom(context: Context, transaction: StoredTransaction, contactId: ContactId): Promise<void> {
  await learnPayer(context, {
    transactionId: transaction.id as BankTransactionId,
    contactId,
    nameKey: nameKeyOf(transaction),
    iban: transaction.counterpartyIban,
    amount: transaction.amount,
    on: transaction.bookedOn,
  })
}

/** What a candidate would settle, as parts of a payment. */
export function partsOf(candidate: MatchCandidate) {
  return candidate.allocations.map((part) => ({ invoiceId: part.invoiceId as InvoiceId, amount: part.amount }))
}

export function customerOf(candidate: MatchCandidate): ContactId {
  return candidate.customerId as ContactId
}

function sumOf(fees: readonly { readonly open: Money }[] | undefined): Money | undefined {
  return fees?.map((fee) => fee.open).reduce(add)
}

function asMatchTransaction(transaction: StoredTransaction): MatchTransaction {
  return { ...transaction, reference: transaction.reference === null ? null : { text: transaction.reference } }
}

function asMatchInvoice(context: Context, invoice: PayableInvoice): MatchInvoice {
  const { instalments } = settlementOfInvoice(invoice, { today: context.today })
  return {
    id: invoice.id,
    number: invoice.number,
    customerId: invoice.contactId,
    customerName: invoice.contactName,
    open: invoice.open,
    dueOn: invoice.nextDueOn ?? invoice.issuedOn,
    openParts: instalments.map((instalment) => instalment.open).filter(isPositive),
    reference: invoice.reference,
  }
}
