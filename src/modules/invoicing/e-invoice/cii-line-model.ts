import type { CiiLine } from './cii-shape.ts'
import type { EInvoiceLine, Identifier } from './model.ts'
import { indicate, partByIndicator } from './shapes.ts'

/** UNCL 1001: the document that a line refers to is the object it invoices. */
const invoicedObjectCode = '130'

/** BG-25 of a CII line. */
export function lineFromCii({ document, allowanceCharges, grossPrice, netPrice, ...same }: CiiLine): EInvoiceLine {
  const quantified = (netPrice?.baseQuantity ?? null) === null ? grossPrice : netPrice
  const price = {
    net: netPrice?.amount ?? null,
    discount: grossPrice?.discount ?? null,
    gross: grossPrice?.amount ?? null,
    baseQuantity: quantified?.baseQuantity ?? null,
    baseQuantityUnit: quantified?.baseQuantityUnit ?? null,
  }
  return {
    ...same,
    object: identifierOf(document),
    ...partByIndicator(allowanceCharges),
    price: grossPrice || netPrice ? price : null,
  }
}

/** What a CII line says for BG-25. */
export function lineToCii({ object, allowances, charges, price, ...same }: EInvoiceLine): CiiLine {
  const basis = { baseQuantity: price?.baseQuantity ?? null, baseQuantityUnit: price?.baseQuantityUnit ?? null }
  // A discount stands inside the gross price, whose amount is mandatory there.
  const gross = price && (price.gross ?? (price.discount === null ? null : sumOf(price.net ?? '', price.discount)))
  return {
    ...same,
    document: object && { number: object.id, scheme: object.scheme, typeCode: invoicedObjectCode },
    allowanceCharges: indicate(allowances, charges),
    grossPrice: price && { amount: gross, discount: price.discount, ...(gross === null ? { baseQuantity: null, baseQuantityUnit: null } : basis) },
    netPrice: price && { amount: price.net, ...basis },
  }
}

/** The identifier that a referenced document carries. */
export function identifierOf(document: { readonly number: string | null; readonly scheme: string | null } | null | undefined): Identifier | null {
  return document && document.number !== null ? { id: document.number, scheme: document.scheme } : null
}

/** The sum of two decimal texts, exactly; null where one is none. */
function sumOf(left: string, right: string): string | null {
  if (!/^-?\d+(\.\d+)?$/.test(left) || !/^-?\d+(\.\d+)?$/.test(right)) return null
  const places = Math.max(left.split('.')[1]?.length ?? 0, right.split('.')[1]?.length ?? 0)
  const scaled = (text: string) => BigInt((text.split('.')[0] ?? '') + (text.split('.')[1] ?? '').padEnd(places, '0'))
  const sum = scaled(left) + scaled(right)
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0')
  return `${sum < 0n ? '-' : ''}${places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`}`
}
