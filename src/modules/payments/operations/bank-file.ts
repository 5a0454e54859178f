import { isPositive, sum, type Money } from '../../../kernel/money.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { yearOf, type Day } from '../../../kernel/day.ts'
import { chosenAccount, csvTable, openAccount, readFor, sortOut, type BankFileInput, type CsvTable } from '../bank/import.ts'
import { settleCertain } from '../bank/settle.ts'
import { bankAccounts, insertStatement, type BankAccountId } from '../bank/accounts/store.ts'
import { insertTransactions, type StoredTransaction } from '../bank/store.ts'
import type { BankFile, BankStatement, BankTransaction } from '../bank/transaction.ts'
import { paymentsContract } from '../contract.ts'
import { headerKeyOf } from '../kept/learnt-layout.ts'
import { insertBankFile, learnLayout } from '../kept/store.ts'

export const previewBankFile = implement(paymentsContract['payments.preview-bank-file'], async (context, input) => {
  const bytes = Buffer.from(input.content, 'base64')
  const accounts = await bankAccounts(context)
  const table = await csvTable(context, bytes, (input as BankFileInput).layout)
  // Columns that nobody recognises, or that only a guess tells apart, are a question to the person, not yet a failure.
  const isQuestion = table.rows.length > 0 && (!table.chosen || table.chosen.by === 'guess')
  if (isQuestion) return { ...nothingRead, ...shownTable(table) }
  const file = readFor(context, bytes, { ...(input as BankFileInput), accounts, table })
  const chosenId = input.bankAccountId ?? table.chosen?.bankAccountId
  const all = await Promise.all(
    file.statements.map(async (statement) => {
      const account = chosenAccount(accounts, chosenId, statement)
      return { account, statement, sorted: await sortOut(context, statement, { account, format: file.format }) }
    }),
  )
  const fresh = all.flatMap(({ sorted }) => sorted.fresh)
  return {
    format: file.format,
    accounts: all.map(({ account, statement }) => ({
      bankAccountId: account?.id ?? null,
      name: account?.name ?? statement.account.iban ?? statement.account.otherId ?? '',
      currency: account?.currency ?? statement.account.currency,
    })),
    newCount: fresh.length,
    knownCount: all.reduce((soFar, { sorted }) => soFar + sorted.known, 0),
    perhapsCount: all.reduce((soFar, { sorted }) => soFar + sorted.perhaps.size, 0),
    received: receivedIn(fresh),
    transactions: shownTransactions(file.statements, fresh),
    skipped: file.skipped.slice(0, 100).map((line) => ({ ...line })),
    doubts: [...file.doubts],
    ...shownTable(table),
  }
})

const nothingRead = { format: 'csv', accounts: [], newCount: 0, knownCount: 0, perhapsCount: 0, received: [], transactions: [], skipped: [], doubts: [] }

function receivedIn(fresh: readonly BankTransaction[]): Money[] {
  const incoming = fresh.map((each) => each.amount).filter(isPositive)
  return [...Map.groupBy(incoming, (amount) => amount.currency)].map(([currency, amounts]) => sum(amounts, currency))
}

function shownTransactions(statements: readonly BankStatement[], fresh: readonly BankTransaction[]) {
  const freshHashes = new Set(fresh.map((transaction) => transaction.contentHash))
  return statements
    .flatMap((statement) => statement.transactions)
    .slice(0, 50)
    .map((transaction) => ({
      bookedOn: transaction.bookedOn,
      amount: transaction.amount,
      counterpartyName: transaction.counterpartyName,
      remittance: transaction.remittance.slice(0, 200),
      isKnown: !freshHashes.has(transaction.contentHash),
    }))
}

/** The first rows of a table, for the person to see which column is what. */
function shownTable({ rows, chosen }: CsvTable) {
  return {
    rows: rows.slice(0, 12).map((row) => row.slice(0, 40).map((cell) => cell.slice(0, 100))),
    layout: chosen ? { headerRow: chosen.layout.headerRow, columns: { ...chosen.layout.columns, text: [...chosen.layout.columns.text] } } : null,
    layoutBy: chosen?.by ?? null,
  }
}

