import type { Identifier } from './model.ts'

/** What a text must look like, and how a syntax spells it. Days are "2026-11-24" in the model; format 102 is "20261124". */
export type TextKind = 'text' | 'verbatim' | 'code' | 'decimal' | 'day' | 'day102' | 'indicator' | 'base64'

/** Where an attribute's value comes from: a field beside it, always the same, or the invoice's currency. */
export type AttributeSource<T> = { readonly field: TextField<T> } | { readonly fixed: string } | 'currency'

interface TextOptions<T> {
  readonly kind?: TextKind
  readonly attributes?: Readonly<Record<string, AttributeSource<T>>>
  /** The rule that is broken where the element stands twice. */
  readonly once?: string
}

export interface AmountInCurrency {
  readonly amount: string
  readonly currency: string | null
}

/** One element of a syntax and what it carries; the same rule reads it and writes it. */
export type Rule =
  | { readonly is: 'text'; readonly name: string; readonly field: string; readonly kind: TextKind; readonly attributes: Readonly<Record<string, AttributeSource<never>>>; readonly once: string | undefined } // prettier-ignore
  | { readonly is: 'identifier'; readonly name: string; readonly field: string; readonly once: string | undefined }
  | { readonly is: 'values'; readonly name: string; readonly field: string; readonly as: 'text' | 'identifier' | 'amount' }
  | { readonly is: 'fixed'; readonly name: string; readonly value: string; readonly isChecked: boolean }
  | { readonly is: 'one'; readonly name: string; readonly field: string; readonly rules: readonly Rule[]; readonly once: string | undefined }
  | { readonly is: 'many'; readonly name: string; readonly field: string; readonly rules: readonly Rule[] }
  | { readonly is: 'inside'; readonly name: string; readonly rules: readonly Rule[]; readonly isAlways: boolean; readonly once: string | undefined }
  | { readonly is: 'here'; readonly field: string; readonly rules: readonly Rule[] }

/** The rules for everything that a T carries. */
export interface Table<T> {
  readonly rules: readonly Rule[]
  /** Only for the compiler: a table of one shape is not that of another. */
  readonly shape?: T
}

type FieldOf<T, V> = { [K in keyof T & string]-?: [T[K]] extends [V] ? K : never }[keyof T & string]
type TextField<T> = FieldOf<T, string | null>
type IdentifierField<T> = FieldOf<T, Identifier | null>
type ListField<T> = FieldOf<T, readonly object[]>

/** The words a table of T is written in. Fields are checked against T by the compiler. */
export interface Words<T> {
  text(name: string, field: TextField<T>, options?: TextOptions<T>): Rule
  /** An amount in the invoice's currency. */
  amount(name: string, field: TextField<T>): Rule
  identifier(name: string, field: IdentifierField<T>, options?: { readonly once?: string }): Rule
  /** An element without children that may stand several times: its texts, identifiers, or amounts with their currencies. */
  texts(name: string, field: FieldOf<T, readonly string[]>): Rule
  identifiers(name: string, field: FieldOf<T, readonly Identifier[]>): Rule
  amounts(name: string, field: FieldOf<T, readonly AmountInCurrency[]>): Rule
  /** What always stands there when anything around it does. */
  fixed(name: string, value: string): Rule
  /** What the schema demands and the model does not know: written, and passed over when read. */
  filler(name: string, value: string): Rule
  one<K extends keyof T & string>(name: string, field: K, table: Table<NonNullable<T[K]>>, options?: { readonly once?: string }): Rule
  many<K extends ListField<T>>(name: string, field: K, table: Table<T[K] extends readonly (infer Item)[] ? Item : never>): Rule
  /** An element that carries nothing itself; `always` where the schema demands it even empty. */
  inside(name: string, rules: readonly Rule[], options?: { readonly always?: boolean; readonly once?: string }): Rule
  /** A group of the model that the syntax has no element for: its rules stand right here. */
  here<K extends keyof T & string>(field: K, table: Table<NonNullable<T[K]>>): Rule
}

/** Writes a table: `table<Address>((is) => [is.text('cbc:StreetName', 'line1'), …])`. */
export function table<T>(build: (words: Words<T>) => readonly Rule[]): Table<T> {
  return { rules: build(words as unknown as Words<T>) }
}

const words: Words<Record<string, never>> = {
  text: (name, field, options = {}) => ({ is: 'text', name, field, kind: options.kind ?? 'text', attributes: (options.attributes ?? {}) as Record<string, AttributeSource<never>>, once: options.once }), // prettier-ignore
  amount: (name, field) => ({ is: 'text', name, field, kind: 'decimal', attributes: { currencyID: 'currency' }, once: undefined }),
  identifier: (name, field, options = {}) => ({ is: 'identifier', name, field, once: options.once }),
  texts: (name, field) => ({ is: 'values', name, field, as: 'text' }),
  identifiers: (name, field) => ({ is: 'values', name, field, as: 'identifier' }),
  amounts: (name, field) => ({ is: 'values', name, field, as: 'amount' }),
  fixed: (name, value) => ({ is: 'fixed', name, value, isChecked: true }),
  filler: (name, value) => ({ is: 'fixed', name, value, isChecked: false }),
  one: (name, field, { rules }, options = {}) => ({ is: 'one', name, field, rules, once: options.once }),
  many: (name, field, { rules }) => ({ is: 'many', name, field, rules }),
  inside: (name, rules, options = {}) => ({ is: 'inside', name, rules, isAlways: options.always ?? false, once: options.once }),
  here: (field, { rules }) => ({ is: 'here', field, rules }),
}
