import type { CompanyId } from '../../kernel/id.ts'
import type { Zone } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Context } from '../../platform/operation/context.ts'
import { findCompany, tables } from './store.ts'

/** Everything that documents, mails and the customer's pages say about the company. */
export interface CompanyDetails {
  readonly id: CompanyId
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly language: Language
  readonly zone: Zone
  readonly legalName: string | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly website: string | null
  readonly taxRegime: 'standard' | 'small_business'
  readonly vatNumber: string | null
  readonly registrationNumber: string | null
  readonly iban: string | null
  readonly bankName: string | null
  readonly accent: string
  readonly hasLogo: boolean
  /** The file's hash and type, for documents that keep their look. */
  readonly logo: { readonly file: string; readonly type: 'image/png' | 'image/jpeg' } | null
  readonly daysToPay: number
  readonly isTaxIncluded: boolean
}

export async function companyDetails(context: Pick<Context, 'database' | 'company'>): Promise<CompanyDetails> {
  const row = await findCompany(context.database, context.company.id)
  return {
    id: row.id as CompanyId,
    name: row.name,
    country: row.country,
    currency: row.currency,
    language: row.language as Language,
    zone: row.zone as Zone,
    legalName: row.legal_name,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    email: row.email,
    phone: row.phone,
    website: row.website,
    taxRegime: row.tax_regime as CompanyDetails['taxRegime'],
    vatNumber: row.vat_number,
    registrationNumber: row.registration_number,
    iban: row.iban,
    bankName: row.bank_name,
    accent: row.accent,
    hasLogo: row.logo_file !== null,
    logo: row.logo_file === null ? null : { file: row.logo_file, type: row.logo_type as 'image/png' | 'image/jpeg' },
    daysToPay: Number(row.days_to_pay),
    isTaxIncluded: row.is_tax_included === 1n,
  }
}

/** The logo's bytes and type, or undefined where the company has none. */
export async function companyLogo(
  context: Pick<Context, 'database' | 'company' | 'files'>,
): Promise<{ bytes: Uint8Array; type: 'image/png' | 'image/jpeg'; hash: string } | undefined> {
  const row = await tables(context.database).selectFrom('companies').select(['logo_file', 'logo_type']).where('id', '=', context.company.id).executeTakeFirst()
  if (!row?.logo_file) return undefined
  const bytes = await context.files.get(row.logo_file)
  return bytes && { bytes, type: row.logo_type as 'image/png' | 'image/jpeg', hash: row.logo_file }
}
