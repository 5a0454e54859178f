import type { CompanyId } from '../../kernel/id.ts'
import type { Zone } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { Percent } from '../../kernel/percent.ts'
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
  readonly bic: string | null
  readonly qrIban: string | null
  readonly creditorIdentifier: string | null
  readonly taxNumber: string | null
  readonly electronicAddress: { readonly scheme: string; readonly id: string } | null
  readonly contactPerson: string | null
  readonly taxBasis: 'accrual' | 'cash'
  readonly taxMethod: 'effective' | 'flat_rate'
  readonly flatRates: { readonly rate: Percent; readonly label: string }[]
  readonly taxPeriod: 'month' | 'quarter' | 'half_year' | 'year'
  readonly isOneStopShop: boolean
  readonly chartOfAccounts: 'kmu' | 'skr03' | 'skr04' | 'pcg' | 'generic'
  readonly look: DocumentLook
}

/** The few choices that set the look of documents. */
export interface DocumentLook {
  readonly layout: 'clear' | 'classic' | 'airy'
  readonly font: 'sans' | 'serif'
  readonly showsPaymentCode: boolean
  /** A line at the foot of every page. */
  readonly footer: string | null
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
    ...moneySettingsOf(row),
  }
}

function moneySettingsOf(row: Awaited<ReturnType<typeof findCompany>>) {
  const { electronic_address_scheme: scheme, electronic_address_id: addressId } = row
  const flatRates = JSON.parse(row.flat_rates) as { basisPoints: number; label: string }[]
  return {
    bic: row.bic,
    qrIban: row.qr_iban,
    creditorIdentifier: row.creditor_identifier,
    taxNumber: row.tax_number,
    electronicAddress: scheme !== null && addressId !== null ? { scheme, id: addressId } : null,
    contactPerson: row.contact_person,
    taxBasis: row.tax_basis as CompanyDetails['taxBasis'],
    taxMethod: row.tax_method as CompanyDetails['taxMethod'],
    flatRates: flatRates.map((each) => ({ rate: new Percent(each.basisPoints), label: each.label })),
    taxPeriod: row.tax_period as CompanyDetails['taxPeriod'],
    isOneStopShop: row.is_one_stop_shop === 1n,
    chartOfAccounts: row.chart_of_accounts as CompanyDetails['chartOfAccounts'],
    look: JSON.parse(row.look) as DocumentLook,
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
