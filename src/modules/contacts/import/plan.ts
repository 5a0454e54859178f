import { Failure, invalid } from '../../../kernel/failure.ts'
import type { ContactId } from '../../../kernel/id.ts'
import { DuplicateFinder, type Duplicate, type Traits } from '../duplicates.ts'
import { phoneKey } from '../phone.ts'
import type { ColumnTarget } from './columns.ts'
import type { DraftRow } from './draft.ts'
import { draftsFromTable } from './drafts-from-table.ts'
import { proposeMapping } from './propose-mapping.ts'
import { readCsv } from './read-csv.ts'
import { readVcard } from './read-vcard.ts'

/** A file of contacts as it would be imported, without looking at what is known. */
export interface ReadImport {
  format: 'vcard' | 'csv'
  columns: { header: string; samples: string[]; target: ColumnTarget }[]
  rows: DraftRow[]
  passedOver: number
}

/** Reads the file by what it holds, whatever its name says. The mapping, when given, has one target per column. */
export function readImport(content: string, mapping?: readonly ColumnTarget[]): ReadImport {
  const bytes = bytesOf(content)
  if (isVcard(bytes)) return { format: 'vcard', columns: [], ...readVcard(bytes) }
  const table = readCsv(bytes)
  if (mapping && mapping.length !== table.header.length) invalid({ mapping: 'mapping_of_other_file' })
  const targets = mapping ?? proposeMapping(table)
  const columns = table.header.map((header, column) => ({
    header,
    samples: table.rows
      .slice(0, 50)
      .flatMap((row) => row.cells[column]?.slice(0, 80) || [])
      .slice(0, 3),
    target: targets[column] ?? { field: 'ignore', group: '' },
  }))
  return { format: 'csv', columns, ...draftsFromTable(table, targets) }
}

/** One row with what is known to be the same, and what is proposed for it: what is known by e-mail, phone or name is left out. */
export interface PlannedRow extends DraftRow {
  duplicates: Duplicate<ContactId>[]
  sameAsLine: number | null
  proposed: 'create' | 'skip'
}

/** Compares every row with the known contacts and with the rows before it. */
export function planImport(rows: readonly DraftRow[], known: readonly Traits<ContactId>[], country: string): PlannedRow[] {
  const knownFinder = new DuplicateFinder<ContactId>()
  for (const traits of known) knownFinder.add(traits)
  const fileFinder = new DuplicateFinder<number>()
  return rows.map((row) => {
    const traits = { ...traitsOf(row, country), subject: row.line }
    const duplicates = knownFinder.find(traits)
    const sameAsLine = fileFinder.find(traits)[0]?.subject ?? null
    fileFinder.add(traits)
    return { ...row, duplicates, sameAsLine, proposed: duplicates.length > 0 || sameAsLine !== null ? 'skip' : 'create' }
  })
}

function traitsOf({ draft }: DraftRow, country: string): Omit<Traits<number>, 'subject'> {
  return {
    name: draft.name,
    emails: draft.emails.map((entry) => entry.value),
    phoneKeys: draft.phones.map((entry) => phoneKey(entry.value, country)),
    cities: draft.addresses.flatMap((address) => address.city || []),
    birthDay: draft.birthDay,
  }
}

function bytesOf(content: string): Uint8Array {
  if (content === '') throw new Failure({ code: 'import_empty', kind: 'invalid' })
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) invalid({ content: 'base64_malformed' })
  return Buffer.from(content, 'base64')
}

/** By its first line, in any encoding. */
function isVcard(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').replaceAll('\0', '')
  return /begin:vcard/i.test(start)
}
