import type { CallInput } from '../../../web/kit/operations.ts'
import type { Option } from '../../../web/kit/combobox.tsx'
import type { Invoice } from './invoice-page.tsx'

/** A line as the form holds it: texts as typed. Hours are minutes as text. */
export interface LineValues {
  readonly id: string | null
  readonly name: string
  readonly detail: string
  readonly quantity: string
  readonly unit: 'piece' | 'minute' | 'lesson'
  readonly unitPrice: string
  readonly taxCategory: 'standard' | 'reduced' | 'special' | 'electronic' | 'zero' | 'exempt' | 'reverse_charge' | 'credit' | 'outside'
  /** What the form does not show and must not lose. */
  readonly kept: Pick<Invoice['lines'][number], 'period' | 'discount' | 'isGoods' | 'per'> | null
}

export interface DraftValues {
  readonly contact: Option | null
  readonly note: string
  readonly daysToPay: string
  readonly lines: readonly LineValues[]
}

export const emptyLine: LineValues = { id: null, name: '', detail: '', quantity: '1', unit: 'piece', unitPrice: '', taxCategory: 'standard', kept: null }

export function valuesOf(invoice: Invoice): DraftValues {
  return {
    contact: { id: invoice.contactId, label: invoice.contactName },
    note: invoice.note ?? '',
    daysToPay: String(invoice.daysToPay),
    lines: invoice.lines.map((line) => ({
      id: line.id,
      name: line.name,
      detail: line.detail ?? '',
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice.amount,
      taxCategory: line.taxCategory,
      kept: { period: line.period, discount: line.discount, isGoods: line.isGoods, per: line.per },
    })),
  }
}

type LineInput = NonNullable<CallInput<'invoicing.change-draft'>['lines']>[number]

export function linesForInput(values: DraftValues, currency: string): LineInput[] {
  return values.lines.map((line) => ({
    ...(line.id === null ? {} : { id: line.id }),
    name: line.name,
    detail: line.detail.trim() === '' ? null : line.detail,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: { amount: line.unitPrice, currency },
    taxCategory: line.taxCategory,
    ...(line.kept ? { period: line.kept.period, discount: line.kept.discount, isGoods: line.kept.isGoods, per: line.kept.per } : {}),
  }))
}
