import { fromWire, negate, type Money } from '../../../kernel/money.ts'
import { issuedDocuments } from '../../invoicing/index.ts'
import { feesOf, moneyFacts, type MoneyFact, type MoneyFactKind } from '../../payments/index.ts'
import type { Books } from '../books.ts'
import { contactNames } from '../../contacts/index.ts'
import type { Entry } from './entry.ts'
import { postDocument } from './documents.ts'
import {
  allocationEntry,
  allocationUndoneEntry,
  feeEntry,
  feeSettlementEntry,
  paymentEntry,
  paymentRemovedEntry,
  refundEntry,
  reminderFeeEntry,
  undoneEntry,
  writeOffEntry,
  type AllocatedPart,
  type FactOf,
} from './money-entry.ts'
import { post } from './post.ts'
import { bookedAmong, carriedOf, linesOfFact } from './store.ts'

/** Books a fact about the money of customers, and before it whatever it builds on that is not in the journal yet. */
export async function postMoneyFact(books: Books, kind: MoneyFactKind, id: string): Promise<void> {
  if (await isBooked(books, `${kind}/${id}`)) return
  const [fact] = await moneyFacts(books.context, kind, { ids: [id] })
  if (fact) await posters[kind](books, fact)
}

const posters: Readonly<Record<MoneyFactKind, (books: Books, fact: MoneyFact) => Promise<void>>> = {
  payment: postPayment,
  'payment-removal': postRemoval,
  allocation: postAllocation,
  refund: postRefund,
  'write-off': postWriteOff,
  'payment-fee': postFee,
  'reminder-fee': postReminderFee,
  'fee-settlement': postFeeSettlement,
}

/** With what it settled when it was recorded. */
async function postPayment(books: Books, fact: MoneyFact): Promise<void> {
  const { context } = books
  const allocations = (await moneyFacts(context, 'allocation', { creditId: fact.id })).filter(
    (each) => each.reversesId === null && each.recordedAt === fact.recordedAt,
  )
  const booked = await bookedAmong(context, allocations.map(sourceOf))
  const parts: AllocatedPart[] = []
  for (const each of allocations) if (!booked.has(sourceOf(each))) parts.push(await partOf(books, each))
  const toBook = await books.toBook(fact.amount.currency, fact.on)
  const document = await numbersOf(books, parts)
  await post(books, paymentEntry({ ...(await factOf(books, fact, document)), amount: fact.amount, account: accountOf(fact), parts }, toBook))
}

async function postAllocation(books: Books, fact: MoneyFact): Promise<void> {
  const { context } = books
  await postCredit(books, fact)
  if (await isBooked(books, sourceOf(fact))) return
  const about = await factOf(books, fact, await numberOf(books, fact.invoiceId!))
  const creditId = fact.creditId!
  if (fact.reversesId) {
    await postMoneyFact(books, 'allocation', fact.reversesId)
    const standing = await linesOfFact(context, `allocation/${fact.reversesId}`)
    return post(books, allocationUndoneEntry({ ...about, creditId, amount: negate(fact.amount), standing }))
  }
  const part = await partOf(books, fact)
  const credit = await carriedOf(context, 'customer_credit', creditId)
  await post(books, allocationEntry({ ...about, part, creditId, credit }))
}

async function postRemoval(books: Books, fact: MoneyFact): Promise<void> {
  const { context } = books
  await postMoneyFact(books, 'payment', fact.id)
  for (const kind of ['allocation', 'fee-settlement'] as const) {
    for (const each of await moneyFacts(context, kind, { creditId: fact.id })) await postMoneyFact(books, kind, each.id)
  }
  const account = accountOf(fact)
  const received = (await linesOfFact(context, `payment/${fact.id}`)).find((line) => line.kind === account)?.minor ?? 0n
  const credit = await carriedOf(context, 'customer_credit', fact.id)
  const about = await factOf(books, fact, null)
  await post(books, paymentRemovedEntry({ ...about, isTyped: false, amount: fact.amount, account, credit, received }))
  for (const fee of await feesOf(context, [fact.id])) {
    await postMoneyFact(books, 'payment-fee', fee.id)
    const standing = await linesOfFact(context, `payment-fee/${fee.id}`)
    await post(books, undoneEntry('payment_fee_undone', `payment-fee-undone/${fee.id}`, { ...about, isTyped: false }, standing))
  }
}

async function postRefund(books: Books, fact: MoneyFact): Promise<void> {
  const { context } = books
  const about = await factOf(books, fact, null)
  if (fact.reversesId) {
    await postMoneyFact(books, 'refund', fact.reversesId)
    return post(books, undoneEntry('refund_undone', sourceOf(fact), about, await linesOfFact(context, `refund/${fact.reversesId}`)))
  }
  await postCredit(books, fact)
  const credit = await carriedOf(context, 'customer_credit', fact.creditId!)
  const toBook = await books.toBook(fact.amount.currency, fact.on)
  await post(books, refundEntry({ ...about, amount: fact.amount, account: accountOf(fact), creditId: fact.creditId!, credit }, toBook))
}

