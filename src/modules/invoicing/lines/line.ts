import type { Day, Period } from '../../../kernel/day.ts'
import type { AgreementId, ContactId, Id } from '../../../kernel/id.ts'
import { newId } from '../../../kernel/id.ts'
import { multiply, negate, subtract, type Money } from '../../../kernel/money.ts'
import { negateQuantity, Quantity } from '../../../kernel/quantity.ts'
import type { TaxCategory, Unit } from '../../offer/terms.ts'
import { billedLine } from '../billing.ts'
import type { BilledLine, Charge } from '../charge.ts'
import type { TaxTreatment } from '../tax.ts'

export type InvoiceLineId = Id<'invoice-line'>

/** A line of a draft or of an issued document. */
export interface InvoiceLine {
  readonly id: InvoiceLineId
  /** The identity of its charge; null for a line written by hand. */
  readonly identity: string | null
  /** What the billing rule said when it was billed: a price changed on the draft leaves it as it was. */
  readonly charge: BilledLine | null
  readonly agreementId: AgreementId | null
  readonly contactId: ContactId
  readonly name: string
  readonly detail: string | null
  readonly period: Period | null
  readonly quantity: Quantity
  readonly unit: Unit
  readonly unitPrice: Money
  readonly per: Quantity
  readonly discount: { readonly amount: Money; readonly reason: string } | null
  readonly amount: Money
  readonly taxCategory: TaxCategory
  readonly isGoods: boolean
  /** Decided when the document is issued. */
  readonly tax: TaxTreatment | null
  /** Of a credit note: the line that it takes back, and what becomes of its cause. */
  readonly creditsLineId: InvoiceLineId | null
  readonly creditEffect: 'unbilled_again' | 'written_off' | null
  /** A remark on this line alone (EN 16931 BT-127). */
  readonly note: string | null
}

export function lineOfCharge(charge: Charge): InvoiceLine {
  const { identity, kind, quantity, unitPrice, per, taxCategory, amount } = charge
  return {
    id: newId<'invoice-line'>(),
    identity,
    charge: billedLine(charge),
    agreementId: charge.agreementId,
    contactId: charge.contactId,
    name: charge.name,
    detail: charge.detail,
    period: charge.period,
    quantity,
    unit: charge.unit,
    unitPrice,
    per,
    discount: charge.discount,
    amount,
    taxCategory,
    isGoods: kind === 'good',
    tax: null,
    creditsLineId: null,
    creditEffect: null,
    note: null,
  }
}

/** What a person writes on a draft; on the line of a charge it changes the wording and the price, not the cause. */
export interface LineInput {
  readonly id?: InvoiceLineId | undefined
  readonly name: string
  readonly detail: string | null
  readonly period: { readonly from: Day; readonly to: Day } | null
  readonly quantity: Quantity
  readonly unit: Unit
  readonly unitPrice: Money
  readonly per?: Quantity | undefined
  readonly discount: { readonly amount: Money; readonly reason: string } | null
  readonly taxCategory: TaxCategory
  readonly isGoods: boolean
  readonly note?: string | null | undefined
}

export function lineOfInput(input: LineInput, contactId: ContactId, earlier?: InvoiceLine): InvoiceLine {
  const per = input.per ?? (input.unit === 'minute' ? new Quantity(60_000n) : Quantity.one)
  const full = multiply(input.unitPrice, input.quantity, per)
  return {
    id: earlier?.id ?? newId<'invoice-line'>(),
    identity: earlier?.identity ?? null,
    charge: earlier?.charge ?? null,
    agreementId: earlier?.agreementId ?? null,
    contactId,
    name: input.name,
    detail: input.detail,
    period: input.period,
    quantity: input.quantity,
    unit: input.unit,
    unitPrice: input.unitPrice,
    per,
    discount: input.discount,
    amount: input.discount ? subtract(full, input.discount.amount) : full,
    taxCategory: input.taxCategory,
    isGoods: input.isGoods,
    tax: null,
    creditsLineId: null,
    creditEffect: null,
    note: input.note ?? null,
  }
}

export function causesOf(lines: readonly InvoiceLine[]): string[] {
  return lines.flatMap((line) => (line.charge ? [line.charge.cause] : []))
}

/** A draft in the customer's favour becomes a credit note: its lines the other way round. */
export function mirrored(line: InvoiceLine): InvoiceLine {
  return {
    ...line,
    quantity: negateQuantity(line.quantity),
    amount: negate(line.amount),
    discount: line.discount && { ...line.discount, amount: negate(line.discount.amount) },
  }
}
