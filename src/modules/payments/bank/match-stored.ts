import { addDays } from '../../../kernel/day.ts'
import type { ContactId, InvoiceId } from '../../../kernel/id.ts'
import { isPositive } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { payableInvoices, type PayableInvoice } from '../invoices.ts'
import { invoicesPaidSince } from '../ledger/store.ts'
import { matchTransactions, type Match, type MatchCandidate, type MatchInvoice } from '../matching/match.ts'
import { settlementOfInvoice } from '../settlements.ts'
import { payersByIban, type StoredTransaction } from './store.ts'

/** A payment of an invoice that was settled within so many days is taken for a double one. */
const doubleWithinDays = 120

export interface Matched {
  readonly matches: ReadonlyMap<string, Match>
  readonly invoices: ReadonlyMap<string, PayableInvoice>
}

/** Matches stored transactions with what is open now. Pure rules in matching/, this only fetches for them. */
export async function matchStored(context: Context, transactions: readonly StoredTransaction[]): Promise<Matched> {
  const received = transactions.filter((transaction) => isPositive(transaction.amount))
  if (received.length === 0) return { matches: new Map(), invoices: new Map() }
  const open = await payableInvoices(context)
  const openIds = new Set(open.map((invoice) => invoice.id))
  const settledIds = (await invoicesPaidSince(context, addDays(context.today, -doubleWithinDays))).filter((id) => !openIds.has(id))
  const invoices = [...open, ...(await payableInvoices(context, { ids: settledIds }))]
  const ibans = [...new Set(received.flatMap((transaction) => transaction.counterpartyIban ?? []))]
  const payers = (await payersByIban(context, ibans)).map(({ contactId, iban }) => ({ customerId: contactId, names: [], ibans: [iban] }))
  const found = matchTransactions(
    received.map((transaction) => ({ ...transaction, reference: transaction.reference === null ? null : { text: transaction.reference } })),
    invoices.map((invoice) => asMatchInvoice(context, invoice)),
    payers,
  )
  return {
    matches: new Map(found.map((match) => [match.transactionId, match])),
    invoices: new Map(invoices.map((invoice) => [invoice.id as string, invoice])),
  }
}

/** What a candidate would settle, as parts of a payment. */
export function partsOf(candidate: MatchCandidate) {
  return candidate.allocations.map((part) => ({ invoiceId: part.invoiceId as InvoiceId, amount: part.amount }))
}

export function customerOf(candidate: MatchCandidate): ContactId {
  return candidate.customerId as ContactId
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