async function postWriteOff(books: Books, fact: MoneyFact): Promise<void> {
  const { context } = books
  const invoiceId = fact.invoiceId!
  await postDocument(books, invoiceId)
  const about = { ...(await factOf(books, fact, await numberOf(books, invoiceId))), isTyped: false }
  if (fact.reversesId) {
    await postMoneyFact(books, 'write-off', fact.reversesId)
    return post(books, undoneEntry('write_off_undone', sourceOf(fact), about, await linesOfFact(context, `write-off/${fact.reversesId}`)))
  }
  const [issued] = await issuedDocuments(context, { ids: [invoiceId] })
  const taxes = (await linesOfFact(context, `invoice/${invoiceId}`)).filter((line) => line.kind.startsWith('tax_payable'))
  const total: Money = fromWire(issued!.document.totals.gross)
  const carried = await carriedOf(context, 'receivable', invoiceId)
  await post(books, writeOffEntry({ ...about, invoiceId, amount: fact.amount, total, carried, taxes }))
}

async function postFee(books: Books, fact: MoneyFact): Promise<void> {
  await postMoneyFact(books, 'payment', fact.creditId!)
  const toBook = await books.toBook(fact.amount.currency, fact.on)
  const about = { ...(await factOf(books, fact, null)), isTyped: false }
  await post(books, feeEntry({ ...about, amount: fact.amount, account: accountOf(fact) }, toBook))
}

/** A claim beside the invoice, outside of sales tax: nothing was supplied for it. What is waived of it is a negative fact. */
async function postReminderFee(books: Books, fact: MoneyFact): Promise<void> {
  const feeId = fact.feeId!
  if (feeId !== fact.id) await postMoneyFact(books, 'reminder-fee', feeId)
  const toBook = await books.toBook(fact.amount.currency, fact.on)
  const about = { ...(await factOf(books, fact, await numberOf(books, fact.invoiceId!))), isTyped: false }
  const carried = await carriedOf(books.context, 'receivable', feeId)
  await post(books, reminderFeeEntry({ ...about, feeId, amount: fact.amount, isInterest: fact.method === 'interest', carried }, toBook))
}

async function postFeeSettlement(books: Books, fact: MoneyFact): Promise<void> {
  const { context } = books
  await postCredit(books, fact)
  await postMoneyFact(books, 'reminder-fee', fact.feeId!)
  const about = { ...(await factOf(books, fact, await numberOf(books, fact.invoiceId!))), isTyped: false }
  if (fact.reversesId) {
    await postMoneyFact(books, 'fee-settlement', fact.reversesId)
    return post(books, undoneEntry('allocation_undone', sourceOf(fact), about, await linesOfFact(context, `fee-settlement/${fact.reversesId}`)))
  }
  const carried = await carriedOf(context, 'receivable', fact.feeId!)
  const credit = await carriedOf(context, 'customer_credit', fact.creditId!)
  await post(books, feeSettlementEntry({ ...about, feeId: fact.feeId!, amount: fact.amount, carried, creditId: fact.creditId!, credit }))
}

/** The payment or credit note that is drawn. */
async function postCredit(books: Books, fact: MoneyFact): Promise<void> {
  const creditId = fact.creditId!
  await postDocument(books, creditId)
  await postMoneyFact(books, 'payment', creditId)
}

async function partOf(books: Books, allocation: MoneyFact): Promise<AllocatedPart> {
  const invoiceId = allocation.invoiceId!
  await postDocument(books, invoiceId)
  return { id: allocation.id, invoiceId, amount: allocation.amount, carried: await carriedOf(books.context, 'receivable', invoiceId) }
}

async function factOf(books: Books, fact: MoneyFact, document: string | null): Promise<FactOf> {
  const names = await contactNames(books.context, [fact.contactId])
  const party: Entry['party'] = { key: fact.contactId, name: names.get(fact.contactId) ?? '', side: 'customer' }
  return { id: fact.id, on: fact.on, party, document, isTyped: !fact.isFromBank && isByHand(books, fact) }
}

/** Whether a person chose the day, and may choose another. */
function isByHand(books: Books, fact: MoneyFact): boolean {
  return books.context.actor.kind !== 'system' && fact.recordedAt === books.context.now && ['bank', 'cash', 'card', 'other'].includes(fact.method)
}

async function numbersOf(books: Books, parts: readonly AllocatedPart[]): Promise<string | null> {
  const issued = await issuedDocuments(books.context, { ids: parts.map((part) => part.invoiceId) })
  return issued.length === 0
    ? null
    : issued
        .map((each) => each.number)
        .join(', ')
        .slice(0, 200)
}

async function numberOf(books: Books, invoiceId: string): Promise<string | null> {
  const [issued] = await issuedDocuments(books.context, { ids: [invoiceId] })
  return issued?.number ?? null
}

async function isBooked(books: Books, source: string): Promise<boolean> {
  return (await bookedAmong(books.context, [source])).size > 0
}

function sourceOf(fact: MoneyFact): string {
  return `${fact.kind}/${fact.id}`
}

/** Where the money came in or went out. */
function accountOf(fact: MoneyFact): string {
  if (fact.bankAccountId) return `bank.${fact.bankAccountId}`
  return accountOfMethod[fact.method] ?? 'clearing.online'
}

const accountOfMethod: Readonly<Record<string, string>> = { bank: 'bank', cash: 'cash', card: 'clearing.card', other: 'clearing' }
