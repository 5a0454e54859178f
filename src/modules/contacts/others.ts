import type { Day } from '../../kernel/day.ts'
import type { ContactId } from '../../kernel/id.ts'
import type { Zone } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Context } from '../../platform/operation/context.ts'
import { noFields, preferred, type ContactKind } from './contact.ts'
import { selectLinesById, selectTraits } from './list/store.ts'
import { applyPatch, recordContact, requireContact } from './record.ts'
import { anyContact, setContact } from './store.ts'

/** A contact as documents and mails need it: the copy that an issued invoice keeps is made from this. */
export interface ContactForDocuments {
  readonly id: ContactId
  readonly kind: ContactKind
  readonly name: string
  readonly givenName: string
  readonly familyName: string
  /** May be several lines; empty when no address is known. */
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly region: string
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string
  /** Null when none is known. */
  readonly email: string | null
  readonly phone: string | null
  /** The contact's own, else the company's. */
  readonly language: Language
  readonly currency: string
  readonly zone: Zone
  readonly vatNumber: string | null
  readonly buyerReference: string | null
}

/** Name, preferred address and preferences of a contact. Fails with not_found. */
export async function contactForDocuments(context: Context, id: ContactId): Promise<ContactForDocuments> {
  const contact = await requireContact(context, id)
  const address = preferred(contact.addresses)
  return {
    id,
    kind: contact.kind,
    name: contact.name,
    givenName: contact.givenName,
    familyName: contact.familyName,
    street: address?.street ?? '',
    postalCode: address?.postalCode ?? '',
    city: address?.city ?? '',
    region: address?.region ?? '',
    country: address?.country ?? '',
    email: preferred(contact.emails)?.value ?? null,
    phone: preferred(contact.phones)?.value ?? null,
    language: contact.language ?? context.company.language,
    currency: contact.currency ?? context.company.currency,
    zone: contact.zone ?? context.company.zone,
    vatNumber: contact.vatNumber || null,
    buyerReference: contact.buyerReference || null,
  }
}

/** Fails with not_found unless the contact is one of this company. */
export async function ensureContact(context: Context, id: ContactId): Promise<void> {
  await requireContact(context, id)
}

/** The names of contacts, for lists of other nouns. */
export async function contactNames(context: Context, ids: Iterable<ContactId>): Promise<Map<ContactId, string>> {
  const lines = await selectLinesById(context, [...new Set(ids)])
  return new Map(lines.map((line) => [line.id, line.name]))
}

/**
 * Tells from when until when agreements make the contact a customer: the earliest start and the latest end of all that
 * were accepted, no end being open-ended. Called by agreements whenever one changes; nobody types it.
 */
export async function setCustomerSpan(context: Context, id: ContactId, span: { from: Day | null; until: Day | null }): Promise<void> {
  await setContact(context, id, { customer_from: span.from, customer_until: span.until })
}

/** Whether there is anybody yet. */
export async function contactsExist(context: Context): Promise<boolean> {
  return anyContact(context)
}

/** Who a list that names people by name or e-mail may mean: every contact that is there. E-mails in lower case. */
export async function contactIdentities(context: Context): Promise<{ id: ContactId; kind: ContactKind; name: string; emails: readonly string[] }[]> {
  return (await selectTraits(context)).map(({ subject, kind, name, emails }) => ({ id: subject, kind, name, emails }))
}

/** Adds someone of whom a name and perhaps an e-mail is known, as `contacts.create` does. */
export async function addContact(context: Context, who: { kind: 'person' | 'organisation'; name: string; email: string | null }): Promise<ContactId> {
  const emails = who.email === null ? [] : [{ label: 'other', value: who.email, isPreferred: true }]
  const id = await recordContact(context, applyPatch({ ...noFields, kind: who.kind }, { name: who.name, emails }))
  context.emit('contact.created', { contactId: id })
  return id
}
