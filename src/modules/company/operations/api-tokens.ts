import { notFound } from '../../../kernel/failure.ts'
import { newId, type Id } from '../../../kernel/id.ts'
import { momentAt, type Instant } from '../../../kernel/instant.ts'
import { addDays } from '../../../kernel/day.ts'
import type { MemberRole } from '../../../kernel/role.ts'
import { implement } from '../../../platform/operation/module.ts'
import { hashOfSecret, newSecret } from '../../../platform/secrets.ts'
import { companyContract } from '../contract.ts'
import { tables } from '../store.ts'

export const createToken = implement(companyContract['company.create-token'], async (context, input) => {
  const token = newSecret('cb_')
  const id = newId<'api-token'>()
  const expiresAt = input.expiresOn === null ? null : momentAt({ day: addDays(input.expiresOn, 1), time: '00:00', zone: context.company.zone })
  await tables(context.database)
    .insertInto('api_tokens')
    .values({
      company_id: context.company.id,
      id,
      name: input.name,
      role: input.role,
      scopes: JSON.stringify(input.scopes),
      secret_hash: hashOfSecret(token),
      created_by: context.actor.name,
      created_at: context.now,
      expires_at: expiresAt,
      revoked_at: null,
    })
    .execute()
  return { id, token }
})

export const listTokens = implement(companyContract['company.tokens'], async (context) => {
  const rows = await tables(context.database)
    .selectFrom('api_tokens')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return {
    tokens: rows.map((row) => ({
      id: row.id as Id<'api-token'>,
      name: row.name,
      role: row.role as MemberRole,
      scopes: JSON.parse(row.scopes) as string[],
      createdAt: row.created_at as Instant,
      expiresAt: row.expires_at as Instant | null,
      isRevoked: row.revoked_at !== null,
    })),
  }
})

export const revokeToken = implement(companyContract['company.revoke-token'], async (context, input) => {
  const result = await tables(context.database)
    .updateTable('api_tokens')
    .set({ revoked_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('id', '=', input.tokenId)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) notFound('api token')
  return { id: input.tokenId }
})
