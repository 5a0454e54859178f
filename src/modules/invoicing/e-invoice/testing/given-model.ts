import fc, { type Arbitrary } from 'fast-check'
import type { Address, EInvoice, EInvoiceLine, Identifier, LineAllowanceCharge, Party } from '../model.ts'

/** Text as a file can carry it: some content, no white space around; signs of XML, accents, Arabic and emoji among it. */
const word = fc.oneof(
  { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
  fc.constantFrom('Müller & Söhne', '<Hund>', 'a "b"', 'مكتب', '🐕 Fips', 'two\nlines', ']]>', '&amp;'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
)
// eslint-disable-next-line no-control-regex
const illegal = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
const text = word.map((each) => each.toWellFormed().replace(illegal, '').replace(/\r\n?/g, '\n').trim() || 'x').filter((each) => !/^#[A-Z]{3}#/.test(each))
const code = fc.constantFrom('S', 'AE', '30', 'CHF', 'EUR', 'XYZ')
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const decimal = fc.tuple(fc.integer({ min: -99999, max: 9_999_999 }), fc.integer({ min: 0, max: 4 })).map(([number, places]) => number.toFixed(places))

const maybe = <T>(of: Arbitrary<T>): Arbitrary<T | null> => fc.option(of, { nil: null })
const few = <T>(of: Arbitrary<T>): Arbitrary<T[]> => fc.array(of, { maxLength: 3 })

/** A group that is there says something: an empty one cannot be written. */
function group<T extends object>(parts: { [K in keyof T]: Arbitrary<T[K]> }): Arbitrary<T> {
  const empty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0)
  return fc.record(parts).filter((each) => !Object.values(each).every(empty)) as unknown as Arbitrary<T>
}

const scheme = fc.constantFrom('0088', '0190', '9930', 'EM')
const identifier: Arbitrary<Identifier> = fc.record({ id: text, scheme: maybe(scheme) })
/** CII has those without a scheme first. */
const identifiers = few(identifier).map((list) => [...list.filter((each) => each.scheme === null), ...list.filter((each) => each.scheme !== null)])

const address = group<Address>({
  line1: maybe(text),
  line2: maybe(text),
  line3: maybe(text),
  city: maybe(text),
  postalCode: maybe(text),
  subdivision: maybe(text),
  country: maybe(code),
})

const party = group<Party>({
  name: maybe(text),
  tradingName: maybe(text),
  identifiers,
  legalRegistration: maybe(identifier),
  vatNumber: maybe(text),
  taxNumber: maybe(text),
  legalInformation: maybe(text),
  electronicAddress: maybe(identifier),
  address: maybe(address),
  contact: maybe(group<NonNullable<Party['contact']>>({ name: maybe(text), phone: maybe(text), email: maybe(text) })),
})

const period = maybe(group({ from: maybe(day), to: maybe(day) }))
const lineAllowance: Arbitrary<LineAllowanceCharge> = fc.record({
  amount: decimal,
  baseAmount: maybe(decimal),
  percentage: maybe(decimal),
  reason: maybe(text),
  reasonCode: maybe(code),
})
const documentAllowance = fc
  .tuple(lineAllowance, fc.record({ taxCategory: code, taxRate: maybe(decimal) }))
  .map(([allowance, tax]) => ({ ...allowance, ...tax }))

/** A unit stands at its quantity: without the one there is no other. */
const quantity = fc.oneof(fc.record({ number: decimal, unit: maybe(code) }), fc.constant({ number: null, unit: null }))

const price = fc.record({ net: decimal, gross: maybe(fc.record({ gross: decimal, discount: decimal })), basis: quantity }).map(({ net, gross, basis }) => ({
  net,
  discount: gross?.discount ?? null,
  gross: gross?.gross ?? null,
  baseQuantity: basis.number,
  baseQuantityUnit: basis.unit,
}))

const item = group<NonNullable<EInvoiceLine['item']>>({
  name: maybe(text),
  description: maybe(text),
  sellerIdentifier: maybe(text),
  buyerIdentifier: maybe(text),
  standardIdentifier: maybe(identifier),
  classifications: few(fc.record({ id: text, scheme: maybe(code), version: maybe(code) })),
  originCountry: maybe(code),
  attributes: few(fc.record({ name: text, value: text })),
})

const line: Arbitrary<EInvoiceLine> = fc
  .record({
    id: text,
    note: maybe(text),
    object: maybe(identifier),
    quantity,
    amount: maybe(decimal),
    orderLineReference: maybe(text),
    buyerAccountingReference: maybe(text),
    period,
    allowances: few(lineAllowance),
    charges: few(lineAllowance),
    price: maybe(price),
    tax: maybe(fc.record({ category: code, rate: maybe(decimal) })),
    item,
  })
  .map(({ quantity: { number, unit }, ...rest }) => ({ ...rest, quantity: number, unitCode: unit }))

/** Both syntaxes know one remittance text and one direct debit for all means of payment. */
const payments: Arbitrary<EInvoice['payments']> = fc
  .record({
    remittance: maybe(text),
    transfers: few(
      fc.record({
        account: fc.constantFrom('DE02120300000000202051', 'CH9300762011623852957', '12-345'),
        accountName: maybe(text),
        serviceProvider: maybe(code),
      }),
    ),
    card: maybe(fc.record({ number: text, holder: maybe(text) })),
    debit: maybe(fc.record({ mandate: text, creditor: maybe(text), debitedAccount: maybe(text) })),
  })
  .map(({ remittance, transfers, card, debit }) => {
    const nothing = { meansText: null, remittance, creditTransfers: [], card: null, directDebit: null }
    return [
      ...transfers.map((transfer) => ({ ...nothing, meansCode: '58', meansText: 'Transfer', creditTransfers: [transfer] })),
      ...(card ? [{ ...nothing, meansCode: '48', card }] : []),
      ...(debit ? [{ ...nothing, meansCode: '59', directDebit: debit }] : []),
    ]
  })

const attachment = fc.record({
  reference: text,
  description: maybe(text),
  location: maybe(text),
  content: maybe(
    fc.record({
      base64: fc.uint8Array({ minLength: 1, maxLength: 30 }).map((bytes) => Buffer.from(bytes).toString('base64')),
      mediaType: fc.constant('application/pdf'),
      fileName: fc.constant('a.pdf'),
    }),
  ),
})

const totals = {
  lines: maybe(decimal),
  allowances: maybe(decimal),
  charges: maybe(decimal),
  withoutTax: maybe(decimal),
  tax: decimal,
  taxInTaxCurrency: maybe(decimal),
  withTax: maybe(decimal),
  prepaid: maybe(decimal),
  rounding: maybe(decimal),
  payable: decimal,
}

const subtotal = fc.record({
  taxable: decimal,
  tax: decimal,
  category: code,
  rate: maybe(decimal),
  exemptionReason: maybe(text),
  exemptionCode: maybe(code),
})

/** Any invoice that both syntaxes can say; nothing of it need make sense. */
export const givenModel: Arbitrary<EInvoice> = fc.record({
  businessProcess: maybe(text),
  specification: maybe(text),
  number: maybe(text),
  issuedOn: maybe(day),
  typeCode: fc.constantFrom('380', '381', '326', '386'),
  currency: fc.constantFrom('EUR', 'CHF'),
  taxCurrency: fc.constant('SEK'),
  taxPointOn: maybe(day),
  taxPointCode: maybe(fc.constantFrom('3', '35', '432')),
  dueOn: maybe(day),
  buyerReference: maybe(text),
  projectReference: maybe(text),
  contractReference: maybe(text),
  purchaseOrderReference: maybe(text),
  salesOrderReference: maybe(text),
  receivingAdviceReference: maybe(text),
  despatchAdviceReference: maybe(text),
  tenderReference: maybe(text),
  invoicedObject: maybe(identifier),
  buyerAccountingReference: maybe(text),
  paymentTerms: maybe(text),
  notes: few(fc.record({ subjectCode: maybe(fc.constantFrom('AAI', 'REG')), text })),
  precedingInvoices: few(fc.record({ number: text, issuedOn: maybe(day) })),
  seller: maybe(party),
  buyer: maybe(party.map((each) => ({ ...each, taxNumber: null, name: each.name ?? 'B' }))),
  payee: maybe(fc.record({ name: text, identifiers, legalRegistration: maybe(identifier) })),
  taxRepresentative: maybe(fc.record({ name: text, vatNumber: maybe(text), address: maybe(address) })),
  delivery: maybe(
    group<NonNullable<EInvoice['delivery']>>({ name: maybe(text), location: maybe(identifier), deliveredOn: maybe(day), address: maybe(address) }),
  ),
  period,
  payments,
  allowances: few(documentAllowance),
  charges: few(documentAllowance),
  totals: fc.record(totals),
  taxBreakdown: fc.array(subtotal, { minLength: 1, maxLength: 3 }),
  attachments: few(attachment),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
})
