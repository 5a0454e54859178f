import type { CodeLists } from './code-lists.ts'
import { code, type Facts } from './facts.ts'
import type { Identifier } from './model.ts'
import { every, everyLine, lineAllowances, lineCharges, type Break, type Rule } from './rules.ts'

type Code = string | null | undefined

/** EN 16931-1:2017, BR-CL: codes come from their lists. */
export const codesRules: readonly Rule[] = [
  codes('BR-CL-01', 'BT-3', ({ invoice }) => [invoice.typeCode], isDocumentType),
  codes('BR-CL-04', 'BT-5', ({ invoice }) => [invoice.currency], from('currencies')),
  codes('BR-CL-05', 'BT-6', ({ invoice }) => [invoice.taxCurrency], from('currencies')),
  codes('BR-CL-06', 'BT-8', ({ invoice }) => [invoice.taxPointCode], from('taxPoints')),
  codes('BR-CL-07', 'BT-18-1', ({ invoice }) => [invoice.invoicedObject?.scheme], from('referenceSchemes')),
  onLines('BR-CL-07', 'BT-128-1', (line) => [line.object?.scheme], 'referenceSchemes'),
  codes('BR-CL-08', 'BT-21', ({ invoice }) => invoice.notes.map(({ subjectCode }) => subjectCode), from('noteSubjects')),
  codes('BR-CL-10', 'BT-29-1', sellerAndPayeeSchemes, (scheme, facts) => scheme === 'SEPA' || facts.codes.identifierSchemes.has(scheme)),
  codes('BR-CL-10', 'BT-46-1', ({ invoice }) => schemesOf(invoice.buyer?.identifiers), from('identifierSchemes')),
  codes('BR-CL-11', 'BT-30-1', registrationSchemes, from('identifierSchemes')),
  onLines('BR-CL-13', 'BT-158-1', (line) => schemesOf(line.item?.classifications), 'classificationSchemes'),
  codes('BR-CL-14', 'BT-40', countries, from('countries')),
  onLines('BR-CL-15', 'BT-159', (line) => [line.item?.originCountry], 'countries'),
  codes('BR-CL-16', 'BT-81', ({ invoice }) => invoice.payments.map(({ meansCode }) => meansCode), from('paymentMeans')),
  codes('BR-CL-17', 'BT-118', documentCategories, from('taxCategories')),
  onLines('BR-CL-18', 'BT-151', (line) => [line.tax?.category], 'taxCategories'),
  codes('BR-CL-19', 'BT-98', ({ allowances }) => allowances.map(({ item }) => item.reasonCode), from('allowanceReasons')),
  reasons('BR-CL-19', 'BT-140', lineAllowances, 'allowanceReasons'),
  codes('BR-CL-20', 'BT-105', ({ charges }) => charges.map(({ item }) => item.reasonCode), from('chargeReasons')),
  reasons('BR-CL-20', 'BT-145', lineCharges, 'chargeReasons'),
  onLines('BR-CL-21', 'BT-157-1', (line) => [line.item?.standardIdentifier?.scheme], 'identifierSchemes'),
  codes('BR-CL-22', 'BT-121', ({ breakdown }) => breakdown.map(({ subtotal }) => subtotal.exemptionCode), (value, facts) => facts.codes.exemptionReasons.has(value.toUpperCase())),
  onLines('BR-CL-23', 'BT-130', (line) => [line.unitCode], 'unitCodes'),
  onLines('BR-CL-23', 'BT-150', (line) => [line.price?.baseQuantityUnit], 'unitCodes'),
  codes('BR-CL-24', 'BT-125-1', ({ invoice }) => invoice.attachments.map(({ content }) => content?.mediaType), from('mediaTypes')),
  codes('BR-CL-25', 'BT-34-1', ({ invoice }) => [invoice.seller?.electronicAddress?.scheme], from('electronicAddressSchemes')),
  codes('BR-CL-25', 'BT-49-1', ({ invoice }) => [invoice.buyer?.electronicAddress?.scheme], from('electronicAddressSchemes')),
  codes('BR-CL-26', 'BT-71-1', ({ invoice }) => [invoice.delivery?.location?.scheme], from('identifierSchemes')),
] // prettier-ignore

function codes(id: string, at: string, values: (facts: Facts) => readonly Code[], isIn: (value: string, facts: Facts) => boolean): Rule {
  return every(
    { id, at, text: 'code' },
    values,
    (value, facts) => value === null || value === undefined || isIn(value.trim(), facts),
    (value): Break => ({ parameters: { value: shortened(value) } }),
  )
}

function from(list: keyof CodeLists): (value: string, facts: Facts) => boolean {
  return (value, facts) => facts.codes[list].has(value)
}

function onLines(id: string, at: string, values: (line: Facts['invoice']['lines'][number]) => readonly Code[], list: keyof CodeLists): Rule {
  const wrong = (line: Facts['invoice']['lines'][number], facts: Facts) =>
    values(line).find((value) => value !== null && value !== undefined && !facts.codes[list].has(value.trim()))
  return everyLine(
    { id, at, text: 'code' },
    ({ line }, facts) => wrong(line, facts) === undefined,
    ({ line }, facts) => ({ value: shortened(wrong(line, facts)) }),
  )
}

function reasons(id: string, at: string, parts: typeof lineAllowances, list: keyof CodeLists): Rule {
  return every(
    { id, at, text: 'code' },
    parts,
    ({ item }, facts) => item.reasonCode === null || facts.codes[list].has(item.reasonCode.trim()),
    ({ item, line }) => ({ line, parameters: { value: shortened(item.reasonCode) } }),
  )
}

/** A wrong code is repeated to the reader, but not a novel in its place. */
function shortened(value: Code): string {
  const text = value ?? ''
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** BR-CL-01: UBL has a list for invoices and one for credit notes, CII knows one document. */
function isDocumentType(value: string, { codes: lists, syntax, kind }: Facts): boolean {
  if (syntax === 'cii') return lists.invoiceTypes.has(value) || lists.creditNoteTypes.has(value)
  return kind === 'invoice' ? lists.invoiceTypes.has(value) : lists.creditNoteTypes.has(value)
}

function schemesOf(identifiers: readonly Identifier[] | undefined): Code[] {
  return (identifiers ?? []).map(({ scheme }) => scheme)
}

function sellerAndPayeeSchemes({ invoice }: Facts): Code[] {
  return [...schemesOf(invoice.seller?.identifiers), ...schemesOf(invoice.payee?.identifiers)]
}

function registrationSchemes({ invoice }: Facts): Code[] {
  return [invoice.seller, invoice.buyer, invoice.payee].map((party) => party?.legalRegistration?.scheme)
}

function countries({ invoice }: Facts): Code[] {
  return [invoice.seller, invoice.buyer, invoice.taxRepresentative, invoice.delivery].map((part) => part?.address?.country)
}

function documentCategories({ breakdown, allowances, charges }: Facts): Code[] {
  return [...breakdown, ...allowances, ...charges].map(({ category }) => code(category))
}
