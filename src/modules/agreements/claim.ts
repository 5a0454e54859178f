import type { Day } from '../../kernel/day.ts'
import { Quantity } from '../../kernel/quantity.ts'
import type { ScopeLine, Terms } from '../offer/terms.ts'
import type { Delivery } from './delivery.ts'

/**
 * The units of a delivery that must be accounted for, by coverage or by an invoice. What is not billable, not yet
 * delivered (a later day, a booking) or cancelled in time claims nothing; a missed session claims its units when the scope draws them.
 */
export function claimedUnits(delivery: Delivery, terms: Terms | null, today: Day): Quantity {
  if (delivery.performedOn > today) return Quantity.zero
  if (!delivery.isBillable || delivery.outcome === 'booked' || delivery.outcome === 'cancelled_in_time') return Quantity.zero
  if (delivery.outcome === 'attended') return delivery.units
  const isDrawn = terms !== null && terms.scope.some((line) => isInScope(line, delivery) && drawsFor(line, delivery))
  return isDrawn ? delivery.units : Quantity.zero
}

/** Whether the line entitles to this service, counted in this unit (or in money). */
export function isInScope(line: ScopeLine, delivery: Delivery): boolean {
  const isService = line.serviceIds.length === 0 || (delivery.serviceId !== null && line.serviceIds.includes(delivery.serviceId))
  return isService && (line.unit === delivery.unit || line.unit === 'money')
}

/** Whether this outcome draws on the line: attendance always, a missed session as the line says. */
export function drawsFor(line: ScopeLine, delivery: Delivery): boolean {
  if (delivery.outcome === 'no_show') return line.noShowDraws === 'all'
  if (delivery.outcome === 'cancelled_late') return line.lateCancellationDraws === 'all'
  return delivery.outcome === 'attended' || delivery.outcome === 'booked'
}
