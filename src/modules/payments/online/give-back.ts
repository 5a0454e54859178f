import type { Day } from '../../../kernel/day.ts'
import { isPositive, minimum, subtract, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { addTimelineEntry } from '../../contacts/index.ts'
import { allocateCredit, reverseAllocation } from '../ledger/ledger.ts'
import { creditsLeft, findCredit, insertRefund, standingAllocations, type Credit } from '../ledger/store.ts'
import type { Checkout } from './store.ts'

/**
 * Money of an online payment went back: a refund of what is left of the payment; where that is not enough, of credit
 * notes (a refund follows one, as a rule); and where there is none, the invoice that was paid is open again. A dispute
 * takes the payment itself back, whatever else the customer has.
 */
export async function giveBack(context: Context, checkout: Checkout, back: { amount: Money; on: Day; isDispute: boolean; reason: string }): Promise<void> {
  const own = (await findCredit(context, checkout.paymentId!))!
  const notes = back.isDispute ? [] : (await creditsLeft(context, checkout.contactId)).filter((credit) => isNoteIn(credit, back.amount.currency))
  let left = back.amount
  for (const credit of [own, ...notes]) left = await draw(context, credit, left, back)
  if (isPositive(left)) left = await drawFromInvoices(context, checkout, left, back)
  if (isPositive(left)) throw new Error(`more went back of ${checkout.id} than it brought`)
  await addTimelineEntry(context, {
    contactId: checkout.contactId,
    kind: 'payment.refunded',
    subjectId: checkout.paymentId!,
    parameters: { amount: back.amount.toJSON().amount, currency: back.amount.currency, reason: back.reason },
  })
}

function isNoteIn(credit: Credit, currency: string): boolean {
  return credit.kind === 'credit_note' && credit.left.currency === currency
}

async function draw(context: Context, credit: Credit, wanted: Money, back: { on: Day; reason: string }): Promise<Money> {
  const amount = minimum(credit.left, wanted)
  if (!isPositive(amount)) return wanted
  await insertRefund(context, {
    creditId: credit.id,
    contactId: credit.contactId,
    amount,
    on: back.on,
    reason: back.reason,
    bankTransactionId: null,
  })
  return subtract(wanted, amount)
}

/** Frees the payment from the invoices it settled, the latest first, and puts onto the last one what was too much. */
async function drawFromInvoices(context: Context, checkout: Checkout, wanted: Money, back: { on: Day; reason: string }): Promise<Money> {
  let left = wanted
  for (const allocation of (await standingAllocations(context, { creditIds: [checkout.paymentId!] })).toReversed()) {
    if (!isPositive(left)) break
    await reverseAllocation(context, allocation)
    const part = minimum(allocation.amount, left)
    await draw(context, (await findCredit(context, checkout.paymentId!))!, part, back)
    left = subtract(left, part)
    await putBack(context, checkout, { invoiceId: allocation.invoiceId, amount: subtract(allocation.amount, part) })
  }
  return left
}

async function putBack(context: Context, checkout: Checkout, part: { invoiceId: Checkout['invoiceId']; amount: Money }): Promise<void> {
  if (!isPositive(part.amount)) return
  await allocateCredit(context, (await findCredit(context, checkout.paymentId!))!, [part], context.today)
}
