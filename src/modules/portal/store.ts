import type { CompanyId, ContactId, Id } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { Context } from '../../platform/operation/context.ts'
import { isSameSecret } from '../../platform/secrets.ts'

type PortalTables = {
  portal_links: {
    company_id: string
    id: string
    contact_id: string
    secret_hash: string
    created_at: string
    created_by: string
    last_used_at: string | null
    revoked_at: string | null
  }
}

const tables = (transaction: Transaction) => transaction.withTables<PortalTables>()

export type LinkId = Id<'portal-link'>

export async function insertLink(context: Context, link: { id: LinkId; contactId: ContactId; secretHash: string }): Promise<void> {
  await tables(context.database)
    .insertInto('portal_links')
    .values({
      company_id: context.company.id,
      id: link.id,
      contact_id: link.contactId,
      secret_hash: link.secretHash,
      created_at: context.now,
      created_by: context.actor.name,
      last_used_at: null,
      revoked_at: null,
    })
    .execute()
}

/** Revokes one link, or all of the contact; returns how many were open. */
export async function revokeLinks(context: Context, options: { contactId: ContactId; linkId?: LinkId | undefined }): Promise<number> {
  let query = tables(context.database)
    .updateTable('portal_links')
    .set({ revoked_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', options.contactId)
    .where('revoked_at', 'is', null)
  if (options.linkId) query = query.where('id', '=', options.linkId)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

export async function linksOf(context: Context, contactId: ContactId) {
  const rows = await tables(context.database)
    .selectFrom('portal_links')
    .select(['id', 'created_at', 'last_used_at', 'revoked_at'])
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', contactId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id as LinkId,
    createdAt: row.created_at as Instant,
    lastUsedAt: row.last_used_at as Instant | null,
    revokedAt: row.revoked_at as Instant | null,
  }))
}

/** Whose page a secret opens: read before the company is known, so the table is a platform table. */
export async function findLink(
  transaction: Transaction,
  secretHash: string,
): Promise<{ companyId: CompanyId; contactId: ContactId; id: LinkId; lastUsedAt: Instant | null } | undefined> {
  const row = await tables(transaction)
    .selectFrom('portal_links')
    .selectAll()
    .where('secret_hash', '=', secretHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row || !isSameSecret(row.secret_hash, secretHash)) return undefined
  return {
    companyId: row.company_id as CompanyId,
    contactId: row.contact_id as ContactId,
    id: row.id as LinkId,
    lastUsedAt: row.last_used_at as Instant | null,
  }
}

export async function markUsed(transaction: Transaction, link: { companyId: CompanyId; id: LinkId }, now: Instant): Promise<void> {
  await tables(transaction).updateTable('portal_links').set({ last_used_at: now }).where('company_id', '=', link.companyId).where('id', '=', link.id).execute()
}

/** After two contacts became one: both personal links open the page of the one that is kept. */
export async function moveLinks(context: Context, options: { from: ContactId; to: ContactId }): Promise<void> {
  await tables(context.database)
    .updateTable('portal_links')
    .set({ contact_id: options.to })
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', options.from)
    .execute()
}
