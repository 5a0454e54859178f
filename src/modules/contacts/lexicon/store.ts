import type { ContactId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ContactKind } from '../contact.ts'
import { tables } from '../tables.ts'

/** What quick capture completes of a contact. */
export interface ContactWords {
  readonly id: ContactId
  readonly name: string
  readonly kind: ContactKind
  /** Of a thing: who owns it. */
  readonly ownerId: ContactId | null
  readonly lastActivityAt: Instant
}

/** Names and kinds of every contact in use, the one used last first, at most `limit`. Two queries. */
export async function contactWords(context: Pick<Context, 'database' | 'company'>, limit = 5000): Promise<ContactWords[]> {
  const rows = await tables(context.database)
    .selectFrom('contacts')
    .select(['id', 'name', 'kind', 'last_activity_at'])
    .where('company_id', '=', context.company.id)
    .where('removed_at', 'is', null)
    .where('erased_at', 'is', null)
    .where('archived_at', 'is', null)
    .orderBy('last_activity_at', 'desc')
    .limit(limit)
    .execute()
  const owned = await tables(context.database)
    .selectFrom('contact_relationships')
    .select(['from_id', 'to_id', 'kind'])
    .where('company_id', '=', context.company.id)
    .where('kind', 'in', ['owner_of', 'owned_by'])
    .execute()
  const owners = new Map(owned.map((row) => (row.kind === 'owned_by' ? [row.from_id, row.to_id] : [row.to_id, row.from_id])))
  return rows.map((row) => ({
    id: row.id as ContactId,
    name: row.name,
    kind: row.kind as ContactKind,
    ownerId: (owners.get(row.id) ?? null) as ContactId | null,
    lastActivityAt: row.last_activity_at as Instant,
  }))
}
