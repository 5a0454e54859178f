import type { Context } from '../../platform/operation/context.ts'
import { recordDeliveries, removeDelivery } from '../agreements/index.ts'
import { asDeliveries } from './deliveries.ts'
import type { TimeEntry } from './store.ts'

/** Tells agreements what was worked, in the same transaction: entitlements are drawn, the rest becomes billable. */
export async function tellAgreements(context: Context, entries: readonly TimeEntry[]): Promise<void> {
  const kept = entries.filter((entry) => !entry.isRemoved)
  if (kept.length > 0) await recordDeliveries(context, await asDeliveries(context, kept))
  for (const entry of entries) if (entry.isRemoved) await removeDelivery(context, entry.id)
}
