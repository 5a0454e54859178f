import type { Currency } from '../../../kernel/currency.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Zone } from '../../../kernel/instant.ts'
import type { Language } from '../../../kernel/language.ts'
import { emailSchema } from '../../../kernel/schema.ts'
import { importLimits } from './limits.ts'

/** A contact as a file tells it, whatever the file: what the preview shows and the import creates. */
export interface ContactDraft {
  kind: 'person' | 'organisation'
  /** As it is shown: "Marie Dupont", "Acme GmbH". Never empty. */
  name: string
  givenName: string
  familyName: string
  /** The organisation a person works for. */
  organisation: string
  jobTitle: string
  emails: DraftEntry[]
  phones: DraftEntry[]
  addresses: DraftAddress[]
  birthDay: Day | null
  language: Language | null
  currency: Currency | null
  zone: Zone | null
  vatNumber: string
  buyerReference: string
  note: string
  /** What has no field of its own: web site, nickname, columns kept under their header. */
  attributes: DraftAttribute[]
}

/** An e-mail or phone number; the label is `home`, `work`, `mobile`, `fax`, `other` or the file's own word. */
export interface DraftEntry {
  label: string
  value: string
  isPreferred: boolean
}

export interface DraftAddress {
  label: string
  /** One or more lines: street and number, and what stands above or below it. */
  street: string
  postalCode: string
  city: string
  region: string
  /** ISO 3166-1 alpha-2, or empty. */
  country: string
  isPreferred: boolean
}

export interface DraftAttribute {
  name: string
  value: string
}

/** One contact of the file, with what could not be understood: codes with a text each, `import.problem.<code>`. */
export interface DraftRow {
  /** The line of the file at which it starts, counted from 1. */
  line: number
  draft: ContactDraft
  problems: DraftProblem[]
}

export type DraftProblem =
  | 'name_missing'
  | 'email_malformed'
  | 'day_malformed'
  | 'birth_year_missing'
  | 'country_unknown'
  | 'card_not_closed'
  | 'too_many_entries'

export function emptyDraft(): ContactDraft {
  return {
    kind: 'person',
    name: '',
    givenName: '',
    familyName: '',
    organisation: '',
    jobTitle: '',
    emails: [],
    phones: [],
    addresses: [],
    birthDay: null,
    language: null,
    currency: null,
    zone: null,
    vatNumber: '',
    buyerReference: '',
    note: '',
    attributes: [],
  }
}

/**
 * Makes a draft whole: a name from its parts (else from the organisation, the e-mail or the phone), an organisation
 * that has only a company name, one preferred entry of each kind, nothing twice. Undefined when nothing tells who it is.
 */
export function finishDraft(row: DraftRow): DraftRow | undefined {
  const { draft } = row
  draft.emails = uniqueEntries(keepWellFormedEmails(row), row)
  draft.phones = uniqueEntries(draft.phones, row)
  if (draft.addresses.length > importLimits.entriesMax) note(row, 'too_many_entries')
  draft.addresses = draft.addresses.slice(0, importLimits.entriesMax)
  preferOne(draft.addresses)
  draft.attributes = draft.attributes.filter(({ value }) => value !== '').slice(0, importLimits.entriesMax)
  nameDraft(row)
  return draft.name === '' ? undefined : row
}

/** Adds a problem once. */
export function note(row: DraftRow, problem: DraftProblem): void {
  if (!row.problems.includes(problem)) row.problems.push(problem)
}

/** Keeps a value that has no field as a line of the note, so that nothing of the file is lost. */
export function keepInNote(draft: ContactDraft, line: string): void {
  draft.note = draft.note === '' ? line : `${draft.note}\n${line}`
}

function nameDraft(row: DraftRow): void {
  const { draft } = row
  const parts = `${draft.givenName} ${draft.familyName}`.trim()
  if (draft.name === '') draft.name = parts
  if (draft.name === '' && draft.organisation !== '') {
    draft.kind = 'organisation'
    draft.name = draft.organisation
  }
  if (draft.kind === 'organisation' && (draft.organisation === draft.name || parts === '')) draft.organisation = ''
  if (draft.name !== '') return
  draft.name = draft.emails[0]?.value ?? draft.phones[0]?.value ?? ''
  if (draft.name !== '') note(row, 'name_missing')
}

function keepWellFormedEmails(row: DraftRow): DraftEntry[] {
  return row.draft.emails.flatMap((entry) => {
    if (entry.value === '') return []
    const parsed = emailSchema.safeParse(entry.value)
    if (parsed.success) return [{ ...entry, value: parsed.data }]
    note(row, 'email_malformed')
    keepInNote(row.draft, entry.value)
    return []
  })
}

function uniqueEntries(entries: readonly DraftEntry[], row: DraftRow): DraftEntry[] {
  const byValue = new Map<string, DraftEntry>()
  for (const entry of entries) {
    const known = byValue.get(entry.value)
    if (known) known.isPreferred ||= entry.isPreferred
    else if (entry.value !== '') byValue.set(entry.value, { ...entry })
  }
  if (byValue.size > importLimits.entriesMax) note(row, 'too_many_entries')
  const unique = [...byValue.values()].slice(0, importLimits.entriesMax)
  preferOne(unique)
  return unique
}

function preferOne(entries: { isPreferred: boolean }[]): void {
  const first = Math.max(
    0,
    entries.findIndex((entry) => entry.isPreferred),
  )
  for (const [index, entry] of entries.entries()) entry.isPreferred = index === first
}
