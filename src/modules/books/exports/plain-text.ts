import { exponentOf } from '../../../kernel/currency.ts'
import type { Account } from '../accounts/chart.ts'
import { accountsIn, currenciesIn, isShownForeign, plainAmount, pricesIn, type ExportedBooks, type ExportedEntry, type ExportedLine } from './ledger.ts'

/**
 * A journal for hledger (https://hledger.org/hledger.html#journal): every account and commodity declared, so that
 * `hledger check --strict` passes; open items in another currency with their value (`@@`), prices as `P`.
 */
export function hledgerJournal(books: ExportedBooks): string {
  const commodities = currenciesIn(books).map((currency) => `commodity 1000.${'0'.repeat(exponentOf(currency))} ${currency}`)
  const accounts = accountsIn(books).map((account) => `account ${hledgerAccount(account)}  ; type: ${hledgerType[account.type]}`)
  const prices = pricesIn(books).map((price) => `P ${price.on} ${price.currency} ${price.price} ${books.currency}`)
  const entries = books.entries.map((entry) => {
    const moved = entry.factOn === entry.postedOn ? '' : `=${entry.factOn}`
    const text = [entry.party, entry.what].flatMap((part) => (part ? [oneLine(part).replaceAll('|', '/')] : [])).join(' | ')
    const code = entry.document ? ` (${oneLine(entry.document).replaceAll(/[()]/g, '')})` : ''
    const head = `${entry.postedOn}${moved} *${code} ${text.replaceAll(';', ',')}  ; entry: ${entry.sequence}`
    return [head, ...entry.lines.map((line) => `    ${hledgerAccount(line.account)}  ${amountOf(line, books)}`)].join('\n')
  })
  return `${[`; ${oneLine(books.company)}, ${books.from} – ${books.to}`, ...commodities, ...accounts, ...prices].join('\n')}\n\n${entries.join('\n\n')}\n`
}

/**
 * A journal for beancount (https://beancount.github.io/docs/beancount_language_syntax.html): accounts opened before their
 * first day, names of letters, digits and dashes only.
 */
export function beancountJournal(books: ExportedBooks): string {
  const head = [`option "title" ${quoted(books.company)}`, `option "operating_currency" "${books.currency}"`]
  const commodities = currenciesIn(books).map((currency) => `${books.from} commodity ${currency}`)
  const accounts = accountsIn(books).map((account) => `${books.from} open ${beancountAccount(account)}\n  name: ${quoted(account.name)}`)
  const prices = pricesIn(books).map((price) => `${price.on} price ${price.currency} ${price.price} ${books.currency}`)
  const entries = books.entries.map((entry) => beancountEntry(entry, books))
  return `${[...head, '', ...commodities, ...accounts, ...prices, '', ...entries].join('\n')}\n`
}

function beancountEntry(entry: ExportedEntry, books: ExportedBooks): string {
  const lines = [
    `${entry.postedOn} * ${quoted(entry.party ?? '')} ${quoted([entry.what, entry.document].flatMap((part) => part ?? []).join(' '))}`,
    `  entry: "${entry.sequence}"`,
    ...(entry.factOn === entry.postedOn ? [] : [`  day: ${entry.factOn}`]),
    ...entry.lines.map((line) => `  ${beancountAccount(line.account)}  ${amountOf(line, books)}`),
  ]
  return `${lines.join('\n')}\n`
}

function amountOf(line: ExportedLine, books: ExportedBooks): string {
  const own = `${plainAmount(line.minor, books.currency)} ${books.currency}`
  if (!isShownForeign(line, books)) return own
  const value = plainAmount(line.minor < 0n ? -line.minor : line.minor, books.currency)
  const { minor, currency } = line.foreign!
  // Rounded to nothing, or a value against the sign of its amount: told in the currency of the books.
  if (line.minor === 0n || line.minor < 0n !== minor < 0n) return own
  return `${plainAmount(minor, currency)} ${currency} @@ ${value} ${books.currency}`
}

const hledgerRoots = { asset: 'assets', liability: 'liabilities', equity: 'equity', income: 'revenues', expense: 'expenses' } as const
const hledgerType = { asset: 'A', liability: 'L', equity: 'E', income: 'R', expense: 'X' } as const
const beancountRoots = { asset: 'Assets', liability: 'Liabilities', equity: 'Equity', income: 'Income', expense: 'Expenses' } as const

/** Two spaces would end the name, a colon would begin a part of it. */
function hledgerAccount(account: Account): string {
  const name = oneLine(account.name)
    .replaceAll(/[:;()[\]]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `${hledgerRoots[account.type]}:${account.number} ${name}`
}

function beancountAccount(account: Account): string {
  const name = account.name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return `${beancountRoots[account.type]}:${account.number}${name === '' ? '' : `-${name}`}`
}

function quoted(text: string): string {
  return `"${oneLine(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- names come from outside
  return text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
}
