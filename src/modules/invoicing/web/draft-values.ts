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
  readonly kept: Pick<Invoice['lines'][number], 'period' | 'discount' | 'isGoods' | 'per' | 'note'> | null
}

export interface DraftValues {
  readonly contact: Option | null
  readonly note: string
  readonly daysToPay: string
  readonly lines: readonly LineValues[]
  readonly purpose: Invoice['purpose']
  readonly orderReference: string
  readonly contractReference: string
  readonly projectReference: string
  readonly buyerReference: string
  /** Off the whole, with its reason; further ones are kept as they are. */
  readonly allowance: string
  readonly allowanceReason: string
  readonly kept: Invoice['adjustments']
}

export const emptyMore: Omit<DraftValues, 'contact' | 'note' | 'daysToPay' | 'lines'> = {
  purpose: 'invoice',
  orderReference: '',
  contractReference: '',
  projectReference: '',
  buyerReference: '',
  allowance: '',
  allowanceReason: '',
  kept: [],
}

export function hasMore(values: DraftValues): boolean {
  const { purpose, orderReference, contractReference, projectReference, buyerReference, allowance } = values
  return purpose !== 'invoice' || [orderReference, contractReference, projectReference, buyerReference, allowance].some((text) => text !== '')
}

/** What the draft says beside its lines; a reference left empty is that of the customer's settings. */
export function moreForInput(values: DraftValues, currency: string) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const own =
    values.allowance === ''
      ? []
      : [
          {
            kind: 'allowance' as const,
            amount: { amount: values.allowance, currency },
            reason: values.allowanceReason,
            reasonCode: '95',
            taxCategory: 'standard' as const,
          },
        ]
  return {
    purpose: values.purpose,
    orderReference: orNull(values.orderReference),
    contractReference: orNull(values.contractReference),
    projectReference: orNull(values.projectReference),
    buyerReference: orNull(values.buyerReference),
    adjustments: [...own, ...values.kept.map(({ kind, amount, reason, reasonCode, taxCategory }) => ({ kind, amount, reason, reasonCode, taxCategory }))],
  }
}

export const emptyLine: LineValues = { id: null, name: '', detail: '', quantity: '1', unit: 'piece', unitPrice: '', taxCategory: 'standard', kept: null }

export function valuesOf(invoice: Invoice): DraftValues {
  const first = invoice.adjustments.find((each) => each.kind === 'allowance' && each.taxCategory === 'standard')
  return {
    purpose: invoice.purpose,
    orderReference: invoice.orderReference ?? '',
    contractReference: invoice.contractReference ?? '',
    projectReference: invoice.projectReference ?? '',
    buyerReference: invoice.buyerReference ?? '',
    allowance: first?.amount.amount ?? '',
    allowanceReason: first?.reason ?? '',
    kept: invoice.adjustments.filter((each) => each !== first),
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
      kept: { period: line.period, discount: line.discount, isGoods: line.isGoods, per: line.per, note: line.note },
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
    ...(line.kept ? { period: line.kept.period, discount: line.kept.discount, isGoods: line.kept.isGoods, per: line.kept.per, note: line.kept.note } : {}),
  }))
}
