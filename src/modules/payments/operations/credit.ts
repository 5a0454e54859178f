import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import type { ContactId, Id, InvoiceId } from '../../../kernel/id.ts'
import { isPositive, negate, sum, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry } from '../../contacts/index.ts'
import { planCreditUse, planDraw } from '../balance.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices } from '../invoices.ts'
import { allocateCredit, asOpen, reverseAllocation } from '../ledger/ledger.ts'
import { creditsLeft, findCredit, insertRefund, standingAllocations, standingRefunds } from '../ledger/store.ts'
import { settleFees } from '../reminding/claims/settle.ts'

export const allocate = implement(paymentsContract['payments.allocate'], async (context, input) => {
  const credit = (await findCredit(context, input.creditId)) ?? notFound('credit')
  const { left, allocationIds } = await allocateCredit(context, credit, input.allocations, context.today)
  return { left, ids: allocationIds }
})

export const undoAllocation = implement(paymentsContract['payments.undo-allocation'], async (context, input) => {
  const [allocation] = await standingAllocations(context, { id: input.allocationId })
  if (!allocation) notFound('allocation')
  await reverseAllocation(context, allocation!)
  return { id: input.allocationId }
})

export const useCredit = implement(paymentsContract['payments.use-credit'], async (context, input) => {
  const credits = await creditsLeft(context, input.contactId)
  const open = await payableInvoices(context, { contactId: input.contactId })
  const currencies = new Set(credits.map((credit) => credit.left.currency))
  const plan = [...currencies].flatMap((currency) =>
    planCreditUse({
      credits: credits.filter((credit) => credit.left.currency === currency).map((credit) => ({ creditId: credit.id, on: credit.on, left: credit.left })),
      open: open.filter((invoice) => invoice.currency === currency).map(asOpen),
      chosen: input.invoiceIds,
    }),
  )
  const allocations = []
  for (const { creditId, invoiceId, amount } of plan) {
    const part = { invoiceId: invoiceId as InvoiceId, amount }
    const { allocationIds } = await allocateCredit(context, (await findCredit(context, creditId))!, [part], context.today)
    allocations.push({ ...part, id: allocationIds[0]! })
  }
  const isFeePaid = input.invoiceIds === undefined && (await payFees(context, input.contactId))
  if (plan.length === 0 && !isFeePaid) fail('nothing_to_allocate')
  return { allocations }
})

/** What is left then pays fees of reminders; whether it paid any. */
async function payFees(context: Context, contactId: ContactId): Promise<boolean> {
  let isPaid = false
  for (const credit of await creditsLeft(context, contactId)) {
    const left = await settleFees(context, credit, context.today)
    isPaid ||= left.minor !== credit.left.minor
  }
  return isPaid
}

export const refund = implement(paymentsContract['payments.refund'], async (context, input) => {
  const { contactId, amount } = input
  if (!isPositive(amount)) invalid({ amount: 'amount_not_positive' })
  const credits = (await creditsLeft(context, contactId)).filter((credit) => credit.left.currency === amount.currency)
  const draws = planDraw({ amount, credits: credits.map((credit) => ({ creditId: credit.id, on: credit.on, left: credit.left })) })
  const ids = []
  for (const draw of draws) {
    ids.push(await insertRefund(context, { ...draw, contactId, on: input.on ?? context.today, reason: input.reason, bankTransactionId: null }))
  }
  await addTimelineEntry(context, {
    contactId,
    kind: 'payment.refunded',
    subjectId: ids[0],
    parameters: { amount: amount.toJSON().amount, currency: amount.currency, reason: input.reason },
  })
  return { ids }
})

/** By facts of their own: the money is credit again. What the bank says is undone at the bank transaction. */
export const undoRefund = implement(paymentsContract['payments.undo-refund'], async (context, { refundIds }) => {
  const found = await standingRefunds(context, { ids: refundIds })
  if (found.length !== new Set(refundIds).size) notFound('refund')
  if (found.some((each) => each.bankTransactionId !== null)) fail('refund_from_bank')
  for (const each of found) {
    await insertRefund(context, { ...each, amount: negate(each.amount), on: context.today, reason: '', reversesId: each.id })
  }
  const [first] = found
  await addTimelineEntry(context, {
    contactId: first!.contactId,
    kind: 'payment.refund-undone',
    subjectId: first!.id,
    parameters: { amount: sumOf(found).toJSON().amount, currency: first!.amount.currency },
  })
  return { ids: found.map((each) => each.id as Id<'refund'>) }
})

function sumOf(found: readonly { readonly amount: Money }[]): Money {
  return sum(
    found.map((each) => each.amount),
    found[0]!.amount.currency,
  )
}
