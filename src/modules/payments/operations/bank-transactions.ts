import { fail, notFound } from '../../../kernel/failure.ts'
import type { BankTransactionId, ContactId, InvoiceId, PaymentId } from '../../../kernel/id.ts'
import { isNegative, isPositive, minimum, negate, subtract } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactNames } from '../../contacts/index.ts'
import { customerOf, learnFrom, matchStored, partsOf, type Matched } from '../bank/match-stored.ts'
import { bankAccounts, insertBankAccount, lastImports, unmatchedCounts } from '../bank/accounts/store.ts'
import { findTransaction, findTransactions, matchFactsOf, selectTransactions, setAnother, setTransactionState, type StoredTransaction } from '../bank/store.ts'
import { readIban } from '../bank/reference.ts'
import { invalid } from '../../../kernel/failure.ts'
import { refundFrom, returnedPrefix, settle, settleCertain } from '../bank/settle.ts'
import { releaseDebit } from '../debits/debits.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices } from '../invoices.ts'
import { oldestFirst, recordPayment, removePayment, restorePayment } from '../ledger/ledger.ts'
import { insertRefund, standingRefunds } from '../ledger/store.ts'
import { paidIn } from '../matching/amounts.ts'
import type { MatchCandidate } from '../matching/match.ts'
import { unlearnPayer } from '../payers/store.ts'
import { paymentsOfTransactions } from '../received/store.ts'

export const listBankAccounts = implement(paymentsContract['payments.bank-accounts'], async (context) => {
  const counts = await unmatchedCounts(context)
  const imports = await lastImports(context)
  const accounts = await bankAccounts(context)
  return {
    accounts: accounts.map(({ id, name, iban, currency }) => ({
      id,
      name,
      iban,
      currency,
      unmatched: counts.get(id) ?? 0,
      lastImportedAt: imports.get(id) ?? null,
    })),
    unmatched: [...counts.values()].reduce((left, right) => left + right, 0),
  }
})

export const addBankAccount = implement(paymentsContract['payments.add-bank-account'], async (context, input) => {
  const iban = input.iban === null ? null : (readIban(input.iban) ?? invalid({ iban: 'iban_malformed' }))
  return { id: await insertBankAccount(context, { name: input.name, iban, otherId: null, currency: input.currency }) }
})

