import { Quantity } from '../../../kernel/quantity.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { setAccountedFor } from '../../agreements/index.ts'
import type { TakenBack } from '../charge.ts'
import { factsOfCauses } from './store.ts'

const prefix = 'delivery/'

/**
 * Tells the agreements how many units of deliveries are on live invoice lines or written off, after lines of these
 * causes came, went or were credited: the balance rule covers only what is left.
 */
export async function accountDeliveries(context: Context, causes: Iterable<string>): Promise<void> {
  const ofDeliveries = [...new Set(causes)].filter((cause) => cause.startsWith(prefix))
  if (ofDeliveries.length === 0) return
  const { billed, takenBack } = await factsOfCauses(context, ofDeliveries)
  const units = new Map<string, Quantity>()
  for (const cause of ofDeliveries) {
    const onLines = billed.filter((line) => line.cause === cause).reduce((total, line) => total + line.quantity.thousandths, 0n)
    const changed = takenBack.filter((fact) => fact.cause === cause).reduce((total, fact) => total + changeBy(fact), 0n)
    units.set(cause.slice(prefix.length), new Quantity(onLines + changed))
  }
  await setAccountedFor(context, units)
}

/** A credited unit that is billed again is free; one that is written off stays accounted for, as is one never billed. */
function changeBy(fact: TakenBack): bigint {
  if (fact.isOnInvoice) return fact.effect === 'unbilled_again' ? -fact.quantity.thousandths : 0n
  return fact.quantity.thousandths
}
