import type { Context } from '../../platform/operation/context.ts'
import type { Verified } from '../../platform/operation/module.ts'
import { compareDeliveries } from '../agreements/index.ts'
import { deliveriesFor } from './deliveries.ts'

/** Every time entry that stands is known to agreements and billing, as it is written here. */
export async function checkWork(context: Context): Promise<Verified[]> {
  const worked = await deliveriesFor(context)
  const standing = worked.filter((delivery) => delivery.isBillable || delivery.units.thousandths > 0n)
  return [{ what: 'time entries known to billing', count: standing.length, findings: await compareDeliveries(context, { kind: 'time', told: worked }) }]
}
