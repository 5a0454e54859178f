import type { Day } from '../../../kernel/day.ts'
import { newId, type BankTransactionId, type ContactId } from '../../../kernel/id.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { BankAccountId } from './accounts/store.ts'
import type { BankTables, TransactionState } from './tables.ts'
import type { BankTransaction } from './transaction.ts'

export interface StoredTransaction {
  readonly id: BankTransactionId
  readonly bankAccountId: BankAccountId
  readonly bookedOn: Day
  readonly valueOn: Day
  readonly amount: Money
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly reference: string | null
  readonly remittance: string
  readonly state: TransactionState
  readonly contactId: ContactId | null
  readonly contentHash: string
  readonly format: string
  readonly endToEndId: string | null
  readonly bankReference: string | null
  readonly ultimateName: string | null
  readonly instructed: Money | null
  readonly charges: Money | null
  readonly isReturn: boolean
  readonly isReversal: boolean
  /** A line from another file that this one may be; null once a person said that it is another. */
  readonly perhapsId: BankTransactionId | null
}

const tables = (transaction: Transaction) => transaction.withTables<BankTables>()

/** The identities that the account knows of those in the list. */
export async function knownHashes(
  context: Context,
  options: { bankAccountId: BankAccountId; transactions: readonly BankTransaction[] },
): Promise<{ contentHashes: Set<string>; bookingHashes: Set<string> }> {
  const contentHashes = new Set<string>()
  const bookingHashes = new Set<string>()
  for (let start = 0; start < options.transactions.length; start += 400) {
    const part = options.transactions.slice(start, start + 400)
    const rows = await tables(context.database)
      .selectFrom('bank_transactions')
      .select(['content_hash', 'booking_hash'])
      .where('company_id', '=', context.company.id)
      .where('bank_account_id', '=', options.bankAccountId)
      .where((is) =>
        is.or([
          is(
            'content_hash',
            'in',
            part.map((each) => each.contentHash),
          ),
          is('booking_hash', 'in', ['', ...part.flatMap((each) => each.bookingHash ?? [])]),
        ]),
      )
      .execute()
    for (const row of rows) {
      contentHashes.add(row.content_hash)
      if (row.booking_hash) bookingHashes.add(row.booking_hash)
    }
  }
  return { contentHashes, bookingHashes }
}

export async function insertTransactions(
  context: Context,
  options: {
    bankAccountId: BankAccountId
    statementId: string
    format: string
    transactions: readonly BankTransaction[]
    perhaps: ReadonlyMap<string, string>
  },
): Promise<StoredTransaction[]> {
  const stored = options.transactions.map((transaction) => ({ transaction, id: newId<'bank-transaction'>() as BankTransactionId }))
  for (let start = 0; start < stored.length; start += 300) {
    await tables(context.database)
      .insertInto('bank_transactions')
      .values(
        stored.slice(start, start + 300).map(({ transaction, id }) => ({
          ...rowOf(transaction),
          format: options.format,
          perhaps_id: options.perhaps.get(transaction.contentHash) ?? null,
          company_id: context.company.id,
          id,
          bank_account_id: options.bankAccountId,
          statement_id: options.statementId,
        })),
      )
      .onConflict((conflict) => conflict.columns(['company_id', 'bank_account_id', 'content_hash']).doNothing())
      .execute()
  }
  return stored.map(({ transaction, id }) => ({
    ...transaction,
    id,
    bankAccountId: options.bankAccountId,
    reference: transaction.reference?.text ?? null,
    state: 'unmatched' as const,
    contactId: null,
    format: options.format,
    perhapsId: (options.perhaps.get(transaction.contentHash) ?? null) as BankTransactionId | null,
  }))
}

/** Every line of an account that was booked within these days, to see which of them a file tells again. */
export async function transactionsBetween(context: Context, options: { bankAccountId: BankAccountId; from: Day; to: Day }): Promise<StoredTransaction[]> {
  const rows = await tables(context.database)
    .selectFrom('bank_transactions')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('bank_account_id', '=', options.bankAccountId)
    .where('booked_on', '>=', options.from)
    .where('booked_on', '<=', options.to)
    .execute()
  return rows.map(storedOf)
}

/** Several transactions by their ids. */
export async function findTransactions(context: Context, ids: readonly string[]): Promise<StoredTransaction[]> {
  if (ids.length === 0) return []
  const rows = await tables(context.database)
    .selectFrom('bank_transactions')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(storedOf)
}

