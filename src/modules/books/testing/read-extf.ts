import { divideRounded } from '../../../kernel/money.ts'

/** For tests: a strict reader of a Buchungsstapel, as DATEV takes it in; it fails on anything that DATEV would refuse. */
export interface ExtfRow {
  readonly minor: bigint
  readonly isDebit: boolean
  readonly account: string
  readonly contra: string
  readonly key: string
  readonly day: string
  readonly document: string
  readonly isFixed: boolean
}

const columns = 125

export function readExtf(bytes: Uint8Array): { header: string[]; rows: ExtfRow[] } {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.endsWith('\r\n') || /(?<!\r)\n/.test(text)) throw new Error('lines end with CR LF')
  const lines = text.slice(0, -2).split('\r\n')
  const header = cellsOf(lines[0]!)
  if (header.length !== 31) throw new Error(`the header has ${header.length} fields`)
  check(
    lines[0]!,
    /^"EXTF";700;21;"Buchungsstapel";13;\d{17};;"[A-Z]{0,2}";"[^"]{0,25}";"[^"]{0,25}";\d{4,7};\d{1,5};\d{8};\d;\d{8};\d{8};"[^"]{0,30}";"[^"]{0,2}";[12];\d*;[01];"[A-Z]{3}";;"";;;"\d{2}";;;"";"[^"]{0,16}"$/,
  )
  if (cellsOf(lines[1]!).length !== columns) throw new Error('the heading has another number of columns')
  const [from, to] = [header[14]!, header[15]!]
  if (header[12]!.slice(0, 4) !== from.slice(0, 4)) throw new Error('the days are not in the fiscal year')
  const rows = lines.slice(2).map((line) => readRow(line, { from, to, year: header[12]!.slice(0, 4) }))
  return { header, rows }
}

function readRow(line: string, period: { from: string; to: string; year: string }): ExtfRow {
  const cells = cellsOf(line)
  if (cells.length !== columns) throw new Error(`a row has ${cells.length} columns: ${line}`)
  check(line, /^\d{1,10},\d{2};"[SH]";"[A-Z]{3}";;;;\d{4,9};\d{4,9};"\d{0,4}";\d{4};"[A-Za-z0-9$&%*+\-/]{0,36}";/)
  const day = `${period.year}${cells[9]!.slice(2)}${cells[9]!.slice(0, 2)}`
  if (day < period.from || day > period.to) throw new Error(`${day} is not in the period`)
  if (cells[13]!.length > 60) throw new Error('the text is longer than 60')
  if (cells[6] === cells[7]) throw new Error('an account against itself')
  const minor = BigInt(cells[0]!.replace(',', ''))
  if (minor === 0n) throw new Error('an amount of nought')
  return { minor, isDebit: cells[1] === 'S', account: cells[6]!, contra: cells[7]!, key: cells[8]!, day, document: cells[10]!, isFixed: cells[113] === '1' }
}

/** What stands on each account when DATEV has taken the rows in, with the tax that it computes itself; debit positive. */
export function balancesOf(
  rows: readonly ExtfRow[],
  given: { automatic: Record<string, number>; taxAccounts: Record<string, string>; reverse: readonly [string, string] },
) {
  const balances = new Map<string, bigint>()
  const add = (account: string, minor: bigint) => balances.set(account, (balances.get(account) ?? 0n) + minor)
  const rateOfKey: Record<string, number> = { '3': 1900, '2': 700, '9': 1900, '8': 700 }
  for (const row of rows) {
    const signed = row.isDebit ? row.minor : -row.minor
    add(row.account, signed)
    if (row.key === '94') {
      const tax = divideRounded(signed * 1900n, 10_000n)
      add(row.contra, -signed)
      add(given.reverse[0], -tax)
      add(given.reverse[1], tax)
      continue
    }
    const rate = row.key === '40' ? 0 : (rateOfKey[row.key] ?? given.automatic[row.contra] ?? 0)
    const tax = divideRounded(-signed * BigInt(rate), 10_000n + BigInt(rate))
    add(row.contra, -signed - tax)
    if (tax !== 0n) add(given.taxAccounts[`${['9', '8'].includes(row.key) ? 'input' : 'output'} ${rate}`]!, tax)
  }
  return balances
}

function check(line: string, pattern: RegExp): void {
  if (!pattern.test(line)) throw new Error(`not as the format asks: ${line.slice(0, 200)}`)
}

function cellsOf(line: string): string[] {
  const cells: string[] = []
  let rest = `${line};`
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^;"]*));/.exec(rest)
    if (!match) throw new Error(`a cell is not closed: ${rest.slice(0, 80)}`)
    cells.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'))
    rest = rest.slice(match[0].length)
  }
  return cells
}
