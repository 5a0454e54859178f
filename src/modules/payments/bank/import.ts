import { fail, notFound } from '../../../kernel/failure.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { CsvLayout } from './csv-columns.ts'
import { readRows } from './csv.ts'
import { decodeText } from './decode.ts'
import { layoutFor, type ChosenLayout } from '../kept/learnt-layout.ts'
import { kindOf, readBankFile } from './read-bank-file.ts'
import { findSame, formatFamily, type Comparable, type Sameness } from './same.ts'
import { accountOf, insertBankAccount, type BankAccount, type BankAccountId } from './accounts/store.ts'
import { knownHashes, transactionsBetween } from './store.ts'
import { unknownOf, type BankFile, type BankStatement, type BankTransaction } from './transaction.ts'

export interface BankFileInput {
  readonly content: string
  readonly bankAccountId?: BankAccountId | undefined
  readonly layout?: CsvLayout | undefined
  readonly currency?: string | undefined
}

/** The first rows of a table and how they are read; no rows for every other format. */
export interface CsvTable {
  readonly rows: string[][]
  readonly chosen: ChosenLayout | undefined
}

/** The rows of a CSV file and the columns that a person says, said before, or that the file itself suggests. */
export async function csvTable(context: Context, bytes: Uint8Array, said: CsvLayout | undefined): Promise<CsvTable> {
  const text = decodeText(bytes)
  if (kindOf(text) !== 'csv') return { rows: [], chosen: undefined }
  const rows = readRows(text)
  return { rows, chosen: await layoutFor(context, rows, said) }
}

/** Reads a file as this company would: with the account chosen, what was learnt of its table, and the company's currency last. */
export function readFor(context: Context, bytes: Uint8Array, input: BankFileInput & { accounts: readonly BankAccount[]; table: CsvTable }): BankFile {
  const { accounts, table } = input
  const chosenId = input.bankAccountId ?? table.chosen?.bankAccountId ?? undefined
  const named = accounts.find((account) => account.id === chosenId)
  if (input.bankAccountId && !named) notFound('bank-account')
  const isConfirmed = table.chosen?.by === 'person' || table.chosen?.by === 'learnt'
  const sure = input.currency ?? table.chosen?.currency ?? named?.currency
  return readBankFile(bytes, {
    layout: isConfirmed ? table.chosen!.layout : undefined,
    currency: sure ?? context.company.currency,
    isCurrencySure: sure !== undefined,
    iban: input.bankAccountId ? (named?.iban ?? undefined) : undefined,
    currencyOfAccount: (iban) => accounts.find((account) => iban !== null && account.iban === iban)?.currency,
  })
}

/** The account that the statement names, or the one that the person chose, now or before, or the only one there is. */
export function chosenAccount(accounts: readonly BankAccount[], chosenId: string | null | undefined, statement: BankStatement): BankAccount | undefined {
  const named = accountOf(accounts, statement.account)
  if (named) return named
  if (statement.account.iban || statement.account.otherId) return undefined
  const possible = accounts.filter((account) => statement.account.currency === null || account.currency === statement.account.currency)
  const chosen = possible.find((account) => account.id === chosenId)
  if (!chosen && possible.length > 1) fail('bank_account_unclear')
  return chosen ?? possible[0]
}

export async function openAccount(context: Context, statement: BankStatement): Promise<BankAccountId> {
  const { iban, otherId, currency } = statement.account
  return insertBankAccount(context, {
    name: iban ? iban.replace(/(.{4})(?=.)/g, '$1 ') : (otherId ?? context.company.name),
    iban,
    otherId,
    currency: currency ?? context.company.currency,
  })
}

export interface SortedOut {
  readonly fresh: readonly BankTransaction[]
  /** Of the fresh ones, by content hash: the stored line that it may be. */
  readonly perhaps: ReadonlyMap<string, string>
  readonly known: number
}

/** What of a statement is new to its account: not known by content, nor as the same payment from a file of another format. */
export async function sortOut(context: Context, statement: BankStatement, options: { account: BankAccount | undefined; format: string }): Promise<SortedOut> {
  const { account, format } = options
  if (!account || statement.transactions.length === 0) return { fresh: [...statement.transactions], perhaps: new Map(), known: 0 }
  const hashes = await knownHashes(context, { bankAccountId: account.id, transactions: statement.transactions })
  const unknown = unknownOf(statement.transactions, hashes)
  const same = await sameAsStored(context, unknown, { account, format, knownHashes: hashes.contentHashes })
  const fresh = unknown.filter((transaction) => same.get(transaction.contentHash)?.verdict !== 'same')
  const perhaps = new Map([...same].filter(([, each]) => each.verdict === 'perhaps').map(([key, each]) => [key, each.with]))
  return { fresh, perhaps, known: statement.transactions.length - fresh.length }
}

async function sameAsStored(
  context: Context,
  unknown: readonly BankTransaction[],
  options: { account: BankAccount; format: string; knownHashes: ReadonlySet<string> },
): Promise<Map<string, Sameness>> {
  if (unknown.length === 0) return new Map()
  const days = unknown.map((transaction) => transaction.bookedOn).sort()
  const stored = await transactionsBetween(context, { bankAccountId: options.account.id, from: around(days[0]!, -1), to: around(days.at(-1)!, 1) })
  const family = formatFamily(options.format)
  // A line that this file has itself is taken by its own content.
  const others = stored
    .filter((line) => !options.knownHashes.has(line.contentHash))
    .map((line): Comparable => ({ ...line, key: line.id, format: formatFamily(line.format) }))
  const fresh = unknown.map((line): Comparable => ({ ...line, key: line.contentHash, format: family, reference: line.reference?.text ?? null }))
  return findSame(fresh, others)
}

function around(day: Day, direction: 1 | -1): Day {
  return addDays(day, direction * 6)
}
