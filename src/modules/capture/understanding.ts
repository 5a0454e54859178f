import type { Currency } from '../../kernel/currency.ts'
import type { Day } from '../../kernel/day.ts'
import type { Zone } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { MoneyOnTheWire } from '../../kernel/money.ts'

/** What a jotted line can mean. `find` is the answer when it means nothing else. */
export const intents = [
  'time',
  'session',
  'task',
  'note',
  'offer',
  'agreement',
  'invoice',
  'payment',
  'expense',
  'contact',
  'find',
  'go',
  'switch',
  'command',
] as const
export type Intent = (typeof intents)[number]

/** The names that the line may speak of; small enough to be kept in the browser. */
export interface Lexicon {
  /** The company's own currency, taken where the line names none. */
  readonly currency: Currency
  readonly contacts: readonly LexiconContact[]
  readonly services: readonly LexiconService[]
  readonly products: readonly LexiconProduct[]
  readonly agreements: readonly LexiconAgreement[]
  readonly openInvoices: readonly LexiconInvoice[]
  /** The other companies of the same user. */
  readonly companies: readonly Named[]
  /** Commands and their texts in the user's language. */
  readonly commands?: readonly Named[]
}

export interface Named {
  readonly id: string
  readonly name: string
}

export interface LexiconContact extends Named {
  readonly kind: 'person' | 'organisation' | 'thing'
  /** Of a thing: whose it is, and who pays for it. */
  readonly ownerId?: string
}

export interface LexiconService extends Named {
  /** How long one delivery takes, where that is fixed. */
  readonly minutes?: number
}

export interface LexiconProduct extends Named {
  readonly price?: MoneyOnTheWire
}

export interface LexiconAgreement extends Named {
  readonly contactId: string
}

export interface LexiconInvoice {
  readonly id: string
  readonly number: string
  readonly contactId: string
  readonly open: MoneyOnTheWire
}

/** How recently and how often each contact, service, product or agreement was used, by its id. */
export type History = Readonly<Record<string, { readonly lastUsedOn: Day; readonly count: number }>>

/** Everything that decides what a line means; the same situation always gives the same answer. */
export interface Situation {
  readonly text: string
  /** Preferred where a word means different things in different languages. */
  readonly language: Language
  readonly today: Day
  readonly zone: Zone
  readonly lexicon: Lexicon
  readonly history: History
  /** The operations that exist; an intent whose operation is not among them is not offered. */
  readonly operations?: ReadonlySet<string>
}

/** An id, a text, a day, a time of day or an amount; minutes and counts as numbers. */
export type ChipValue = string | number | MoneyOnTheWire | null

export interface Choice {
  readonly value: ChipValue
  readonly label: string
}

/** What a chip holds decides how its text is read and shown. */
export const fieldNames = [
  'contact',
  'thing',
  'service',
  'product',
  'agreement',
  'invoice',
  'company',
  'command',
  'place',
  'day',
  'time',
  'minutes',
  'units',
  'amount',
  'way',
  'kind',
  'text',
  'name',
  'email',
  'phone',
] as const
export type FieldName = (typeof fieldNames)[number]

/** One thing that was understood, shown so that it can be changed. */
export interface Chip extends Choice {
  readonly field: FieldName
  /** What else it could be, best first. */
  readonly alternatives: readonly Choice[]
  /** The operation needs it and the line does not say it. */
  readonly isMissing: boolean
}

/** The whole line as it reads once the completion is taken, and the words it adds. */
export interface Completion {
  readonly insertText: string
  readonly label: string
}

/** One reading of the line. */
export interface Understanding {
  readonly intent: Intent
  /** The operation that does it, `work.record-time`; null where the reading only shows or moves. */
  readonly operation: string | null
  /** The operation's input as JSON; meaningful once no chip is missing. */
  readonly input: Readonly<Record<string, unknown>>
  readonly chips: readonly Chip[]
  /** 0 to 1; only the order means something. */
  readonly confidence: number
  readonly completions: readonly Completion[]
  /** What the input needs beside the chips. */
  readonly frame: Frame
}

/** The part of the situation that the operation's input depends on. */
export interface Frame {
  readonly language: Language
  readonly today: Day
  readonly zone: Zone
  readonly currency: Currency
}