export const listTransactions = implement(paymentsContract['payments.bank-transactions'], async (context, input) => {
  const [on, id] = (input.after ?? '').split(' ')
  const rows = await selectTransactions(context, { ...input, after: on && id ? { on, id } : undefined, limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  const ids = page.map((transaction) => transaction.id)
  const matched: Matched = input.state === 'unmatched' ? await matchStored(context, page) : { matches: new Map(), invoices: new Map(), payments: new Map() }
  const payments = await paymentsOfTransactions(context, ids)
  const facts = await matchFactsOf(context, ids)
  const alike = new Map(
    (
      await findTransactions(
        context,
        page.flatMap((transaction) => transaction.perhapsId ?? []),
      )
    ).map((each) => [each.id, each]),
  )
  const customers = [...matched.matches.values()].flatMap((match) => match.candidates.map(customerOf))
  const names = await contactNames(context, [...new Set([...customers, ...page.flatMap((transaction) => transaction.contactId ?? [])])])
  const last = page.at(-1)
  return {
    transactions: page.map((transaction) => ({
      ...shown(transaction),
      perhaps: transaction.perhapsId ? (alikeOf(alike.get(transaction.perhapsId)) ?? null) : null,
      certainty: matched.matches.get(transaction.id)?.certainty ?? ('none' as const),
      candidates: (matched.matches.get(transaction.id)?.candidates ?? []).map((candidate) => ({
        kind: candidate.kind,
        contactId: customerOf(candidate),
        contactName: names.get(customerOf(candidate)) ?? '',
        invoices:
          candidate.kind === 'return'
            ? [...(matched.payments.get(candidate.paymentId ?? '')?.invoices ?? [])]
            : partsOf(candidate).map((part) => ({ ...part, number: matched.invoices.get(part.invoiceId)?.number ?? '' })),
        rest: candidate.rest,
        fee: candidate.fee,
        score: candidate.score,
        reasons: [...candidate.reasons],
      })),
      paymentId: payments.get(transaction.id)?.[0] ?? null,
      contactName: (transaction.contactId && names.get(transaction.contactId)) ?? null,
      reason: transaction.state === 'ignored' ? (facts.get(transaction.id)?.reason ?? null) : null,
    })),
    next: rows.length > input.limit && last ? `${last.bookedOn} ${last.id}` : null,
    unmatchedCount: [...(await unmatchedCounts(context)).values()].reduce((left, right) => left + right, 0),
  }
})

function shown(transaction: StoredTransaction) {
  const { id, bankAccountId, bookedOn, valueOn, amount, counterpartyName, counterpartyIban, reference, remittance, state, contactId } = transaction
  return { id, bankAccountId, bookedOn, valueOn, amount, counterpartyName, counterpartyIban, reference, remittance, state, contactId }
}

function alikeOf(line: StoredTransaction | undefined) {
  return (
    line && { id: line.id, bookedOn: line.bookedOn, counterpartyName: line.counterpartyName, remittance: line.remittance.slice(0, 200), format: line.format }
  )
}

/** Says whether a line that looks like another is the same payment, or one of its own; or asks again. */
export const decideSame = implement(paymentsContract['payments.decide-same'], async (context, { bankTransactionId, isSame }) => {
  const transaction = await unmatchedTransaction(context, bankTransactionId)
  if (isSame) {
    if (!transaction.perhapsId) return fail('transaction_not_doubtful')
    await setTransactionState(context, bankTransactionId, { state: 'ignored', contactId: null, fact: { kind: 'ignored', reason: null, certainty: 'same' } })
    return { id: bankTransactionId, matchedCount: 0 }
  }
  await setAnother(context, bankTransactionId, isSame === false)
  const { matchedCount } = isSame === false ? await settleCertain(context, [{ ...transaction, perhapsId: null }]) : { matchedCount: 0 }
  return { id: bankTransactionId, matchedCount }
})

export const acceptMatch = implement(paymentsContract['payments.accept-match'], async (context, input) => {
  const transaction = await unmatchedTransaction(context, input.bankTransactionId)
  const chosen = await chosenCandidate(context, transaction, input)
  if (chosen) return { id: transaction.id, paymentId: await settle(context, transaction, { candidate: chosen, certainty: 'by_hand' }) }
  const contactId = input.contactId ?? fail('match_needs_customer')
  if (isNegative(transaction.amount)) {
    await refundFrom(context, transaction, contactId)
    await setTransactionState(context, transaction.id, { state: 'matched', contactId, fact: { kind: 'matched', certainty: 'by_hand' } })
    return { id: transaction.id, paymentId: null }
  }
  const { id: paymentId } = await recordPayment(context, {
    contactId,
    amount: transaction.amount,
    on: transaction.valueOn,
    method: 'bank',
    note: null,
    bankTransactionId: transaction.id,
    parts: await oldestFirst(context, contactId, transaction.amount),
  })
  await setTransactionState(context, transaction.id, { state: 'matched', contactId, fact: { kind: 'matched', certainty: 'by_hand' } })
  await learnFrom(context, transaction, contactId)
  return { id: transaction.id, paymentId }
})

/** The best proposal; or the one of these invoices, with its fee or exchange, or else simply these as far as the money goes. */
async function chosenCandidate(
  context: Context,
  transaction: StoredTransaction,
  input: { invoiceIds?: readonly InvoiceId[] | undefined; contactId?: ContactId | undefined },
): Promise<MatchCandidate | undefined> {
  if (input.contactId && !input.invoiceIds) return undefined
  const candidates = (await matchStored(context, [transaction])).matches.get(transaction.id)?.candidates ?? []
  const { invoiceIds } = input
  if (!invoiceIds) return candidates[0]
  const wanted = [...invoiceIds].sort().join()
  const proposed = candidates.find(
    (candidate) =>
      candidate.kind === 'settle' &&
      candidate.allocations
        .map((part) => part.invoiceId)
        .sort()
        .join() === wanted,
  )
  return proposed ?? byInvoices(context, transaction, invoiceIds)
}

export const ignoreTransaction = implement(paymentsContract['payments.ignore'], async (context, input) => {
  const transaction = await unmatchedTransaction(context, input.bankTransactionId)
  await setTransactionState(context, transaction.id, { state: 'ignored', contactId: null, fact: { kind: 'ignored', reason: input.reason ?? null } })
  return { id: transaction.id }
})

export const unmatch = implement(paymentsContract['payments.unmatch'], async (context, { bankTransactionId }) => {
  const transaction = (await findTransaction(context, bankTransactionId)) ?? notFound('bank-transaction')
  if (transaction.state === 'unmatched') fail('transaction_not_matched')
  for (const paymentId of (await paymentsOfTransactions(context, [bankTransactionId])).get(bankTransactionId) ?? []) {
    await removePayment(context, { paymentId, reason: null })
  }
  for (const refund of await standingRefunds(context, { bankTransactionId })) {
    await insertRefund(context, { ...refund, amount: negate(refund.amount), on: context.today, reason: '', bankTransactionId, reversesId: refund.id })
  }
  const reason = (await matchFactsOf(context, [bankTransactionId])).get(bankTransactionId)?.reason ?? ''
  if (transaction.state === 'matched' && reason.startsWith(returnedPrefix)) await restorePayment(context, reason.slice(returnedPrefix.length) as PaymentId)
  await releaseDebit(context, bankTransactionId)
  await unlearnPayer(context, bankTransactionId)
  await setTransactionState(context, bankTransactionId, { state: 'unmatched', contactId: null, fact: { kind: 'unmatched' } })
  return { id: bankTransactionId }
})

async function unmatchedTransaction(context: Context, id: BankTransactionId): Promise<StoredTransaction> {
  const transaction = (await findTransaction(context, id)) ?? notFound('bank-transaction')
  if (transaction.state !== 'unmatched') fail('transaction_already_decided')
  return transaction
}

/** The named invoices in the order named, as far as the amount goes. */
async function byInvoices(context: Context, transaction: StoredTransaction, invoiceIds: readonly InvoiceId[]): Promise<MatchCandidate> {
  const invoices = await payableInvoices(context, { ids: invoiceIds })
  let left = paidIn(transaction, invoices[0]?.currency ?? '') ?? transaction.amount
  const allocations = invoiceIds.flatMap((id) => {
    const invoice = invoices.find((candidate) => candidate.id === id) ?? notFound('invoice')
    if (invoice.currency !== left.currency) invalid({ invoiceIds: 'currency_differs' })
    const amount = minimum(left, invoice.open)
    if (!isPositive(amount)) return []
    left = subtract(left, amount)
    return [{ invoiceId: id, customerId: invoice.contactId, amount }]
  })
  const customerId = allocations[0]?.customerId ?? invoices[0]!.contactId
  return { kind: 'settle', customerId, allocations, rest: left, fee: null, paymentId: null, score: 0, reasons: [] }
}
