import { subtract, type Money } from '../../kernel/money.ts'
import { convert, type ExchangeRate } from './rate.ts'

/** What came of a part of a claim in foreign currency: booked at the day of the document, settled at the day of the payment. */
export interface ExchangeDifference {
  /** What the part stood in the books with. */
  readonly booked: Money
  /** What came in, in the books' currency. */
  readonly received: Money
  /** received − booked: positive is a gain, negative a loss. */
  readonly difference: Money
}

/**
 * The realised exchange difference of a payment that settles a part of an invoice (SKR 03: 2660 and 2150; KMU: 6949 and
 * 6999). `part` is in the invoice's currency. Where the bank credited the books' currency, `received` is that amount.
 */
export function realisedDifference(options: { part: Money; atDocument: ExchangeRate; atPayment: ExchangeRate; received?: Money }): ExchangeDifference {
  const { part, atDocument, atPayment } = options
  const booked = convert(part, atDocument.to, atDocument)
  const received = options.received ?? convert(part, atPayment.to, atPayment)
  return { booked, received, difference: subtract(received, booked) }
}

/**
 * The same for the parts of one claim in the order of their payments: the last one takes what is left of the booked
 * amount, so that nothing of a settled claim stays in the books through rounding.
 */
export function realisedDifferences(options: {
  total: Money
  atDocument: ExchangeRate
  payments: readonly { part: Money; atPayment: ExchangeRate }[]
}): ExchangeDifference[] {
  const { total, atDocument } = options
  let leftForeign = total.minor
  let left = convert(total, atDocument.to, atDocument)
  return options.payments.map(({ part, atPayment }) => {
    leftForeign -= part.minor
    const one = realisedDifference({ part, atDocument, atPayment })
    const booked = leftForeign === 0n ? left : one.booked
    left = subtract(left, booked)
    return { booked, received: one.received, difference: subtract(one.received, booked) }
  })
}
