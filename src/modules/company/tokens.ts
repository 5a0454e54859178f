import type { Instant } from '../../kernel/instant.ts'
import type { MemberRole } from '../../kernel/role.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { Actor, CompanyScope } from '../../platform/operation/context.ts'
import { hashOfSecret } from '../../platform/secrets.ts'
import { scopeOf, tables } from './store.ts'

/** The company and actor behind an API token's secret, or undefined when it is unknown, revoked or expired. */
export async function actorOfToken(transaction: Transaction, secret: string, now: Instant): Promise<{ actor: Actor; company: CompanyScope } | undefined> {
  const row = await tables(transaction)
    .selectFrom('api_tokens')
    .innerJoin('companies', 'companies.id', 'api_tokens.company_id')
    .selectAll('companies')
    .select(['api_tokens.id as tokenId', 'api_tokens.name as tokenName', 'role', 'scopes', 'expires_at'])
    .where('secret_hash', '=', hashOfSecret(secret))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row || (row.expires_at !== null && row.expires_at <= now)) return undefined
  return {
    company: scopeOf(row),
    actor: {
      kind: 'token',
      tokenId: row.tokenId,
      name: row.tokenName,
      role: row.role as MemberRole,
      scopes: JSON.parse(row.scopes) as string[],
    },
  }
}
