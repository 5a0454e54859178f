import { createHash } from 'node:crypto'
import { fail, notFound } from '../../../kernel/failure.ts'
import type { Id } from '../../../kernel/id.ts'
import { isPositive, sum } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { proposeLayout, type CsvLayout } from '../bank/csv-columns.ts'
import { readRows } from '../bank/csv.ts'
import { decodeText } from '../bank/decode.ts'
import { customerOf, matchStored, partsOf } from '../bank/match-stored.ts'
import { kindOf, readBankFile } from '../bank/read-bank-file.ts'
import {
  accountOf,
  bankAccounts,
  insertBankAccount,
  insertStatement,
  insertTransactions,
  knownHashes,
  setTransactionState,
  type BankAccount,
  type BankAccountId,
  type StoredTransaction,
} from '../bank/store.ts'
import { unknownOf, type BankFile, type BankStatement } from '../bank/transaction.ts'
import { paymentsContract } from '../contract.ts'
import { recordPayment } from '../ledger/ledger.ts'

interface BankFileInput {
  readonly content: string
  readonly bankAccountId?: BankAccountId | undefined
  readonly layout?: CsvLayout | undefined
  readonly currency?: string | undefined
}

export const previewBankFile = implement(paymentsContract['payments.preview-bank-file'], async (context, input) => {
  const bytes = Buffer.from(input.content, 'base64')
  const accounts = await bankAccounts(context)
  const table = csvTable(bytes, input.layout as CsvLayout | undefined)
  // Columns that nobody recognises are a question to the person, not yet a failure.
  if (table.rows.length > 0 && !table.layout) return { ...nothingRead, rows: table.rows }
  const file = read(bytes, input as BankFileInput, accounts, context)
  const all = await Promise.all(file.statements.map((statement) => sortOut(context, statement, chosenAccount(accounts, input, statement))))
  const fresh = all.flatMap((each) => each.fresh)
  const currencies = [...new Set(fresh.map((transaction) => transaction.amount.currency))]
  const freshHashes = new Set(fresh.map((transaction) => transaction.contentHash))
  const transactions = file.statements.flatMap((statement) => statement.transactions)
  return {
    format: file.format,
    accounts: file.statements.map((statement) => {
      const account = chosenAccount(accounts, input, statement)
      return {
        bankAccountId: account?.id ?? null,
        name: account?.name ?? statement.account.iban ?? statement.account.otherId ?? '',
        currency: account?.currency ?? statement.account.currency,
      }
    }),
    newCount: fresh.length,
    knownCount: transactions.length - fresh.length,
    received: currencies.map((currency) =>
      sum(
        fresh.filter((each) => each.amount.currency === currency && isPositive(each.amount)).map((each) => each.amount),
        currency,
      ),
    ),
    transactions: transactions.slice(0, 50).map((transaction) => ({
      bookedOn: transaction.bookedOn,
      amount: transaction.amount,
      counterpartyName: transaction.counterpartyName,
      remittance: transaction.remittance.slice(0, 200),
      isKnown: !freshHashes.has(transaction.contentHash),
    })),
    skipped: file.skipped.slice(0, 100).map((line) => ({ ...line })),
    doubts: [...file.doubts],
    rows: table.rows,
    layout: table.layout && { headerRow: table.layout.headerRow, columns: { ...table.layout.columns, text: [...table.layout.columns.text] } },
  }
})

const nothingRead = { format: 'csv', accounts: [], newCount: 0, knownCount: 0, received: [], transactions: [], skipped: [], doubts: [], layout: null }

