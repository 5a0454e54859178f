import type { Address, DocumentTotals, EInvoice, Identifier, LineAllowanceCharge, Party } from './model.ts'

/**
 * What both syntaxes have in common where they differ from the model: allowances and charges stand in one list with an
 * indicator, tax registrations in one list with a scheme, identifiers as elements of their own.
 */
export type Indicated<T> = T & { readonly isCharge: string | null }

export interface TaxRegistration {
  readonly number: string | null
  readonly scheme: string | null
}

/** A party as both syntaxes write it. */
export interface PartyShape extends Omit<Party, 'identifiers' | 'vatNumber' | 'taxNumber'> {
  readonly identifiers: readonly { readonly id: Identifier | null }[]
  readonly taxRegistrations: readonly TaxRegistration[]
}

export interface PayeeShape {
  readonly name: string | null
  readonly identifiers: readonly { readonly id: Identifier | null }[]
  readonly legalRegistration: Identifier | null
}

export interface RepresentativeShape {
  readonly name: string | null
  readonly taxRegistrations: readonly TaxRegistration[]
  readonly address: Address | null
}

export type TotalsShape = Omit<DocumentTotals, 'tax' | 'taxInTaxCurrency'>

/** How a syntax calls the two kinds of tax registration. */
export interface RegistrationSchemes {
  readonly vat: string
  readonly other: string
}

export function partyToShape(party: Party | null, schemes: RegistrationSchemes): PartyShape | null {
  if (party === null) return null
  const { identifiers, vatNumber, taxNumber, ...rest } = party
  return { ...rest, identifiers: identifiers.map((id) => ({ id })), taxRegistrations: registrationsOf({ vatNumber, taxNumber }, schemes) }
}

/** One registration for each number there is. */
export function registrationsOf({ vatNumber, taxNumber }: Pick<Party, 'vatNumber' | 'taxNumber'>, schemes: RegistrationSchemes): TaxRegistration[] {
  const both = [
    { number: vatNumber, scheme: schemes.vat },
    { number: taxNumber, scheme: schemes.other },
  ]
  return both.filter(({ number }) => number !== null)
}

export function partyFromShape(shape: PartyShape | null, schemes: RegistrationSchemes): Party | null {
  if (shape === null) return null
  const { identifiers, taxRegistrations, ...rest } = shape
  return { ...rest, identifiers: idsOf(identifiers), ...numbersOf(taxRegistrations, schemes) }
}

export function payeeToShape(payee: EInvoice['payee']): PayeeShape | null {
  return payee && { ...payee, identifiers: payee.identifiers.map((id) => ({ id })) }
}

export function payeeFromShape(shape: PayeeShape | null): EInvoice['payee'] {
  return shape && { ...shape, identifiers: idsOf(shape.identifiers) }
}

export function representativeToShape(representative: EInvoice['taxRepresentative'], schemes: RegistrationSchemes): RepresentativeShape | null {
  if (representative === null) return null
  const { name, address, vatNumber } = representative
  return { name, address, taxRegistrations: vatNumber === null ? [] : [{ number: vatNumber, scheme: schemes.vat }] }
}

export function representativeFromShape(shape: RepresentativeShape | null, schemes: RegistrationSchemes): EInvoice['taxRepresentative'] {
  return shape && { name: shape.name, vatNumber: numbersOf(shape.taxRegistrations, schemes).vatNumber, address: shape.address }
}

/** Allowances first, then charges, in one list. */
export function indicate<T extends LineAllowanceCharge>(allowances: readonly T[], charges: readonly T[]): Indicated<T>[] {
  return [...allowances.map((one) => ({ ...one, isCharge: 'false' })), ...charges.map((one) => ({ ...one, isCharge: 'true' }))]
}

export function partByIndicator<T extends LineAllowanceCharge>(list: readonly Indicated<T>[]): { allowances: T[]; charges: T[] } {
  const plain = ({ isCharge: _isCharge, ...rest }: Indicated<T>) => rest as unknown as T
  return { allowances: list.filter((one) => one.isCharge !== 'true').map(plain), charges: list.filter((one) => one.isCharge === 'true').map(plain) }
}

function idsOf(list: readonly { readonly id: Identifier | null }[]): Identifier[] {
  return list.flatMap(({ id }) => (id === null ? [] : [id]))
}

/** The first number of each kind. */
export function numbersOf(list: readonly TaxRegistration[], schemes: RegistrationSchemes): Pick<Party, 'vatNumber' | 'taxNumber'> {
  const isVat = ({ scheme }: TaxRegistration) => scheme?.toUpperCase() === schemes.vat
  return { vatNumber: list.find(isVat)?.number ?? null, taxNumber: list.find((one) => !isVat(one))?.number ?? null }
}
