import { implement } from '../../../platform/operation/module.ts'
import { contactNames } from '../../contacts/index.ts'
import { invoicingContract } from '../contract.ts'
import { dueItems, startRun, stepRun } from '../month-end/run.ts'
import { countItems, itemsOf, latestRun } from '../month-end/store.ts'

export const startMonthEnd = implement(invoicingContract['invoicing.start-month-end'], async (context, input) => {
  const { id, total } = await startRun(context, { sends: input.send })
  return { id, total }
})

export const monthEndStep = implement(invoicingContract['invoicing.month-end-step'], (context, input) => stepRun(context, input.runId, input))

/** While a run is under way nobody asks what else is due: that costs a look at every agreement. */
export const readMonthEnd = implement(invoicingContract['invoicing.month-end'], async (context) => {
  const run = await latestRun(context)
  if (!run) return { due: (await dueItems(context)).length, run: null }
  const { waiting, issued, kept, refused, nothing } = await countItems(context, run.id)
  const problems = await itemsOf(context, run.id, { state: 'refused', limit: 100 })
  const names = await contactNames(
    context,
    problems.map((item) => item.contactId),
  )
  return {
    due: run.finishedAt === null ? 0 : (await dueItems(context)).length,
    run: {
      id: run.id,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
      total: waiting + issued + kept + refused + nothing,
      billed: issued + kept,
      kept,
      refused,
      problems: problems.map((item) => ({
        contactId: item.contactId,
        contactName: names.get(item.contactId) ?? '',
        invoiceId: item.invoiceIds[0] ?? null,
        says: item.problem ?? '',
      })),
    },
  }
})
