import { fail, notFound } from '../../../kernel/failure.ts'
import { newId, type ContactId, type InvoiceId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { contactForDocuments } from '../../contacts/index.ts'
import { dueCharges } from '../billing.ts'
import { unbilledOf } from '../charges/unbilled.ts'
import { draftFromCharges } from '../drafting.ts'
import { issueInvoice } from '../issuing.ts'
import { refusalIn } from '../refusing.ts'
import { countItems, draftsMadeBy, finishRun, insertRun, itemsOf, latestRun, settleItem, type Run, type RunId, type RunItem } from './store.ts'

/** The name under which the house itself writes: its drafts may be issued by a run, those of people not. */
const house = 'Cloudburo'

/** How many are billed in one transaction: a run that is ended by force loses at most so many, and does them again. */
const stepSize = 20

/** What a run would bill today: drafts that the house made, then each customer with something due. */
export async function dueItems(context: Context): Promise<Pick<RunItem, 'contactId' | 'draftId'>[]> {
  const drafts = await draftsMadeBy(context, house)
  const { charges } = await unbilledOf(context)
  const contacts = new Set<ContactId>(
    dueCharges(charges, context.today)
      .filter((charge) => charge.amount.minor !== 0n)
      .map((charge) => charge.contactId),
  )
  return [...drafts.map((draft) => ({ contactId: draft.contactId, draftId: draft.id })), ...[...contacts].map((contactId) => ({ contactId, draftId: null }))]
}

/** Begins a run; the job does the rest. Fails with `month_end_running`, `nothing_due`. */
export async function startRun(context: Context, options: { sends: boolean }): Promise<{ id: RunId; total: number }> {
  const before = await latestRun(context)
  if (before && before.finishedAt === null) fail('month_end_running')
  const items = await dueItems(context)
  if (items.length === 0) fail('nothing_due')
  const run: Run = { id: newId<'invoice-run'>(), until: context.today, sends: options.sends, startedAt: context.now, finishedAt: null }
  await insertRun(context, run, items)
  await context.later({ kind: 'invoicing.month-end', payload: { runId: run.id }, key: `invoicing.month-end/${run.id}` })
  return { id: run.id, total: items.length }
}

/**
 * Bills the next items in one transaction, so that an item is either billed and marked or neither: nothing is billed twice
 * and nothing is forgotten, whenever the house is ended. Also ends the run when nothing is left.
 */
export async function stepRun(context: Context, id: RunId, options: { handsOver: boolean }): Promise<{ isLast: boolean }> {
  const run = (await latestRun(context, id)) ?? notFound('run')
  const items = await itemsOf(context, id, { state: 'waiting', limit: stepSize })
  for (const item of items) await billItem(context, run, item)
  const left = await countItems(context, id)
  if (left.waiting + left.issued === 0 && run.finishedAt === null) await finishRun(context, id)
  if (left.waiting + left.issued > 0 && options.handsOver) {
    await context.later({ kind: 'invoicing.month-end', payload: { runId: id }, key: `invoicing.month-end/${id}/${left.waiting}` })
  }
  return { isLast: left.waiting === 0 }
}

async function billItem(context: Context, run: Run, item: RunItem): Promise<void> {
  const drafts = item.draftId === null ? await draftDue(context, run, item.contactId) : await draftStill(context, item.draftId)
  const { email } = await contactForDocuments(context, item.contactId)
  const issued: InvoiceId[] = []
  const problems: string[] = []
  for (const id of drafts) {
    try {
      await issueInvoice(context, id, { send: run.sends && email !== null, keepsPdf: false })
      issued.push(id)
    } catch (error) {
      problems.push(refusalIn(error, context.company.language))
    }
  }
  const state = issued.length > 0 ? 'issued' : problems.length > 0 ? 'refused' : 'nothing'
  await settleItem(context, run.id, item.position, { state, invoiceIds: issued.length > 0 ? issued : drafts, problem: problems[0] ?? null })
}

async function draftDue(context: Context, run: Run, contactId: ContactId): Promise<InvoiceId[]> {
  const { charges } = await unbilledOf(context, { contactId })
  const due = dueCharges(charges, run.until).filter((charge) => charge.contactId === contactId && charge.amount.minor !== 0n)
  return due.length === 0 ? [] : draftFromCharges(context, due)
}

/** A draft that was issued or deleted since the run began is no more its business. */
async function draftStill(context: Context, id: InvoiceId): Promise<InvoiceId[]> {
  return (await draftsMadeBy(context, house, id)).map((draft) => draft.id)
}
