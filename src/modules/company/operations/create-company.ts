import { day } from '../../../kernel/day.ts'
import { Failure } from '../../../kernel/failure.ts'
import { newId, type CompanyId } from '../../../kernel/id.ts'
import { enterCompany } from '../../../platform/database/enter-company.ts'
import { implementPlatform } from '../../../platform/operation/module.ts'
import { addJob } from '../../../platform/jobs/jobs.ts'
import { companyContract, seriesKinds } from '../contract.ts'
import { proposalFor } from '../countries.ts'
import { addMember, tables } from '../store.ts'

const formats = { invoice: '{year}-{number:0000}', credit_note: 'C{year}-{number:0000}', offer: 'O{year}-{number:0000}' }

/** Chart of accounts and tax basis as most small companies of the country have them; all of it can be changed. */
function moneySettingsOf(country: string) {
  const charts: Readonly<Record<string, string>> = { CH: 'kmu', LI: 'kmu', DE: 'skr03', FR: 'pcg' }
  return {
    chart_of_accounts: charts[country] ?? 'generic',
    // CGI art. 269, 2 c: tax on services is due on payment unless the company chooses otherwise.
    tax_basis: country === 'FR' ? 'cash' : 'accrual',
    tax_method: 'effective',
    tax_period: 'quarter',
    flat_rates: '[]',
    is_one_stop_shop: 0n,
    look: JSON.stringify({ layout: 'clear', font: 'sans', showsPaymentCode: true, footer: null }),
  }
}

export const createCompany = implementPlatform(companyContract['company.create'], async (context, input) => {
  const { person, database, now } = context
  if (!person) throw new Failure({ code: 'not_signed_in', kind: 'unauthenticated' })
  const proposal = proposalFor(input.country)
  const id: CompanyId = newId<'company'>()
  await tables(database)
    .insertInto('companies')
    .values({
      id,
      name: input.name,
      country: input.country,
      currency: input.currency ?? proposal.currency,
      language: input.language ?? proposal.languages[0] ?? 'en',
      zone: input.zone ?? proposal.zone,
      legal_name: null,
      street: null,
      postal_code: null,
      city: null,
      email: person.email,
      phone: null,
      website: null,
      tax_regime: input.taxRegime ?? 'standard',
      vat_number: null,
      registration_number: null,
      iban: null,
      bank_name: null,
      accent: '#1f5f8b',
      logo_file: null,
      logo_type: null,
      days_to_pay: BigInt(proposal.daysToPay),
      is_tax_included: (input.isTaxIncluded ?? proposal.isTaxIncluded) ? 1n : 0n,
      created_at: now,
      ...moneySettingsOf(input.country),
    })
    .execute()
  await enterCompany(database, id)
  await addMember(database, { companyId: id, userId: person.userId, name: person.name, email: person.email, role: 'owner', now })
  if (proposal.rates.length > 0) {
    await tables(database)
      .insertInto('tax_rates')
      .values(
        proposal.rates.map((rate) => ({
          company_id: id,
          id: newId<'tax-rate'>(),
          category: rate.category,
          basis_points: BigInt(rate.basisPoints),
          valid_from: day(rate.from),
          valid_to: rate.to ? day(rate.to) : null,
        })),
      )
      .execute()
  }
  await tables(database)
    .insertInto('number_series')
    .values(seriesKinds.map((kind) => ({ company_id: id, kind, format: formats[kind] })))
    .execute()
  await addJob(database, { kind: 'platform.daily', payload: null, key: 'daily', companyId: id, now })
  return { id }
})
