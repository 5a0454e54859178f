import type { Context } from '../../../platform/operation/context.ts'
import type { Verified } from '../../../platform/operation/module.ts'
import { storedExpenses } from './store.ts'

/** What lists show of an expense is what its latest revision, its payments and its receipts say. */
export async function checkExpenses(context: Context): Promise<Verified[]> {
  const stored = await storedExpenses(context)
  const findings = stored.flatMap((each) => [
    ...(each.gross === each.said && each.said === each.parts
      ? []
      : [`expense ${each.id}: ${each.gross} is listed, ${each.said} is said, its rates make ${each.parts}`]),
    ...(each.paid === each.facts ? [] : [`expense ${each.id}: ${each.paid} is listed as paid, its payments make ${each.facts}`]),
    ...(each.receipts === each.files ? [] : [`expense ${each.id}: ${each.receipts} receipts are listed, ${each.files} are kept`]),
  ])
  return [{ what: 'expenses equal to their revisions, payments and receipts', count: stored.length, findings }]
}
