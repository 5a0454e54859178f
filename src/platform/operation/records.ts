import { createHash } from 'node:crypto'
import { Failure } from '../../kernel/failure.ts'
import { newId } from '../../kernel/id.ts'
import type { Transaction } from '../database/database.ts'
import type { Migration } from '../database/migrate.ts'
import type { Actor, Context } from './context.ts'

/** What the mechanism of operations keeps: answers by idempotency key, and who did what. */
type RecordTables = {
  idempotency_keys: { company_id: string; actor: string; key: string; fingerprint: string; answer: string; created_at: string }
  audit_lines: {
    company_id: string
    id: string
    at: string
    actor: string
    actor_name: string
    operation: string
    subjects: string
  }
}

export const recordMigration: Migration = {
  name: '0000-records',
  statements: [
    `create table idempotency_keys (
      company_id text not null,
      actor text not null,
      key text not null,
      fingerprint text not null,
      answer text not null,
      created_at text not null,
      primary key (company_id, actor, key)
    )`,
    `create table audit_lines (
      company_id text not null,
      id text not null,
      at text not null,
      actor text not null,
      actor_name text not null,
      operation text not null,
      subjects text not null,
      primary key (company_id, id)
    )`,
  ],
}

/** "user:0190…": who the keys and audit lines belong to. */
export function actorKey(actor: Actor): string {
  if (actor.kind === 'user') return `user:${actor.userId}`
  if (actor.kind === 'token') return `token:${actor.tokenId}`
  if (actor.kind === 'customer') return `customer:${actor.contactId}`
  return 'system'
}

/** The stored answer of a repeated key. Fails when the same key came with another request. */
export async function answerOf(context: Context, options: { key: string; fingerprint: string }): Promise<{ answer: unknown } | undefined> {
  const row = await tables(context.database)
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'answer'])
    .where('company_id', '=', context.company.id)
    .where('actor', '=', actorKey(context.actor))
    .where('key', '=', options.key)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.fingerprint !== options.fingerprint) throw new Failure({ code: 'idempotency_key_reused', kind: 'conflict' })
  return { answer: JSON.parse(row.answer) as unknown }
}

export async function keepAnswer(context: Context, options: { key: string; fingerprint: string; answer: unknown }): Promise<void> {
  await tables(context.database)
    .insertInto('idempotency_keys')
    .values({
      company_id: context.company.id,
      actor: actorKey(context.actor),
      key: options.key,
      fingerprint: options.fingerprint,
      answer: JSON.stringify(options.answer ?? null),
      created_at: context.now,
    })
    .execute()
}

/** Operation and input in one hash, so that a key cannot be used for something else. */
export function fingerprintOf(operation: string, input: unknown): string {
  return createHash('sha256')
    .update(operation)
    .update('\n')
    .update(JSON.stringify(input ?? null))
    .digest('hex')
}

/** Who did what to which things: ids only, never what was typed, so that erasing a person leaves nothing here. */
export async function addAuditLine(context: Context, operation: string, input: unknown, output: unknown): Promise<void> {
  await tables(context.database)
    .insertInto('audit_lines')
    .values({
      company_id: context.company.id,
      id: newId<'audit-line'>(),
      at: context.now,
      actor: actorKey(context.actor),
      actor_name: context.actor.kind === 'customer' ? 'customer' : context.actor.name,
      operation,
      subjects: JSON.stringify({ ...idsIn(input), ...idsIn(output) }),
    })
    .execute()
}

/** A word that changes with every write of the company, whoever made it: the id of its latest audit line. */
export async function revisionOf(context: Pick<Context, 'database' | 'company'>): Promise<string> {
  const row = await tables(context.database)
    .selectFrom('audit_lines')
    .select('id')
    .where('company_id', '=', context.company.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? ''
}

function idsIn(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => /^(id|.*Id)$/.test(entry[0]) && typeof entry[1] === 'string' && entry[1].length <= 64),
  )
}

function tables(transaction: Transaction) {
  return transaction.withTables<RecordTables>()
}
