import { Failure, fail, notFound } from '../../../kernel/failure.ts'
import { newId, type ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { expensesContract } from '../contract.ts'
import { withInput, type DetailsInput } from '../details.ts'
import { perhapsTwice } from '../doubts.ts'
import { problemsOf, type Expense, type ExpenseId } from '../expense.ts'
import { hashOf } from '../../../platform/files.ts'
import { keepAutomaticPayment } from '../payments/automatic.ts'
import { nothingRead } from '../reading/proposal.ts'
import { insertReading, insertReceipt, selectReadings, selectReceipts, type ReceiptId } from '../receipts/store.ts'
import { detectReceipt } from '../scanning/detect.ts'
import { addRevision, findExpense, insertExpense, selectExpenses, setPayeeContact, turn } from '../store.ts'

/** Keeps the file as it came and lets it be read after the commit. */
export const takeReceipt = implement(expensesContract['expenses.take-receipt'], async (context, input) => {
  const bytes = Buffer.from(input.content, 'base64')
  const detected = detectReceipt(bytes)
  if ('refused' in detected) throw new Failure({ code: detected.refused, kind: detected.refused.endsWith('too_large') ? 'too_large' : 'invalid' })
  const known = await knownReceipt(context, hashOf(bytes), input.expenseId)
  if (known) return { ...known, isKnown: true }
  const named = input.expenseId && ((await findExpense(context, input.expenseId)) ?? notFound('expense'))
  if (named && named.state === 'removed') fail('expense_removed')
  const expenseId = named ? named.id : await proposeFrom(context, { isEInvoice: detected.type === 'application/xml', payeeName: input.payeeName })
  const receiptId = await insertReceipt(context, {
    expenseId,
    file: await context.files.put(bytes),
    fileName: input.fileName,
    contentType: detected.type,
    size: bytes.length,
    via: context.actor.kind === 'system' ? 'inbox' : 'office',
  })
  await context.later({ kind: 'expenses.read-receipt', payload: { receiptId }, key: `expenses.read-receipt:${receiptId}` })
  return { id: expenseId, receiptId, isKnown: false }
})

/** The same bytes as the receipt of a live expense: of the named one, or of any. */
async function knownReceipt(context: Context, file: string, wanted: ExpenseId | undefined): Promise<{ id: ExpenseId; receiptId: ReceiptId } | undefined> {
  const receipts = (await selectReceipts(context, { file })).filter((receipt) => wanted === undefined || receipt.expenseId === wanted)
  const live = (await selectExpenses(context, { ids: receipts.map((receipt) => receipt.expenseId) })).filter((expense) => expense.state !== 'removed')
  const receipt = receipts.find((each) => live.some((expense) => expense.id === each.expenseId))
  return receipt && { id: receipt.expenseId, receiptId: receipt.id }
}

async function proposeFrom(context: Context, { isEInvoice, payeeName }: { isEInvoice: boolean; payeeName: string | undefined }): Promise<ExpenseId> {
  const id = newId<'expense'>()
  const payee = payeeName ? { name: payeeName, street: null, postalCode: null, city: null, country: null, vatNumber: null, iban: null } : null
  const details = { ...nothingRead(context.company.currency), payee, memberId: null, rebill: null }
  await insertExpense(context, { id, state: 'to_check', source: isEInvoice ? 'e_invoice' : 'receipt', payeeContactId: null, details })
  return id
}

/**
 * What was read becomes the proposal of an expense that nobody has touched. Where amount, day and payee are beyond doubt
 * and a member brought the receipt, it is recorded; that is taken back like any other recording.
 */
export const noteReading = implement(expensesContract['expenses.note-reading'], async (context, { receiptId, proposal, ...reading }) => {
  const receipt = (await selectReceipts(context, { id: receiptId }))[0] ?? notFound('expense-receipt')
  const expense = (await findExpense(context, receipt.expenseId))!
  const known = (await selectReadings(context, [receiptId])).has(receiptId)
  if (known) return { id: expense.id, isRecorded: expense.state === 'recorded' }
  await insertReading(context, { ...reading, receiptId, proposal: proposal && JSON.stringify(proposal) })
  const isUntouched = expense.state === 'to_check' && expense.revision === 1 && (expense.source === 'receipt' || expense.source === 'e_invoice')
  if (!proposal || !isUntouched) return { id: expense.id, isRecorded: expense.state === 'recorded' }
  await propose(context, expense, proposal)
  const isRecorded = reading.isCertain && receipt.via === 'office' && (await recordBySelf(context, expense.id))
  if (!isRecorded) context.emit('expense.proposed', { expenseId: expense.id })
  return { id: expense.id, isRecorded }
})

async function propose(context: Context, expense: Expense, proposal: DetailsInput): Promise<void> {
  const details = withInput(context, expense, { ...proposal, payee: proposal.payee ?? expense.payee })
  await addRevision(context, { id: expense.id, revision: expense.revision + 1, details: { ...details, issuedOn: proposal.issuedOn ?? null } })
  const payeeContactId: ContactId | null | undefined = proposal.payeeContactId
  if (payeeContactId) await setPayeeContact(context, expense.id, payeeContactId)
}

async function recordBySelf(context: Context, id: ExpenseId): Promise<boolean> {
  const expense = (await findExpense(context, id))!
  if (Object.keys(problemsOf(expense)).length > 0 || (await perhapsTwice(context, expense)).length > 0) return false
  await turn(context, id, { state: 'recorded', kind: 'recorded' })
  await keepAutomaticPayment(context, id)
  context.emit('expense.recorded', { expenseId: id })
  return true
}

/** Always as a file to keep, never to open in place: what it holds came from elsewhere. */
export const readReceiptFile = implement(expensesContract['expenses.receipt'], async (context, { receiptId }) => {
  const receipt = (await selectReceipts(context, { id: receiptId }))[0] ?? notFound('expense-receipt')
  const bytes = (await context.files.get(receipt.file)) ?? notFound('expense-receipt')
  return { fileName: receipt.fileName, contentType: receipt.contentType, content: Buffer.from(bytes).toString('base64'), isDownload: true }
})

/** The picture is one that we made: the original is never shown. */
export const receiptPicture = implement(expensesContract['expenses.receipt-picture'], async (context, { receiptId }) => {
  const reading = (await selectReadings(context, [receiptId])).get(receiptId)
  const bytes = (reading?.picture && (await context.files.get(reading.picture))) || notFound('expense-receipt')
  return { fileName: 'receipt.jpg', contentType: 'image/jpeg', content: Buffer.from(bytes).toString('base64') }
})
