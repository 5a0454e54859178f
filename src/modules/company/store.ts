import type { Day } from '../../kernel/day.ts'
import { newId, type CompanyId, type Id, type MemberId, type UserId } from '../../kernel/id.ts'
import type { Instant, Zone } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { MemberRole } from '../../kernel/role.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { CompanyScope } from '../../platform/operation/context.ts'
import { hashOfSecret } from '../../platform/secrets.ts'

export type CompanyTables = {
  companies: {
    id: string
    name: string
    country: string
    currency: string
    language: string
    zone: string
    legal_name: string | null
    street: string | null
    postal_code: string | null
    city: string | null
    email: string | null
    phone: string | null
    website: string | null
    tax_regime: string
    vat_number: string | null
    registration_number: string | null
    iban: string | null
    bank_name: string | null
    accent: string
    logo_file: string | null
    logo_type: string | null
    days_to_pay: bigint
    is_tax_included: bigint
    created_at: string
    bic: string | null
    qr_iban: string | null
    creditor_identifier: string | null
    tax_number: string | null
    electronic_address_scheme: string | null
    electronic_address_id: string | null
    contact_person: string | null
    tax_basis: string
    tax_method: string
    flat_rates: string
    tax_period: string
    is_one_stop_shop: bigint
    chart_of_accounts: string
    look: string
  }
  members: {
    company_id: string
    id: string
    user_id: string
    name: string
    email: string
    role: string
    joined_at: string
    left_at: string | null
  }
  invitations: {
    company_id: string
    id: string
    email: string
    role: string
    secret_hash: string
    invited_by: string
    expires_at: string
    accepted_at: string | null
    withdrawn_at: string | null
  }
  api_tokens: {
    company_id: string
    id: string
    name: string
    role: string
    scopes: string
    secret_hash: string
    created_by: string
    created_at: string
    expires_at: string | null
    revoked_at: string | null
  }
  member_capabilities: { company_id: string; member_id: string; service_id: string }
  tax_rates: {
    company_id: string
    id: string
    category: string
    basis_points: bigint
    valid_from: string
    valid_to: string | null
  }
  number_series: { company_id: string; kind: string; format: string }
  number_counters: { company_id: string; kind: string; year: bigint; next: bigint; start_at: bigint | null }
}

export function tables(transaction: Transaction) {
  return transaction.withTables<CompanyTables>()
}

type CompanyRow = CompanyTables['companies']

export function scopeOf(row: Pick<CompanyRow, 'id' | 'name' | 'country' | 'currency' | 'language' | 'zone'>): CompanyScope {
  return {
    id: row.id as CompanyId,
    name: row.name,
    country: row.country,
    currency: row.currency,
    language: row.language as Language,
    zone: row.zone as Zone,
  }
}

const scopeColumns = [
  'companies.id as id',
  'companies.name as name',
  'companies.country as country',
  'companies.currency as currency',
  'companies.language as language',
  'companies.zone as zone',
] as const

/** The company and the person's membership in it, or undefined: one indexed query. */
export async function findMembership(transaction: Transaction, ids: { companyId: string; userId: string }) {
  const row = await tables(transaction)
    .selectFrom('members')
    .innerJoin('companies', 'companies.id', 'members.company_id')
    .select([...scopeColumns, 'members.id as memberId', 'members.name as memberName', 'members.role as role'])
    .where('members.user_id', '=', ids.userId)
    .where('members.company_id', '=', ids.companyId)
    .where('members.left_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  return { company: scopeOf(row), memberId: row.memberId as MemberId, name: row.memberName, role: row.role as MemberRole }
}

export async function findScope(transaction: Transaction, companyId: string): Promise<CompanyScope | undefined> {
  const row = await tables(transaction).selectFrom('companies').select(scopeColumns).where('id', '=', companyId).executeTakeFirst()
  return row && scopeOf(row)
}

/** Every company, for daily jobs, backup and check. */
export async function allScopes(transaction: Transaction): Promise<CompanyScope[]> {
  const rows = await tables(transaction).selectFrom('companies').select(scopeColumns).orderBy('id').execute()
  return rows.map(scopeOf)
}

export async function findCompany(transaction: Transaction, companyId: string): Promise<CompanyRow> {
  return tables(transaction).selectFrom('companies').selectAll().where('id', '=', companyId).executeTakeFirstOrThrow()
}

export async function addMember(
  transaction: Transaction,
  member: { companyId: CompanyId; userId: UserId; name: string; email: string; role: MemberRole; now: Instant },
): Promise<MemberId> {
  const id = newId<'member'>()
  await tables(transaction)
    .insertInto('members')
    .values({
      company_id: member.companyId,
      id,
      user_id: member.userId,
      name: member.name,
      email: member.email,
      role: member.role,
      joined_at: member.now,
      left_at: null,
    })
    .onConflict((conflict) => conflict.columns(['user_id', 'company_id']).doUpdateSet({ left_at: null, role: member.role }))
    .execute()
  return id
}

/** The invitation behind a link's secret, while it still stands. */
export async function findOpenInvitation(transaction: Transaction, secret: string, now: Instant): Promise<CompanyTables['invitations'] | undefined> {
  return tables(transaction)
    .selectFrom('invitations')
    .selectAll()
    .where('secret_hash', '=', hashOfSecret(secret))
    .where('withdrawn_at', 'is', null)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** Whether somebody with that secret may make an account where sign-up is closed. */
export async function isOpenInvitation(transaction: Transaction, secret: string, now: Instant): Promise<boolean> {
  return (await findOpenInvitation(transaction, secret, now)) !== undefined
}

/** The rate of a category on a day, or undefined where the company has none. */
export async function findTaxRates(transaction: Transaction, companyId: string) {
  const rows = await tables(transaction)
    .selectFrom('tax_rates')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('category')
    .orderBy('valid_from')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'tax-rate'>,
    category: row.category as 'standard' | 'reduced' | 'special',
    basisPoints: Number(row.basis_points),
    validFrom: row.valid_from as Day,
    validTo: row.valid_to as Day | null,
  }))
}

/** The names of all who are or were members, for lists of other nouns. */
export async function memberNames(context: { database: Transaction; company: { id: CompanyId } }): Promise<Map<MemberId, string>> {
  const rows = await tables(context.database).selectFrom('members').select(['id', 'name']).where('company_id', '=', context.company.id).execute()
  return new Map(rows.map((row) => [row.id as MemberId, row.name]))
}
