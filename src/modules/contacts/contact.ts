import type { Currency } from '../../kernel/currency.ts'
import type { Day } from '../../kernel/day.ts'
import { fold } from '../../kernel/fold.ts'
import type { Zone } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'

/** A person, an organisation, or a thing that takes part in a service: a dog, a car, an instrument. */
export const contactKinds = ['person', 'organisation', 'thing'] as const
export type ContactKind = (typeof contactKinds)[number]

/** Derived from agreements, never typed: none yet, one that runs today, one that ran. */
export const contactStates = ['prospect', 'customer', 'former'] as const
export type ContactState = (typeof contactStates)[number]

/** An e-mail or a telephone number; the label is `home`, `work`, `mobile`, `fax`, `other` or a word of one's own. */
export interface ContactEntry {
  readonly label: string
  readonly value: string
  readonly isPreferred: boolean
}

export interface ContactAddress {
  readonly label: string
  /** One or more lines. */
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly region: string
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string
  readonly isPreferred: boolean
}

/** Everything that is typed about a contact. Texts are empty where nothing is known. */
export interface ContactFields {
  readonly kind: ContactKind
  readonly name: string
  readonly givenName: string
  readonly familyName: string
  readonly jobTitle: string
  /** Of a thing: dog, car, instrument. */
  readonly thingKind: string
  readonly birthDay: Day | null
  readonly language: Language | null
  readonly currency: Currency | null
  readonly zone: Zone | null
  readonly vatNumber: string
  readonly buyerReference: string
  readonly remark: string
  /** Free facts, such as breed or chip number. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  readonly emails: readonly ContactEntry[]
  readonly phones: readonly ContactEntry[]
  readonly addresses: readonly ContactAddress[]
}

export const noFields: ContactFields = {
  kind: 'person',
  name: '',
  givenName: '',
  familyName: '',
  jobTitle: '',
  thingKind: '',
  birthDay: null,
  language: null,
  currency: null,
  zone: null,
  vatNumber: '',
  buyerReference: '',
  remark: '',
  attributes: [],
  emails: [],
  phones: [],
  addresses: [],
}

/** What a contact is on a day, from the days between which agreements make it a customer; no end is open-ended. */
export function stateOf(span: { from: Day | null; until: Day | null }, today: Day): ContactState {
  if (span.from === null || span.from > today) return 'prospect'
  return span.until === null || span.until >= today ? 'customer' : 'former'
}

/**
 * A typed name in its parts: the last word is the family name, with the small words that belong to it ("Anna de Vries");
 * "Dupont, Marie" says itself which is which. Organisations and things have no parts.
 */
export function partsOfName(kind: ContactKind, name: string): { name: string; givenName: string; familyName: string } {
  if (kind !== 'person') return { name, givenName: '', familyName: '' }
  const [family = '', given] = name.split(/,\s*/, 2)
  if (given) return { name: `${given} ${family}`, givenName: given, familyName: family }
  const words = name.split(/\s+/)
  if (words.length < 2) return { name, givenName: name, familyName: '' }
  let start = words.length - 1
  while (start > 1 && /^(de|del|della|di|da|du|des|la|le|van|von|vom|zu|zur|der|den|dos|ten|ter)$/.test(words[start - 1]!)) start -= 1
  return { name, givenName: words.slice(0, start).join(' '), familyName: words.slice(start).join(' ') }
}

/** By family name, as lists of people are sorted; of organisations and things by name. */
export function sortNameOf(fields: Pick<ContactFields, 'name' | 'givenName' | 'familyName'>): string {
  return fold(fields.familyName === '' ? fields.name : `${fields.familyName} ${fields.givenName}`)
}

export function preferred<Entry extends { readonly isPreferred: boolean }>(entries: readonly Entry[]): Entry | undefined {
  return entries.find((entry) => entry.isPreferred) ?? entries[0]
}

/** Exactly one entry of a list is preferred: the first that says so, else the first. */
export function withOnePreferred<Entry extends { readonly isPreferred: boolean }>(entries: readonly Entry[]): Entry[] {
  const chosen = preferred(entries)
  return entries.map((entry) => ({ ...entry, isPreferred: entry === chosen }))
}

export interface FieldChange {
  readonly field: keyof ContactFields
  readonly from: string
  readonly to: string
}

/** What differs between two states of a contact, as texts for the timeline. */
export function changesBetween(before: ContactFields, after: ContactFields): FieldChange[] {
  return (Object.keys(noFields) as (keyof ContactFields)[]).flatMap((field) => {
    const from = shown(before[field])
    const to = shown(after[field])
    return from === to || ((field === 'givenName' || field === 'familyName') && before.name !== after.name) ? [] : [{ field, from, to }]
  })
}

function shown(value: ContactFields[keyof ContactFields]): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  return value.map(shownEntry).join('; ')
}

function shownEntry(entry: ContactEntry | ContactAddress | { name: string; value: string }): string {
  if ('street' in entry) {
    return [entry.street.replace(/\n/g, ', '), `${entry.postalCode} ${entry.city}`.trim(), entry.country].filter((part) => part !== '').join(', ')
  }
  return 'name' in entry ? `${entry.name}: ${entry.value}` : entry.value
}
