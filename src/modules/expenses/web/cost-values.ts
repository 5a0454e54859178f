import type { Option } from '../../../web/kit/combobox.tsx'
import type { CallInput, CallOutput } from '../../../web/kit/operations.ts'

type Read = CallOutput<'expenses.read'>
type Details = Omit<CallInput<'expenses.change'>, 'expenseId'>

/** What the form holds, as typed. */
export interface CostValues {
  readonly payee: string
  readonly description: string
  readonly category: Read['category']
  readonly issuedOn: string
  readonly dueOn: string
  readonly documentNumber: string
  readonly paidBy: Read['paidBy']
  readonly iban: string
  readonly customer: Option | null
  readonly currency: string
  readonly parts: readonly PartValues[]
}

export interface PartValues {
  readonly treatment: Read['parts'][number]['treatment']
  readonly rate: string
  readonly gross: string
  /** Empty: taken out of the amount at the rate. */
  readonly tax: string
}

export const blankPart: PartValues = { treatment: 'domestic', rate: '', gross: '', tax: '' }

export function valuesOf(expense: Read): CostValues {
  return {
    payee: expense.payee?.name ?? '',
    description: expense.description,
    category: expense.category,
    issuedOn: expense.issuedOn ?? '',
    dueOn: expense.dueOn ?? '',
    documentNumber: expense.documentNumber ?? '',
    paidBy: expense.paidBy,
    iban: expense.payee?.iban ?? '',
    customer: expense.rebill ? { id: expense.rebill.contactId, label: expense.rebill.contactName } : null,
    currency: expense.currency,
    parts: expense.parts.length > 0 ? expense.parts.map((part) => ({ treatment: part.treatment, rate: part.rate === '0' ? '' : part.rate, gross: part.gross.amount, tax: isNone(part.tax.amount) ? '' : part.tax.amount })) : [blankPart], // prettier-ignore
  }
}

/** The form as the operation's input; what of the payee has no field is kept from before. */
export function inputOf(values: CostValues, before?: Read): Details {
  const name = values.payee.trim()
  const iban = values.iban.trim() || null
  return {
    payee: name === '' ? null : { ...before?.payee, name, iban },
    description: values.description,
    category: values.category,
    ...(values.issuedOn ? { issuedOn: values.issuedOn } : {}),
    dueOn: values.dueOn || null,
    documentNumber: values.documentNumber.trim() || null,
    paidBy: values.paidBy,
    rebill: values.customer ? { ...(before?.rebill?.contactId === values.customer.id ? before.rebill : {}), contactId: values.customer.id } : null,
    parts: values.parts.map((part) => partOf(part, values.currency)),
  }
}

function partOf(part: PartValues, currency: string): NonNullable<Details['parts']>[number] {
  const isUntaxed = part.treatment === 'domestic' && (part.rate === '' || isNone(part.rate)) && isNone(part.tax)
  return {
    treatment: isUntaxed ? 'exempt' : part.treatment,
    rate: part.rate || '0',
    gross: { amount: part.gross, currency },
    ...(part.tax && !isNone(part.tax) ? { tax: { amount: part.tax, currency } } : {}),
  }
}

function isNone(amount: string): boolean {
  return amount.replace(/[0.]/g, '') === ''
}

/** Where a failure of the operation lands. */
export function fieldOf(path: string): string {
  if (path === 'payee.name') return 'payee'
  if (path === 'payee.iban') return 'iban'
  if (path.startsWith('rebill')) return 'customer'
  if (path === 'parts') return 'parts.0.gross'
  return path.replace(/^(parts\.\d+\.\w+)\..*/, '$1').replace(/^(parts\.\d+\.)net$/, '$1gross')
}
