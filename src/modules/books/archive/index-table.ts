import { csvOf } from '../exports/csv.ts'

/** One file of the archive as its table of contents lists it. */
export interface IndexedFile {
  readonly path: string
  readonly what: string
  readonly day: string
  readonly number: string | null
  readonly party: string | null
  readonly amount: { readonly amount: string; readonly currency: string }
  readonly bytes: number
  readonly hash: string
}

const headings = ['file', 'what', 'day', 'number', 'name', 'amount', 'currency', 'bytes', 'sha256']

/** index.csv: what is in the archive, with the hash by which each file can be verified for as long as it is kept. */
export function archiveTable(files: readonly IndexedFile[]): string {
  const rows = files.map((file) => [
    file.path,
    file.what,
    file.day,
    file.number,
    file.party,
    { number: file.amount.amount },
    file.amount.currency,
    { number: String(file.bytes) },
    file.hash,
  ])
  return csvOf([headings, ...rows])
}