/** Says that a line is a payment of its own, though it looks like another; or takes that back. */
export async function setAnother(context: Context, id: BankTransactionId, isAnother: boolean): Promise<void> {
  await tables(context.database)
    .updateTable('bank_transactions')
    .set({ is_another: isAnother ? 1n : 0n })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

export async function findTransaction(context: Context, id: BankTransactionId): Promise<StoredTransaction | undefined> {
  const row = await tables(context.database)
    .selectFrom('bank_transactions')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && storedOf(row)
}

/** Unmatched ones oldest first, as they are worked off; the others latest first. */
export async function selectTransactions(
  context: Context,
  options: {
    state: TransactionState
    bankAccountId?: BankAccountId | undefined
    after?: { on: string; id: string } | undefined
    limit: number
    isIncoming?: true
    isOutgoing?: true
    since?: Day | undefined
  },
): Promise<StoredTransaction[]> {
  const { after } = options
  const isAscending = options.state === 'unmatched'
  const beyond = isAscending ? '>' : '<'
  let query = tables(context.database)
    .selectFrom('bank_transactions')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('state', '=', options.state)
  if (options.bankAccountId) query = query.where('bank_account_id', '=', options.bankAccountId)
  if (options.isIncoming) query = query.where('amount_minor', '>', 0n)
  if (options.isOutgoing) query = query.where('amount_minor', '<', 0n)
  if (options.since) query = query.where('booked_on', '>=', options.since)
  if (after) query = query.where((is) => is.or([is('booked_on', beyond, after.on), is.and([is('booked_on', '=', after.on), is('id', beyond, after.id)])]))
  const direction = isAscending ? 'asc' : 'desc'
  const rows = await query.orderBy('booked_on', direction).orderBy('id', direction).limit(options.limit).execute()
  return rows.map(storedOf)
}

/** Changes where a transaction stands and adds the fact that says so. */
export async function setTransactionState(
  context: Context,
  id: BankTransactionId,
  change: {
    state: TransactionState
    contactId: ContactId | null
    fact: { kind: 'matched' | 'unmatched' | 'ignored'; certainty?: string; reason?: string | null }
  },
): Promise<void> {
  await tables(context.database)
    .updateTable('bank_transactions')
    .set({ state: change.state, contact_id: change.contactId })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
  await tables(context.database)
    .insertInto('bank_match_facts')
    .values({
      company_id: context.company.id,
      id: newId<'bank-match-fact'>(),
      bank_transaction_id: id,
      kind: change.fact.kind,
      certainty: change.fact.certainty ?? null,
      reason: change.fact.reason ?? null,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
}

/** The latest word on each transaction. */
export async function matchFactsOf(
  context: Context,
  ids: readonly BankTransactionId[],
): Promise<Map<string, { certainty: string | null; reason: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(context.database)
    .selectFrom('bank_match_facts')
    .select(['bank_transaction_id', 'certainty', 'reason'])
    .where('company_id', '=', context.company.id)
    .where('bank_transaction_id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.bank_transaction_id, { certainty: row.certainty, reason: row.reason }]))
}

/** Which customers paid from which account before. */
export async function payersByIban(context: Context, ibans: readonly string[]): Promise<{ contactId: ContactId; iban: string }[]> {
  if (ibans.length === 0) return []
  const rows = await tables(context.database)
    .selectFrom('bank_transactions')
    .select(['contact_id', 'counterparty_iban'])
    .distinct()
    .where('company_id', '=', context.company.id)
    .where('contact_id', 'is not', null)
    .where('counterparty_iban', 'in', [...ibans])
    .execute()
  return rows.map((row) => ({ contactId: row.contact_id as ContactId, iban: row.counterparty_iban! }))
}

function rowOf(transaction: BankTransaction) {
  return {
    booked_on: transaction.bookedOn,
    value_on: transaction.valueOn,
    amount_minor: transaction.amount.minor,
    currency: transaction.amount.currency,
    counterparty_name: transaction.counterpartyName,
    counterparty_iban: transaction.counterpartyIban,
    reference_kind: transaction.reference?.kind ?? null,
    reference: transaction.reference?.text ?? null,
    end_to_end_id: transaction.endToEndId,
    remittance: transaction.remittance,
    bank_reference: transaction.bankReference,
    is_reversal: transaction.isReversal ? 1n : 0n,
    is_return: transaction.isReturn ? 1n : 0n,
    is_another: 0n,
    ultimate_name: transaction.ultimateName,
    instructed_minor: transaction.instructed?.minor ?? null,
    instructed_currency: transaction.instructed?.currency ?? null,
    charges_minor: transaction.charges?.minor ?? null,
    content_hash: transaction.contentHash,
    booking_hash: transaction.bookingHash,
    state: 'unmatched' as const,
    contact_id: null,
  }
}

function storedOf(row: BankTables['bank_transactions']): StoredTransaction {
  return {
    id: row.id as BankTransactionId,
    bankAccountId: row.bank_account_id as BankAccountId,
    bookedOn: row.booked_on as Day,
    valueOn: row.value_on as Day,
    amount: money(row.amount_minor, row.currency),
    counterpartyName: row.counterparty_name,
    counterpartyIban: row.counterparty_iban,
    reference: row.reference,
    remittance: row.remittance,
    state: row.state,
    contactId: row.contact_id as ContactId | null,
    contentHash: row.content_hash,
    format: row.format,
    endToEndId: row.end_to_end_id,
    bankReference: row.bank_reference,
    ultimateName: row.ultimate_name,
    instructed: row.instructed_minor === null || row.instructed_currency === null ? null : money(row.instructed_minor, row.instructed_currency),
    charges: row.charges_minor === null ? null : money(row.charges_minor, row.currency),
    isReturn: row.is_return > 0n,
    isReversal: row.is_reversal > 0n,
    perhapsId: row.is_another > 0n ? null : (row.perhaps_id as BankTransactionId | null),
  }
}
