import type { Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'

/** Why a candidate is one; each is a text for people too. */
export const matchReasons = [
  'reference',
  'number',
  'number_damaged',
  'number_short',
  'amount_exact',
  'amount_instalment',
  'amount_sum',
  'amount_with_fees',
  'amount_charges',
  'amount_fee',
  'amount_part',
  'amount_over',
  'exchange',
  'already_settled',
  'name',
  'name_in_text',
  'account',
  'standing_order',
  'returned',
  'credit_left',
] as const
export type MatchReason = (typeof matchReasons)[number]

/** What matching looks at in a transaction. */
export interface MatchTransaction {
  readonly id: string
  /** Signed: negative went out. */
  readonly amount: Money
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly reference: { readonly text: string } | null
  readonly remittance: string
  readonly endToEndId?: string | null
  readonly ultimateName?: string | null
  /** As ordered, unsigned: in another currency, or before charges. */
  readonly instructed?: Money | null
  readonly charges?: Money | null
  /** The bank says that a payment came back. */
  readonly isReturn?: boolean
}

/** What matching knows of an invoice. Settled ones may be among them: a second payment of one is a double payment. */
export interface MatchInvoice {
  readonly id: string
  readonly number: string
  readonly customerId: string
  readonly customerName: string
  /** Zero when it is settled. */
  readonly open: Money
  readonly dueOn: Day
  /** The open parts, earliest due first; a payment of the first ones fits as well as one of the whole. */
  readonly openParts?: readonly Money[]
  /** What reminders took beyond it and is open: a payment of both together fits as well. */
  readonly fees?: Money | undefined
  /** The structured reference on its payment slip. */
  readonly reference: string | null
}

/** A payer as known from elsewhere: other names, accounts that paid before, and what they paid. */
export interface MatchPayer {
  readonly customerId: string
  readonly names: readonly string[]
  readonly ibans: readonly string[]
  /** Amounts that were paid before, as of a standing order. */
  readonly amounts?: readonly Money[]
}

/** What was paid before, to find what comes back; and what customers have left with us, to find what is paid back. */
export interface MatchHistory {
  readonly payments: readonly {
    readonly id: string
    readonly customerId: string
    readonly customerName: string
    readonly amount: Money
    readonly numbers: readonly string[]
  }[]
  readonly credits: readonly { readonly customerId: string; readonly customerName: string; readonly left: Money }[]
}

export interface MatchCandidate {
  /** Money for invoices; a payment that came back; credit that was paid back. */
  readonly kind: 'settle' | 'return' | 'refund'
  /** Of the first invoice; a collective payment may settle invoices of several customers. */
  readonly customerId: string
  /** What would go onto which invoice; empty when all of it would be customer credit. */
  readonly allocations: readonly { readonly invoiceId: string; readonly customerId: string; readonly amount: Money }[]
  /** What would stay as customer credit. */
  readonly rest: Money
  /** What somebody kept of it on the way; it settles too. */
  readonly fee: Money | null
  /** The payment that came back. */
  readonly paymentId: string | null
  /** 0 to 100. */
  readonly score: number
  readonly reasons: readonly MatchReason[]
}

/** What is still open of an invoice while a whole file is matched. */
export type OpenNow = (invoice: MatchInvoice) => Money
