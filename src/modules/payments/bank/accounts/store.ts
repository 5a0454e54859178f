import { newId, type Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Money } from '../../../../kernel/money.ts'
import type { Transaction } from '../../../../platform/database/database.ts'
import type { Context } from '../../../../platform/operation/context.ts'
import type { BankTables } from '../tables.ts'
import type { StatementAccount } from '../transaction.ts'

export type BankAccountId = Id<'bank-account'>

export interface BankAccount {
  readonly id: BankAccountId
  readonly name: string
  readonly iban: string | null
  readonly otherId: string | null
  readonly currency: string
}

const tables = (transaction: Transaction) => transaction.withTables<BankTables>()

export async function bankAccounts(context: Context): Promise<BankAccount[]> {
  const rows = await tables(context.database).selectFrom('bank_accounts').selectAll().where('company_id', '=', context.company.id).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id as BankAccountId, name: row.name, iban: row.iban, otherId: row.other_id, currency: row.currency }))
}

/** Adds an account; the same IBAN in the same currency is the same account. */
export async function insertBankAccount(context: Context, account: Omit<BankAccount, 'id'>): Promise<BankAccountId> {
  const id = newId<'bank-account'>()
  await tables(context.database)
    .insertInto('bank_accounts')
    .values({
      company_id: context.company.id,
      id,
      name: account.name,
      iban: account.iban,
      other_id: account.otherId,
      currency: account.currency,
      created_at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const known = (await bankAccounts(context)).find(
    (candidate) => candidate.id === id || (account.iban !== null && candidate.iban === account.iban && candidate.currency === account.currency),
  )
  return known!.id
}

/** Which account a statement belongs to, if it is known. */
export function accountOf(accounts: readonly BankAccount[], account: StatementAccount): BankAccount | undefined {
  const isSameCurrency = (candidate: BankAccount) => account.currency === null || candidate.currency === account.currency
  if (account.iban) return accounts.find((candidate) => candidate.iban === account.iban && isSameCurrency(candidate))
  const { otherId } = account
  if (!otherId) return undefined
  return (
    accounts.find((candidate) => candidate.otherId === otherId && isSameCurrency(candidate)) ??
    accounts.find((candidate) => candidate.iban !== null && isSameCurrency(candidate) && holdsNumber(candidate.iban, otherId))
  )
}

/** MT940 and OFX name an account by bank code and number; its IBAN ends with them, the number filled with zeros. */
function holdsNumber(iban: string, otherId: string): boolean {
  const [number = '', bank = ''] = otherId
    .toUpperCase()
    .replace(/[^A-Z0-9/]/g, '')
    .split('/')
    .reverse()
  const inside = iban.slice(4)
  if (number.length < 6) return false
  if (bank === '') return number.length >= 8 && inside.endsWith(number)
  return inside.startsWith(bank) && inside.endsWith(number) && /^0*$/.test(inside.slice(bank.length, inside.length - number.length))
}

export async function insertStatement(
  context: Context,
  statement: {
    bankAccountId: BankAccountId
    fileName: string
    fileHash: string
    format: string
    opening: Money | null
    closing: Money | null
    newCount: number
    knownCount: number
    bankFileId: string
  },
): Promise<Id<'bank-statement'>> {
  const id = newId<'bank-statement'>()
  await tables(context.database)
    .insertInto('bank_statements')
    .values({
      company_id: context.company.id,
      id,
      bank_account_id: statement.bankAccountId,
      file_name: statement.fileName,
      file_hash: statement.fileHash,
      format: statement.format,
      bank_file_id: statement.bankFileId,
      opening_minor: statement.opening?.minor ?? null,
      closing_minor: statement.closing?.minor ?? null,
      new_count: BigInt(statement.newCount),
      known_count: BigInt(statement.knownCount),
      imported_at: context.now,
      imported_by: context.actor.name,
    })
    .execute()
  return id
}

/** How many wait for a match, by account. */
export async function unmatchedCounts(context: Context): Promise<Map<BankAccountId, number>> {
  const rows = await tables(context.database)
    .selectFrom('bank_transactions')
    .select(['bank_account_id', (expression) => expression.fn.countAll<bigint>().as('count')])
    .where('company_id', '=', context.company.id)
    .where('state', '=', 'unmatched')
    .groupBy('bank_account_id')
    .execute()
  return new Map(rows.map((row) => [row.bank_account_id as BankAccountId, Number(row.count)]))
}

export async function lastImports(context: Context): Promise<Map<BankAccountId, Instant>> {
  const rows = await tables(context.database)
    .selectFrom('bank_statements')
    .select(['bank_account_id', (expression) => expression.fn.max('imported_at').as('at')])
    .where('company_id', '=', context.company.id)
    .groupBy('bank_account_id')
    .execute()
  return new Map(rows.map((row) => [row.bank_account_id as BankAccountId, row.at as Instant]))
}
