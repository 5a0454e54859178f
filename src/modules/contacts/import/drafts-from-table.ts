import { fold } from '../../../kernel/fold.ts'
import type { ColumnTarget } from './columns.ts'
import { emptyDraft, finishDraft, keepInNote, note, type DraftAddress, type DraftEntry, type DraftRow } from './draft.ts'
import type { CsvTable } from './read-csv.ts'
import { readCountry, readCurrency, readDay, readLanguage, readZone } from './read-values.ts'

/** Turns the rows of a table into drafts, as the mapping says: one target per column. Rows that say nothing are passed over. */
export function draftsFromTable(table: CsvTable, mapping: readonly ColumnTarget[]): { rows: DraftRow[]; passedOver: number } {
  const rows = table.rows.flatMap((row) => {
    const read = draftOf(row, table.header, mapping)
    return read ? [read] : []
  })
  return { rows, passedOver: table.rows.length - rows.length }
}

function draftOf(row: CsvTable['rows'][number], header: readonly string[], mapping: readonly ColumnTarget[]): DraftRow | undefined {
  const result: DraftRow = { line: row.line, draft: emptyDraft(), problems: [] }
  const groups = new Groups()
  for (const [column, target] of mapping.entries()) {
    const value = row.cells[column] ?? ''
    if (value !== '') place(result, groups, { target, value, header: header[column] ?? '' })
  }
  result.draft.emails = groups.entries(groups.emails)
  result.draft.phones = groups.entries(groups.phones)
  result.draft.addresses = groups.places()
  return finishDraft(result)
}

function place(row: DraftRow, groups: Groups, cell: { target: ColumnTarget; value: string; header: string }): void {
  const { draft } = row
  const { value, target } = cell
  const line = value.replace(/\s+/g, ' ')
  switch (target.field) {
    case 'name':
    case 'givenName':
    case 'familyName':
    case 'organisation':
    case 'jobTitle':
    case 'vatNumber':
    case 'buyerReference':
      draft[target.field] = line
      return
    case 'email':
    case 'emailLabel':
    case 'phone':
    case 'phoneLabel':
    case 'addressLabel':
    case 'street':
    case 'postalCode':
    case 'city':
    case 'region':
      groups.add(target, value)
      return
    case 'country':
      placeCountry(row, groups, target, value)
      return
    case 'birthDay':
      placeBirthDay(row, value)
      return
    case 'language':
      draft.language = readLanguage(value) ?? null
      return
    case 'currency':
      draft.currency = readCurrency(value) ?? null
      return
    case 'zone':
      draft.zone = readZone(value) ?? null
      return
    case 'note':
      keepInNote(draft, value)
      return
    case 'kind':
      if (/^(org|company|firma|unternehmen|business|societe|entreprise|azienda|societa|ditta)/.test(fold(value))) draft.kind = 'organisation'
      return
    case 'attribute':
      draft.attributes.push({ name: cell.header.slice(0, 60) || '?', value: value.slice(0, 500) })
      return
    case 'ignore':
  }
}

function placeCountry(row: DraftRow, groups: Groups, target: ColumnTarget, value: string): void {
  const code = readCountry(value)
  if (!code) note(row, 'country_unknown')
  groups.add(code ? target : { field: 'street', group: target.group }, code ?? value)
}

/** Outlook writes 0/0/00 for a birthday that it does not know. */
function placeBirthDay(row: DraftRow, value: string): void {
  if (/^[0/.\s-]+$/.test(value)) return
  const birthDay = readDay(value)
  if (birthDay) {
    row.draft.birthDay = birthDay
    return
  }
  note(row, /^--/.test(value) ? 'birth_year_missing' : 'day_malformed')
  keepInNote(row.draft, value)
}

/** Google writes several values into one cell. */
const severalValues = / ::: /

class Groups {
  readonly emails = new Map<string, { label: string; values: string[] }>()
  readonly phones = new Map<string, { label: string; values: string[] }>()
  readonly addresses = new Map<string, DraftAddress>()

  add(target: ColumnTarget, value: string): void {
    if (target.field === 'email' || target.field === 'emailLabel') this.addEntry(this.emails, target, value)
    else if (target.field === 'phone' || target.field === 'phoneLabel') this.addEntry(this.phones, target, value)
    else this.addToAddress(target, value)
  }

  entries(groups: ReadonlyMap<string, { label: string; values: string[] }>): DraftEntry[] {
    return [...groups.values()].flatMap(({ label, values }) => values.map((value) => ({ label, value: value.replace(/\s+/g, ' ').trim(), isPreferred: false })))
  }

  places(): DraftAddress[] {
    return [...this.addresses.values()].filter((address) => `${address.street}${address.postalCode}${address.city}${address.region}${address.country}` !== '')
  }

  private addEntry(groups: Map<string, { label: string; values: string[] }>, target: ColumnTarget, value: string): void {
    const entry = groups.get(target.group) ?? { label: labelOf(target.group), values: [] }
    groups.set(target.group, entry)
    if (target.field === 'email' || target.field === 'phone') entry.values.push(...value.split(severalValues))
    else if (!/^(smtp|ex)$/i.test(value)) entry.label = labelOf(fold(value.replace(/^\*\s*/, '')))
  }

  private addToAddress(target: ColumnTarget, value: string): void {
    const address = this.addresses.get(target.group) ?? {
      label: labelOf(target.group),
      street: '',
      postalCode: '',
      city: '',
      region: '',
      country: '',
      isPreferred: false,
    }
    this.addresses.set(target.group, address)
    if (target.field === 'addressLabel') address.label = labelOf(fold(value.replace(/^\*\s*/, '')))
    else if (target.field === 'street') address.street = address.street === '' ? value : `${address.street}\n${value}`
    else if (target.field === 'country') address.country = value
    else if (target.field === 'postalCode' || target.field === 'city' || target.field === 'region') address[target.field] = value.replace(/\s+/g, ' ')
  }
}

function labelOf(group: string): string {
  const word = group.replace(/\d+$/, '').trim()
  return word === '' ? 'other' : word.slice(0, 40)
}
