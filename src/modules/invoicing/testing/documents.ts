import fc from 'fast-check'
import { addDays, day, type Day } from '../../../kernel/day.ts'
import { money } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import { newId, type ContactId } from '../../../kernel/id.ts'
import { composeInvoice, type Composed } from '../compose.ts'
import type { Advance } from '../advance.ts'
import type { Adjustment } from '../adjustment.ts'
import type { InvoicePurpose } from '../document-parts.ts'
import type { Buyer, Seller } from '../invoice.ts'
import { lineOfInput, type InvoiceLine } from '../lines/line.ts'
import { anyRecipient, type Recipient } from '../recipients/store.ts'
import { plainTerms } from '../terms/store.ts'
import type { TaxRate } from '../tax.ts'

/** For tests: documents composed as the house composes them, and arbitrary ones. */
export const seller: Seller = {
  name: 'Studio Lindenau',
  legalName: 'Lindenau GmbH',
  street: 'Torstrasse 140',
  postalCode: '10119',
  city: 'Berlin',
  country: 'DE',
  email: 'hallo@lindenau.example',
  phone: '+49 30 1234567',
  website: null,
  vatNumber: 'DE123456789',
  registrationNumber: null,
  iban: 'DE02120300000000202051',
  bankName: null,
  regime: 'standard',
  accent: '#1f5f8b',
  logo: null,
  bic: 'BYLADEM1001',
  qrIban: null,
  taxNumber: null,
  electronicAddress: null,
  contactPerson: 'Anna Lindenau',
  creditorIdentifier: null,
  look: { layout: 'clear', font: 'sans', showsPaymentCode: true, footer: null },
}

export const buyer: Buyer = {
  contactId: 'contact',
  name: 'Acme Möbel GmbH',
  attention: null,
  street: 'Königsallee 12',
  postalCode: '40212',
  city: 'Düsseldorf',
  country: 'DE',
  vatNumber: null,
  isBusiness: true,
  email: 'rechnung@acme.example',
  isPublicBody: false,
  electronicAddress: null,
  legalRegistration: null,
}

export const rates: readonly TaxRate[] = [
  { category: 'standard', basisPoints: 1900, validFrom: day('2007-01-01'), validTo: null },
  { category: 'reduced', basisPoints: 700, validFrom: day('1983-01-01'), validTo: null },
]

export interface Given {
  readonly seller?: Partial<Seller>
  readonly buyer?: Partial<Buyer>
  readonly recipient?: Partial<Recipient>
  readonly currency?: string
  readonly isTaxIncluded?: boolean
  readonly lines?: readonly InvoiceLine[]
  readonly adjustments?: readonly Adjustment[]
  readonly advances?: readonly Advance[]
  readonly purpose?: InvoicePurpose
  readonly rates?: readonly TaxRate[]
  readonly issuedOn?: Day
  readonly number?: number
  readonly instalments?: { share: Percent; daysAfterIssue: number }[]
}

export function composed(given: Given = {}): Composed {
  const currency = given.currency ?? 'EUR'
  const issuedOn = given.issuedOn ?? day('2026-03-31')
  const number = given.number ?? 14
  return composeInvoice({
    head: {
      ...plainTerms,
      id: newId<'invoice'>(),
      kind: 'invoice',
      state: 'draft',
      contactId: buyer.contactId as ContactId,
      agreementId: null,
      correctsId: null,
      language: 'de',
      currency,
      isTaxIncluded: given.isTaxIncluded ?? false,
      note: null,
      reason: null,
      daysToPay: 14,
      instalments: given.instalments ?? [],
      buyerName: buyer.name,
      number: null,
      issuedOn: null,
      gross: null,
      document: null,
      hash: null,
      purpose: given.purpose ?? 'invoice',
      adjustments: given.adjustments ?? [],
    },
    lines: given.lines ?? [line({})],
    advances: given.advances ?? [],
    seller: { ...seller, ...given.seller },
    buyer: { ...buyer, ...given.buyer },
    recipient: { ...anyRecipient, ...given.recipient },
    rates: given.rates ?? rates,
    issuedOn,
    number: { text: `2026-${String(number).padStart(4, '0')}`, year: 2026, number },
  })
}

export function line(
  changes: Partial<Omit<Parameters<typeof lineOfInput>[0], 'unitPrice'>> & {
    price?: bigint
    currency?: string
    discount?: { amount: ReturnType<typeof money>; reason: string } | null
  },
): InvoiceLine {
  const { price = 12_000n, currency = 'EUR', ...rest } = changes
  return lineOfInput(
    {
      name: 'Gestaltung',
      detail: null,
      period: { from: day('2026-03-01'), to: day('2026-03-31') },
      quantity: Quantity.one,
      unit: 'piece',
      unitPrice: money(price, currency),
      discount: null,
      taxCategory: 'standard',
      isGoods: false,
      ...rest,
    },
    buyer.contactId as ContactId,
  )
}

/** Any line that a person or the billing rule could write, in the customer's favour too. */
export function anyLine(
  currency = 'EUR',
  categories: readonly InvoiceLine['taxCategory'][] = ['standard', 'reduced', 'zero', 'exempt', 'outside'],
): fc.Arbitrary<InvoiceLine> {
  return fc
    .record({
      price: fc.bigInt({ min: -50_000n, max: 500_000n }),
      thousandths: fc.oneof(fc.bigInt({ min: -3000n, max: 600_000n }), fc.constantFrom(1000n, 10_000n, 90_000n, 333n)),
      unit: fc.constantFrom<InvoiceLine['unit']>('piece', 'minute', 'lesson'),
      discount: fc.option(fc.bigInt({ min: 0n, max: 5000n })),
      taxCategory: fc.constantFrom(...categories),
      from: fc.integer({ min: 0, max: 27 }),
      days: fc.option(fc.integer({ min: 0, max: 60 })),
    })
    .map(({ price, thousandths, unit, discount, taxCategory, from, days }) =>
      line({
        price,
        currency,
        unit,
        quantity: new Quantity(thousandths),
        taxCategory,
        discount: discount === null ? null : { amount: money(discount, currency), reason: 'Rabatt' },
        period: days === null ? null : { from: addDays(day('2026-03-01'), from), to: addDays(day('2026-03-01'), from + days) },
      }),
    )
}

export function anyAdjustment(currency = 'EUR'): fc.Arbitrary<Adjustment> {
  return fc
    .record({
      kind: fc.constantFrom<Adjustment['kind']>('allowance', 'charge'),
      amount: fc.bigInt({ min: 1n, max: 20_000n }).map((minor) => money(minor, currency)),
      reason: fc.constant('Treuerabatt'),
      reasonCode: fc.constant(null),
      taxCategory: fc.constantFrom<Adjustment['taxCategory']>('standard', 'reduced'),
    })
    .map((adjustment) => ({ ...adjustment, reasonCode: adjustment.kind === 'charge' ? 'FC' : '95' }))
}
