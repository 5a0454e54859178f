import { accountsIn, plainAmount, type ExportedBooks } from './ledger.ts'

/** A cell that is text, or an amount, which stays a number whatever its sign. */
export type Cell = string | { readonly number: string } | null

/**
 * RFC 4180 with a byte order mark, so that every table program reads it as UTF-8. A text that a table program would take
 * for a formula gets an apostrophe before it (OWASP, CSV Injection: = + - @, tab and carriage return).
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return cell.number
  const harmless = /^[\s\uFEFF]*[=+\-@\t\r\n|%]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n;\t]/.test(harmless) || harmless !== cell ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export function journalCsv(books: ExportedBooks, headings: readonly string[]): string {
  const rows = books.entries.flatMap((entry) =>
    entry.lines.map((line): Cell[] => [
      { number: String(entry.sequence) },
      entry.postedOn,
      entry.factOn,
      entry.what,
      entry.document,
      entry.party,
      line.account.number,
      line.account.name,
      line.minor > 0n ? { number: plainAmount(line.minor, books.currency) } : null,
      line.minor < 0n ? { number: plainAmount(-line.minor, books.currency) } : null,
      books.currency,
      line.foreign && line.foreign.currency !== books.currency ? { number: plainAmount(line.foreign.minor, line.foreign.currency) } : null,
      line.foreign && line.foreign.currency !== books.currency ? line.foreign.currency : null,
      line.tax ? line.tax.code : null,
      line.tax ? { number: (line.tax.basisPoints / 100).toFixed(2) } : null,
    ]),
  )
  return csvOf([headings, ...rows])
}

export function accountsCsv(books: ExportedBooks, headings: readonly string[]): string {
  const rows = accountsIn(books).map((account): Cell[] => {
    const lines = books.entries.flatMap((entry) => entry.lines).filter((line) => line.account.number === account.number)
    const total = (isDebit: boolean) => lines.reduce((sum, line) => (line.minor > 0n === isDebit ? sum + line.minor : sum), 0n)
    const [debit, credit] = [total(true), -total(false)]
    const figure = (minor: bigint) => ({ number: plainAmount(minor, books.currency) })
    return [account.number, account.name, figure(debit), figure(credit), figure(debit - credit), books.currency]
  })
  return csvOf([headings, ...rows])
}
