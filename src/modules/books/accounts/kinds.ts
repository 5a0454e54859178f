/**
 * What an account is for. The journal speaks in kinds ("revenue.reduced.goods", "expense.travel"); a chart of accounts
 * turns a kind into a number. A kind is a path: where a chart has no number for the whole of it, the beginning counts.
 */
export type AccountKind = `${AccountRoot}` | `${AccountRoot}.${string}`

/** asset and liability stand on the balance, income and expense make the profit. */
export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense'

/** The first word of each kind, in the order in which reports show them. */
export const accountRoots = {
  bank: 'asset',
  cash: 'asset',
  /** Money on its way: card terminals, online payment, what nobody named. */
  clearing: 'asset',
  receivable: 'asset',
  input_tax: 'asset',
  payable: 'liability',
  /** A member paid for the company and is owed it. */
  member_owed: 'liability',
  /** Money of customers that no invoice has used yet. */
  customer_credit: 'liability',
  /** Invoiced in advance: earned with the final invoice. */
  advance: 'liability',
  /** Given back one day: no income, no tax. */
  deposit: 'liability',
  /** Credit for several services: earned and taxed when it is used. */
  voucher: 'liability',
  tax_payable: 'liability',
  reverse_charge_tax: 'liability',
  /** Against which everything from before Cloudburo is set. */
  opening: 'equity',
  revenue: 'income',
  reminder_fee: 'income',
  interest_income: 'income',
  exchange_gain: 'income',
  expense: 'expense',
  bad_debt: 'expense',
  payment_fee: 'expense',
  exchange_loss: 'expense',
} as const satisfies Readonly<Record<string, AccountType>>
export type AccountRoot = keyof typeof accountRoots

export function rootOf(kind: string): AccountRoot {
  const root = kind.split('.')[0] as AccountRoot
  if (!(root in accountRoots)) throw new Error(`no account is of the kind ${kind}`)
  return root
}

export function typeOfKind(kind: string): AccountType {
  return accountRoots[rootOf(kind)]
}

/** How sales are taxed, as accounts tell them apart. */
export const saleTreatments = [
  'standard',
  'reduced',
  'special',
  'zero',
  'exempt',
  'small_business',
  'reverse_charge',
  'intra_community',
  'export',
  'abroad',
  'outside',
] as const
export type SaleTreatment = (typeof saleTreatments)[number]
