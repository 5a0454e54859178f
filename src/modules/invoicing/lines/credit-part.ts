import { newId } from '../../../kernel/id.ts'
import { portion, subtract, type Money } from '../../../kernel/money.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import type { BilledLine } from '../charge.ts'
import type { InvoiceLine } from './line.ts'

export type CreditEffect = 'unbilled_again' | 'written_off'

/** Units of a line, counted from the first that no credit note has taken back yet. */
export interface UnitRange {
  readonly from: Quantity
  readonly to: Quantity
}

/** What credit notes have taken back of a line so far. */
export interface Credited {
  readonly quantity: Quantity
  /** Every part of it was written off. */
  readonly isWrittenOff: boolean
}

/**
 * The line of a credit note that takes back some units of a line: figures with the sign of the line, which the kind
 * of document turns round. Amounts are the difference of rounded sums from the first unit, so that the parts of a line, whatever
 * they are, add up to it to the last cent, and the same of its charge.
 */
export function creditLineOf(line: InvoiceLine, { from, to }: UnitRange, effect: CreditEffect): InvoiceLine {
  const share = <Value extends Quantity | Money>(whole: Value): Value => partOf(whole, { from, to, of: line.quantity })
  return {
    ...line,
    id: newId<'invoice-line'>(),
    identity: null,
    charge: line.charge && creditOf(line.charge, { from, to, of: line.quantity }),
    quantity: share(line.quantity),
    discount: line.discount && { ...line.discount, amount: share(line.discount.amount) },
    amount: share(line.amount),
    creditsLineId: line.id,
    creditEffect: effect,
  }
}

/** The part of a charge that goes with some of the units of its line. */
export function creditOf(charge: BilledLine, range: UnitRange & { of: Quantity }): BilledLine {
  return { ...charge, quantity: partOf(charge.quantity, range), amount: partOf(charge.amount, range) }
}

/** Whether nothing of the line is left. */
export function isAllCredited(line: Pick<InvoiceLine, 'quantity'>, credited: Quantity): boolean {
  return credited.thousandths === line.quantity.thousandths
}

function partOf<Value extends Quantity | Money>(whole: Value, { from, to, of }: UnitRange & { of: Quantity }): Value {
  if (of.thousandths === 0n || (from.thousandths === 0n && to.thousandths === of.thousandths)) return whole
  if (whole instanceof Quantity) return new Quantity(upTo(whole.thousandths, to, of) - upTo(whole.thousandths, from, of)) as Value
  const until = (end: Quantity) => portion(whole, end.thousandths, of.thousandths)
  return subtract(until(to), until(from)) as Value
}

/** Rounded towards zero; the last part takes the rest. */
function upTo(whole: bigint, end: Quantity, of: Quantity): bigint {
  return (whole * end.thousandths) / of.thousandths
}
