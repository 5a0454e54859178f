import type { Context } from '../../platform/operation/context.ts'
import type { Verified } from '../../platform/operation/module.ts'
import { compareDeliveries } from '../agreements/index.ts'
import { deliveriesFor } from './deliveries.ts'

/** Every participant of a session is known to agreements and billing, as it is written here. */
export async function checkCalendar(context: Context): Promise<Verified[]> {
  const held = await deliveriesFor(context)
  return [{ what: 'attendances known to billing', count: held.length, findings: await compareDeliveries(context, { kind: 'session', told: held }) }]
}