/** Whole or not at all. What is known is left out; a certain match becomes a payment, all else waits for a person. */
export const importBankFile = implement(paymentsContract['payments.import-bank-file'], async (context, input) => {
  const bytes = Buffer.from(input.content, 'base64')
  const file = read(bytes, input as BankFileInput, await bankAccounts(context), context)
  const statementIds: Id<'bank-statement'>[] = []
  const stored: StoredTransaction[] = []
  let knownCount = 0
  for (const statement of file.statements) {
    const account = chosenAccount(await bankAccounts(context), input, statement)
    const { fresh, known } = await sortOut(context, statement, account)
    knownCount += known
    // A file without anything new leaves no trace: importing it again changes nothing.
    if (fresh.length === 0) continue
    const bankAccountId = account?.id ?? (await openAccount(context, statement))
    const statementId = await insertStatement(context, {
      bankAccountId,
      fileName: input.fileName,
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      format: file.format,
      opening: statement.opening,
      closing: statement.closing,
      newCount: fresh.length,
      knownCount: known,
    })
    statementIds.push(statementId)
    stored.push(...(await insertTransactions(context, { bankAccountId, statementId, transactions: fresh })))
  }
  const counts = await settleCertain(context, stored)
  if (stored.length > 0) context.emit('bank.imported', { statementIds, newCount: stored.length, ...counts })
  return { statementIds, newCount: stored.length, knownCount, ...counts, skipped: file.skipped.slice(0, 100).map((line) => ({ ...line })) }
})

async function settleCertain(context: Context, stored: readonly StoredTransaction[]): Promise<{ matchedCount: number; proposedCount: number }> {
  const { matches } = await matchStored(context, stored)
  let matchedCount = 0
  for (const transaction of stored) {
    const match = matches.get(transaction.id)
    const candidate = match?.candidates[0]
    if (match?.certainty !== 'certain' || !candidate) continue
    const contactId = customerOf(candidate)
    await recordPayment(context, {
      contactId,
      amount: transaction.amount,
      on: transaction.valueOn,
      method: 'bank',
      note: null,
      bankTransactionId: transaction.id,
      parts: partsOf(candidate),
    })
    await setTransactionState(context, transaction.id, {
      state: 'matched',
      contactId,
      fact: { kind: 'matched', certainty: 'certain', reason: candidate.reasons.join(' ') },
    })
    matchedCount += 1
  }
  const proposedCount = [...matches.values()].filter((match) => match.certainty === 'proposed').length
  return { matchedCount, proposedCount }
}

function read(bytes: Uint8Array, input: BankFileInput, accounts: readonly BankAccount[], context: Context): BankFile {
  const named = accounts.find((account) => account.id === input.bankAccountId)
  if (input.bankAccountId && !named) notFound('bank-account')
  return readBankFile(bytes, { layout: input.layout, currency: input.currency ?? named?.currency ?? context.company.currency, iban: named?.iban ?? undefined })
}

/** The account that the statement names, or the one that the person chose, or the only one there is. */
function chosenAccount(
  accounts: readonly BankAccount[],
  input: { bankAccountId?: BankAccountId | undefined },
  statement: BankStatement,
): BankAccount | undefined {
  const named = accountOf(accounts, statement.account)
  if (named) return named
  if (statement.account.iban || statement.account.otherId) return undefined
  const possible = accounts.filter((account) => statement.account.currency === null || account.currency === statement.account.currency)
  const chosen = possible.find((account) => account.id === input.bankAccountId)
  if (!chosen && possible.length > 1) fail('bank_account_unclear')
  return chosen ?? possible[0]
}

async function openAccount(context: Context, statement: BankStatement): Promise<BankAccountId> {
  const { iban, otherId, currency } = statement.account
  return insertBankAccount(context, {
    name: iban ? iban.replace(/(.{4})(?=.)/g, '$1 ') : (otherId ?? context.company.name),
    iban,
    otherId,
    currency: currency ?? context.company.currency,
  })
}

async function sortOut(context: Context, statement: BankStatement, account: BankAccount | undefined) {
  if (!account) return { fresh: [...statement.transactions], known: 0 }
  const hashes = await knownHashes(context, { bankAccountId: account.id, transactions: statement.transactions })
  const fresh = unknownOf(statement.transactions, hashes)
  return { fresh, known: statement.transactions.length - fresh.length }
}

/** The first rows of a CSV file, for the person to see which column is what. */
function csvTable(bytes: Uint8Array, chosen: CsvLayout | undefined): { rows: string[][]; layout: CsvLayout | null } {
  const text = decodeText(bytes)
  if (kindOf(text) !== 'csv') return { rows: [], layout: null }
  const rows = readRows(text)
  const layout = chosen ?? proposeLayout(rows)?.layout ?? null
  return { rows: rows.slice(0, 12).map((row) => row.slice(0, 40).map((cell) => cell.slice(0, 100))), layout }
}
