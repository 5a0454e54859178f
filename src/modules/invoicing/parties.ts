import type { ContactId } from '../../kernel/id.ts'
import type { Language } from '../../kernel/language.ts'
import type { Context } from '../../platform/operation/context.ts'
import { companyDetails, type CompanyDetails } from '../company/index.ts'
import { contactForDocuments } from '../contacts/index.ts'
import type { Buyer, Seller } from './invoice.ts'
import { recipientOf, type Recipient } from './recipients/store.ts'
import type { ReadContext } from './store.ts'

/** The buyer as the document copies it, and the language it is written in: the contact's, or else the company's. */
export async function buyerOf(context: ReadContext, contactId: ContactId): Promise<{ buyer: Buyer; language: Language; recipient: Recipient }> {
  const contact = await contactForDocuments(context as Context, contactId)
  const settings = await recipientOf(context, contactId)
  const recipient = { ...settings, buyerReference: settings.buyerReference ?? contact.buyerReference }
  return {
    language: contact.language,
    recipient,
    buyer: {
      contactId,
      name: contact.name,
      attention: null,
      street: contact.street || null,
      postalCode: contact.postalCode || null,
      city: contact.city || null,
      country: contact.country || context.company.country,
      vatNumber: contact.vatNumber,
      isBusiness: contact.kind === 'organisation' || contact.vatNumber !== null,
      email: contact.email,
      isPublicBody: recipient.isPublicBody,
      electronicAddress: recipient.electronicAddress,
      legalRegistration: recipient.legalRegistration,
    },
  }
}

/** The seller as the document copies it. */
export async function sellerOf(context: ReadContext, known?: CompanyDetails): Promise<Seller> {
  const company = known ?? (await companyDetails(context))
  return {
    name: company.name,
    legalName: company.legalName,
    street: company.street,
    postalCode: company.postalCode,
    city: company.city,
    country: company.country,
    email: company.email,
    phone: company.phone,
    website: company.website,
    vatNumber: company.vatNumber,
    registrationNumber: company.registrationNumber,
    iban: company.iban,
    bankName: company.bankName,
    regime: company.taxRegime,
    accent: company.accent,
    logo: company.logo,
    bic: company.bic,
    qrIban: company.qrIban,
    taxNumber: company.taxNumber,
    electronicAddress: company.electronicAddress,
    contactPerson: company.contactPerson,
    creditorIdentifier: company.creditorIdentifier,
    look: company.look,
  }
}
