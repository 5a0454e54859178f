import { parsePercent } from '../../../kernel/percent.ts'
import { divideRounded } from '../../../kernel/money.ts'
import { parseQuantity } from '../../../kernel/quantity.ts'
import type { DocumentedLine, InvoiceDocument } from '../invoice.ts'
import { categoriesOf, minorOf, rateText, type NetDocument } from './from-totals.ts'
import type { DocumentAllowanceCharge, EInvoiceLine, LineAllowanceCharge } from './model.ts'
import { decimal, netUnitPrice } from './unit-price.ts'

/** Lines with their net amounts in minor units, for the sum. */
export interface BuiltLine {
  readonly line: EInvoiceLine
  readonly minor: bigint
}

/** BG-25: the lines of the document, and one negative line per rate for each advance that is deducted. */
export function linesOfDocument(document: InvoiceDocument, net: NetDocument, words: { advance: (number: string, day: string) => string }): BuiltLine[] {
  const category = categoriesOf(document)
  const own = document.lines.map((line, index) => lineOf(line, { document, net, minor: net.lines[index]!, id: String(index + 1), category }))
  const deducted = (document.prepaid?.advances ?? []).flatMap((advance) => advance.groups.map((group) => ({ advance, group, minor: -minorOf(group.net) })))
  return [
    ...own,
    ...deducted.map(({ advance, group, minor }, index) => {
      const code = category(group.code)
      const line = {
        ...emptyLine,
        id: String(own.length + index + 1),
        quantity: minor > 0n ? '1' : '-1',
        unitCode: 'C62',
        amount: net.amount(minor),
        price: { ...emptyPrice, net: net.amount(minor < 0n ? -minor : minor) },
        tax: { category: code, rate: rateText(code, group.rate) },
        item: { ...emptyItem, name: words.advance(advance.number, advance.issuedOn) },
      }
      return { line, minor }
    }),
  ]
}

/** BG-20 and BG-21. */
export function adjustmentsOfDocument(document: InvoiceDocument, net: NetDocument, kind: 'allowance' | 'charge'): DocumentAllowanceCharge[] {
  const category = categoriesOf(document)
  return document.allowancesAndCharges.flatMap((each, index) => {
    if (each.kind !== kind) return []
    const code = category(each.taxCode)
    return [
      {
        amount: net.amount(net.adjustments[index]!),
        baseAmount: null,
        percentage: null,
        taxCategory: code,
        taxRate: rateText(code, each.taxRate),
        reason: each.reason,
        reasonCode: each.reasonCode,
      },
    ]
  })
}

interface LineOptions {
  document: InvoiceDocument
  net: NetDocument
  minor: bigint
  id: string
  category: ReturnType<typeof categoriesOf>
}

function lineOf(line: DocumentedLine, { document, net, minor, id, category }: LineOptions): BuiltLine {
  const code = category(line.taxCode)
  const counted = countedIn(line)
  // A price below nothing is no price (BR-27): the line goes the other way by its quantity.
  const isPriceNegative = minorOf(line.unitPrice) < 0n
  const discount = discountOf(line, document)
  const before = minor + discount
  const isTurned = counted.quantity === 0n ? false : before < 0n !== counted.quantity < 0n && before !== 0n
  const quantity = isTurned ? -counted.quantity : counted.quantity
  const price = netUnitPrice({
    amountMinor: before,
    quantityThousandths: counted.quantity,
    baseThousandths: counted.base,
    exponent: net.exponent,
    namedMinor: document.isTaxIncluded ? -1n : isPriceNegative ? -minorOf(line.unitPrice) : minorOf(line.unitPrice),
  })
  return {
    minor,
    line: {
      ...emptyLine,
      id,
      note: line.note,
      quantity: decimal(quantity, 3, 0),
      unitCode: counted.unitCode,
      amount: net.amount(minor),
      period: line.period && { from: line.period.from, to: line.period.to },
      allowances: discount > 0n ? [adjusted(line, net.amount(discount))] : [],
      charges: discount < 0n ? [adjusted(line, net.amount(-discount))] : [],
      price: {
        ...emptyPrice,
        net: price,
        ...(counted.base === 1000n ? {} : { baseQuantity: decimal(counted.base, 3, 0), baseQuantityUnit: counted.unitCode }),
      },
      tax: { category: code, rate: rateText(code, line.taxRate) },
      item: itemOf(line),
    },
  }
}

/** UN/ECE Recommendation 20: hours where the minutes make a short number of hours, else minutes at a price per so many. */
function countedIn(line: DocumentedLine): { quantity: bigint; base: bigint; unitCode: string } {
  const quantity = parseQuantity(line.quantity)!.thousandths
  const base = parseQuantity(line.per)!.thousandths
  if (line.unit !== 'minute') return { quantity, base, unitCode: 'C62' }
  if (base === 60_000n && quantity % 60n === 0n) return { quantity: quantity / 60n, base: 1000n, unitCode: 'HUR' }
  return { quantity, base, unitCode: 'MIN' }
}

/** A line without a name of its own is called by its detail. */
function itemOf(line: DocumentedLine): NonNullable<EInvoiceLine['item']> {
  const isNamed = line.name.trim() !== ''
  return { ...emptyItem, name: isNamed ? line.name : line.detail, description: isNamed ? line.detail : null }
}

/** What comes off the line, without tax, in minor units: positive an allowance, negative a charge. */
function discountOf(line: DocumentedLine, document: InvoiceDocument): bigint {
  if (line.discount === null) return 0n
  const minor = minorOf(line.discount.amount)
  if (!document.isTaxIncluded) return minor
  const basisPoints = BigInt(parsePercent(line.taxRate)!.basisPoints)
  return minor - divideRounded(minor * basisPoints, 10_000n + basisPoints)
}

function adjusted(line: DocumentedLine, amount: string): LineAllowanceCharge {
  return { amount, baseAmount: null, percentage: null, reason: line.discount!.reason, reasonCode: null }
}

const emptyPrice = { net: null, discount: null, gross: null, baseQuantity: null, baseQuantityUnit: null }
const emptyItem = {
  name: null,
  description: null,
  sellerIdentifier: null,
  buyerIdentifier: null,
  standardIdentifier: null,
  classifications: [],
  originCountry: null,
  attributes: [],
}
const emptyLine = {
  note: null,
  object: null,
  orderLineReference: null,
  buyerAccountingReference: null,
  period: null,
  allowances: [],
  charges: [],
} satisfies Partial<EInvoiceLine>
