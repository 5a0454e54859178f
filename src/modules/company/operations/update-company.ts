import { readAccounts } from '../accounts.ts'
import { parsePng, parseJpeg } from '../logo.ts'
import { addDays } from '../../../kernel/day.ts'
import { fail, invalid } from '../../../kernel/failure.ts'
import { newId } from '../../../kernel/id.ts'
import type { InputOf } from '../../../kernel/operation.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyContract } from '../contract.ts'
import { changeSeries } from '../numbers.ts'
import { findTaxRates, tables } from '../store.ts'

export const updateCompany = implement(companyContract['company.update'], async (context, input) => {
  const accounts = readAccounts(input)
  const changes = {
    name: input.name,
    language: input.language,
    zone: input.zone,
    legal_name: input.legalName,
    street: input.street,
    postal_code: input.postalCode,
    city: input.city,
    email: input.email,
    phone: input.phone,
    website: input.website,
    tax_regime: input.taxRegime,
    vat_number: input.vatNumber,
    registration_number: input.registrationNumber,
    iban: accounts.iban,
    bic: accounts.bic,
    qr_iban: accounts.qrIban,
    creditor_identifier: accounts.creditorIdentifier,
    bank_name: input.bankName,
    accent: input.accent,
    days_to_pay: input.daysToPay === undefined ? undefined : BigInt(input.daysToPay),
    is_tax_included: flag(input.isTaxIncluded),
    ...moneyChanges(input),
  }
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length > 0) {
    await tables(context.database).updateTable('companies').set(given).where('id', '=', context.company.id).execute()
  }
  return { id: context.company.id }
})

function moneyChanges(input: InputOf<(typeof companyContract)['company.update']>) {
  const { electronicAddress, flatRates, look } = input
  return {
    tax_number: input.taxNumber,
    electronic_address_scheme: electronicAddress && electronicAddress.scheme,
    electronic_address_id: electronicAddress && electronicAddress.id,
    contact_person: input.contactPerson,
    tax_basis: input.taxBasis,
    tax_method: input.taxMethod,
    flat_rates: flatRates && JSON.stringify(flatRates.map((each) => ({ basisPoints: each.rate.basisPoints, label: each.label }))),
    tax_period: input.taxPeriod,
    is_one_stop_shop: flag(input.isOneStopShop),
    chart_of_accounts: input.chartOfAccounts,
    look: look && JSON.stringify(look),
  }
}

function flag(value: boolean | undefined): bigint | undefined {
  return value === undefined ? undefined : value ? 1n : 0n
}

export const setLogo = implement(companyContract['company.set-logo'], async (context, input) => {
  const bytes = input.content === null ? null : new Uint8Array(Buffer.from(input.content, 'base64'))
  const type = bytes === null ? null : parsePng(bytes) ? 'image/png' : parseJpeg(bytes) ? 'image/jpeg' : invalid({ content: 'logo_not_an_image' })
  await tables(context.database)
    .updateTable('companies')
    .set({ logo_file: bytes === null ? null : await context.files.put(bytes), logo_type: type })
    .where('id', '=', context.company.id)
    .execute()
  return { id: context.company.id }
})

export const addTaxRate = implement(companyContract['company.add-tax-rate'], async (context, input) => {
  const companyId = context.company.id
  const rates = (await findTaxRates(context.database, companyId)).filter((rate) => rate.category === input.category)
  const latest = rates.at(-1)
  if (latest && latest.validFrom >= input.validFrom) fail('tax_rate_not_later', { validFrom: latest.validFrom })
  if (latest && latest.validTo === null) {
    await tables(context.database)
      .updateTable('tax_rates')
      .set({ valid_to: addDays(input.validFrom, -1) })
      .where('company_id', '=', companyId)
      .where('id', '=', latest.id)
      .execute()
  }
  const id = newId<'tax-rate'>()
  await tables(context.database)
    .insertInto('tax_rates')
    .values({
      company_id: companyId,
      id,
      category: input.category,
      basis_points: BigInt(input.rate.basisPoints),
      valid_from: input.validFrom,
      valid_to: null,
    })
    .execute()
  return { id }
})

export const setSeries = implement(companyContract['company.set-series'], async (context, input) => {
  await changeSeries(context, input)
  return { id: input.kind }
})