/** Whole or not at all. What is known is left out; a certain match becomes a payment, all else waits for a person. */
export const importBankFile = implement(paymentsContract['payments.import-bank-file'], async (context, input) => {
  const bytes = Buffer.from(input.content, 'base64')
  const accounts = await bankAccounts(context)
  const table = await csvTable(context, bytes, (input as BankFileInput).layout)
  const file = readFor(context, bytes, { ...(input as BankFileInput), accounts, table })
  const chosenId = input.bankAccountId ?? table.chosen?.bankAccountId
  const parts = []
  for (const statement of file.statements) {
    const account = chosenAccount(await bankAccounts(context), chosenId, statement)
    parts.push({ statement, account, sorted: await sortOut(context, statement, { account, format: file.format }) })
  }
  const newCount = parts.reduce((soFar, { sorted }) => soFar + sorted.fresh.length, 0)
  const knownCount = parts.reduce((soFar, { sorted }) => soFar + sorted.known, 0)
  const skipped = file.skipped.slice(0, 100).map((line) => ({ ...line }))
  if (table.chosen && context.actor.kind !== 'system') await learn(context, { table, accountId: input.bankAccountId, currency: input.currency })
  // A file without anything new leaves no trace: importing it again changes nothing.
  if (newCount === 0) return { statementIds: [], bankFileId: null, newCount, knownCount, perhapsCount: 0, matchedCount: 0, proposedCount: 0, skipped }
  const bankFileId = await keep(context, { bytes, file, fileName: input.fileName, newCount, knownCount })
  const statementIds: Id<'bank-statement'>[] = []
  const stored: StoredTransaction[] = []
  for (const { statement, account, sorted } of parts) {
    if (sorted.fresh.length === 0) continue
    const bankAccountId: BankAccountId = account?.id ?? (await openAccount(context, statement))
    const statementId = await insertStatement(context, {
      bankAccountId,
      bankFileId: bankFileId.id,
      fileName: input.fileName,
      fileHash: bankFileId.hash,
      format: file.format,
      opening: statement.opening,
      closing: statement.closing,
      newCount: sorted.fresh.length,
      knownCount: sorted.known,
    })
    statementIds.push(statementId)
    stored.push(
      ...(await insertTransactions(context, { bankAccountId, statementId, format: file.format, transactions: sorted.fresh, perhaps: sorted.perhaps })),
    )
  }
  const counts = await settleCertain(context, stored)
  const perhapsCount = stored.filter((transaction) => transaction.perhapsId !== null).length
  context.emit('bank.imported', { statementIds, newCount: stored.length, ...counts })
  return { statementIds, bankFileId: bankFileId.id, newCount: stored.length, knownCount, perhapsCount, ...counts, skipped }
})

/** Books and their receipts are kept for ten years from the end of the business year (OR 958f, GoBD, AO 147). */
const yearsKept = 10

async function keep(context: Context, kept: { bytes: Uint8Array; file: BankFile; fileName: string; newCount: number; knownCount: number }) {
  const hash = await context.files.put(kept.bytes)
  const days = kept.file.statements.flatMap((statement) => statement.transactions.map((transaction) => transaction.bookedOn))
  const lastDay = days.reduce((left, right) => (left > right ? left : right), context.today)
  const id = await insertBankFile(context, {
    file: hash,
    fileName: kept.fileName,
    format: kept.file.format,
    size: kept.bytes.length,
    newCount: kept.newCount,
    knownCount: kept.knownCount,
    skippedCount: kept.file.skipped.length,
    keepUntil: `${yearOf(lastDay) + yearsKept}-12-31` as Day,
  })
  return { id, hash }
}

/** A table that a person corrected or accepted is read the same way next time, also from the watched folder. */
async function learn(context: Context, said: { table: CsvTable; accountId: BankAccountId | undefined; currency: string | undefined }): Promise<void> {
  const { chosen, rows } = said.table
  if (!chosen) return
  await learnLayout(context, {
    headerKey: headerKeyOf(rows, chosen.layout.headerRow),
    layout: chosen.layout,
    currency: said.currency ?? chosen.currency,
    bankAccountId: said.accountId ?? chosen.bankAccountId,
  })
}
