import { newId, type ContactId, type Id } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ContactKind } from '../contact.ts'
import { canonical, inverseOf, type Relationship, type RelationshipKind } from '../relationship.ts'
import { tables } from '../tables.ts'

/** A relationship as one of its contacts sees it. */
export interface RelationshipSeen {
  id: Id<'relationship'>
  kind: RelationshipKind
  otherId: ContactId
  otherName: string
  otherKind: ContactKind
}

/** Adds it where it is not there yet; answers the id of what is stored and whether it is new. */
export async function putRelationship(context: Context, relationship: Relationship<ContactId>): Promise<{ id: Id<'relationship'>; isNew: boolean }> {
  const { from, kind, to } = canonical(relationship)
  const id = newId<'relationship'>()
  const added = await tables(context.database)
    .insertInto('contact_relationships')
    .values({ company_id: context.company.id, id, from_id: from, kind, to_id: to, created_at: context.now })
    .onConflict((conflict) => conflict.columns(['company_id', 'from_id', 'kind', 'to_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return { id, isNew: true }
  const known = await tables(context.database)
    .selectFrom('contact_relationships')
    .select('id')
    .where('company_id', '=', context.company.id)
    .where('from_id', '=', from)
    .where('kind', '=', kind)
    .where('to_id', '=', to)
    .executeTakeFirstOrThrow()
  return { id: known.id as Id<'relationship'>, isNew: false }
}

/** What a contact is to others, the oldest first. */
export async function selectRelationships(context: Context, contactId: ContactId): Promise<RelationshipSeen[]> {
  const rows = await tables(context.database)
    .selectFrom('contact_relationships as r')
    .innerJoin('contacts as c', (join) =>
      join
        .onRef('c.company_id', '=', 'r.company_id')
        .on((is) =>
          is.or([
            is.and([is('r.from_id', '=', contactId), is('c.id', '=', is.ref('r.to_id'))]),
            is.and([is('r.to_id', '=', contactId), is('c.id', '=', is.ref('r.from_id'))]),
          ]),
        ),
    )
    .select(['r.id as id', 'r.kind as kind', 'r.from_id as from_id', 'c.id as other_id', 'c.name as other_name', 'c.kind as other_kind'])
    .where('r.company_id', '=', context.company.id)
    .where((is) => is.or([is('r.from_id', '=', contactId), is('r.to_id', '=', contactId)]))
    .where('c.removed_at', 'is', null)
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'relationship'>,
    kind: row.from_id === contactId ? (row.kind as RelationshipKind) : inverseOf(row.kind as RelationshipKind),
    otherId: row.other_id as ContactId,
    otherName: row.other_name,
    otherKind: row.other_kind as ContactKind,
  }))
}

/** Takes one away and answers what it was. */
export async function deleteRelationship(context: Context, id: string): Promise<Relationship<ContactId> | undefined> {
  const row = await tables(context.database)
    .deleteFrom('contact_relationships')
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .returning(['from_id', 'kind', 'to_id'])
    .executeTakeFirst()
  return row && { from: row.from_id as ContactId, kind: row.kind as RelationshipKind, to: row.to_id as ContactId }
}

export async function deleteRelationshipsOf(context: Context, contactId: ContactId): Promise<void> {
  await tables(context.database)
    .deleteFrom('contact_relationships')
    .where('company_id', '=', context.company.id)
    .where((is) => is.or([is('from_id', '=', contactId), is('to_id', '=', contactId)]))
    .execute()
}
