import type { CallInput, CallOutput } from '../../../web/kit/operations.ts'

/** A contact as the form holds it: texts as typed, empty where nothing is known. */
export interface ContactValues {
  kind: 'person' | 'organisation' | 'thing'
  name: string
  jobTitle: string
  thingKind: string
  birthDay: string
  language: string
  currency: string
  zone: string
  vatNumber: string
  buyerReference: string
  remark: string
  emails: EntryValues[]
  phones: EntryValues[]
  addresses: AddressValues[]
  attributes: { name: string; value: string }[]
}

export interface EntryValues {
  label: string
  value: string
  isPreferred: boolean
}

export interface AddressValues {
  label: string
  street: string
  postalCode: string
  city: string
  region: string
  country: string
  isPreferred: boolean
}

export const emptyEntry: EntryValues = { label: 'other', value: '', isPreferred: false }

export function emptyAddress(country: string): AddressValues {
  return { label: 'other', street: '', postalCode: '', city: '', region: '', country, isPreferred: false }
}

export function emptyContact(country: string): ContactValues {
  return {
    kind: 'person',
    name: '',
    jobTitle: '',
    thingKind: '',
    birthDay: '',
    language: '',
    currency: '',
    zone: '',
    vatNumber: '',
    buyerReference: '',
    remark: '',
    emails: [emptyEntry],
    phones: [emptyEntry],
    addresses: [emptyAddress(country)],
    attributes: [],
  }
}

/** What is stored, with a free line at the end of each list to type into. */
export function valuesOf(contact: CallOutput<'contacts.read'>, country: string): ContactValues {
  const { kind, name, jobTitle, thingKind, vatNumber, buyerReference, remark } = contact
  const orOne = <Item>(items: readonly Item[], empty: Item): Item[] => (items.length === 0 ? [empty] : [...items])
  return {
    kind,
    name,
    jobTitle,
    thingKind,
    vatNumber,
    buyerReference,
    remark,
    birthDay: contact.birthDay ?? '',
    language: contact.language ?? '',
    currency: contact.currency ?? '',
    zone: contact.zone ?? '',
    emails: orOne(contact.emails, emptyEntry),
    phones: orOne(contact.phones, emptyEntry),
    addresses: orOne(contact.addresses, emptyAddress(country)),
    attributes: [...contact.attributes],
  }
}

/** What the operations take: lines that were left empty are left out. */
export function inputOf(values: ContactValues): CallInput<'contacts.create'> {
  return {
    ...values,
    birthDay: values.birthDay || null,
    language: (values.language || null) as 'en' | null,
    currency: values.currency || null,
    zone: values.zone || null,
    emails: values.emails.filter((entry) => entry.value.trim() !== ''),
    phones: values.phones.filter((entry) => entry.value.trim() !== ''),
    addresses: values.addresses.filter((address) => `${address.street}${address.postalCode}${address.city}`.trim() !== ''),
    attributes: values.attributes.filter((attribute) => `${attribute.name}${attribute.value}`.trim() !== ''),
  }
}

/** A failure counts the lines that were sent; the form also has the empty ones. */
export function fieldPathOf(values: ContactValues, path: string): string {
  const [list, index, ...rest] = path.split('.')
  if (index === undefined || (list !== 'emails' && list !== 'phones' && list !== 'addresses' && list !== 'attributes')) return path
  const sent = inputOf(values)[list] as readonly unknown[]
  const at = (values[list] as readonly unknown[]).indexOf(sent[Number(index)])
  return [list, at < 0 ? index : at, ...(rest.length === 0 ? [list === 'addresses' ? 'street' : 'value'] : rest)].join('.')
}
