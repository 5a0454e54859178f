import type { Context } from '../../platform/operation/context.ts'
import { recordDeliveries } from '../agreements/index.ts'
import { deliveryOf, type Participant, type Session } from './session.ts'

/** Tells agreements what is booked and what became of it, in the same transaction: units are reserved, drawn or released. */
export async function tellAgreements(context: Context, told: readonly { session: Session; participant: Participant; serviceName: string }[]): Promise<void> {
  await recordDeliveries(
    context,
    told.map(({ session, participant, serviceName }) => deliveryOf(session, participant, serviceName)),
  )
}
