import fc from 'fast-check'
import type { Address, DocumentAllowanceCharge, EInvoice, EInvoiceLine, Party, TaxSubtotal } from '../model.ts'
import type { Profile } from '../profiles.ts'
import { peppolBilling, peppolBis3 } from '../rules-peppol.ts'
import { xrechnung30 } from '../rules-xrechnung.ts'

/** What the arbitrary chooses; the invoice is then calculated, as a correct program would. */
interface Choice {
  readonly lines: readonly { quantity: number; priceCents: number; rate: number; discountCents: number }[]
  readonly allowance: { cents: number; rate: number } | null
  readonly charge: { cents: number; rate: number } | null
  readonly prepaidCents: number
  readonly category: 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O'
}

const rates = [19, 7, 25]

/** Choices of an invoice: lines at several rates, or all without tax for one reason; discounts, charges, an advance. */
export const choices: fc.Arbitrary<Choice> = fc.record({
  lines: fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 500 }),
      priceCents: fc.integer({ min: 0, max: 500_000 }),
      rate: fc.constantFrom(...rates),
      discountCents: fc.integer({ min: 0, max: 20_000 }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  allowance: fc.option(fc.record({ cents: fc.integer({ min: 1, max: 10_000 }), rate: fc.constantFrom(...rates) })),
  charge: fc.option(fc.record({ cents: fc.integer({ min: 1, max: 10_000 }), rate: fc.constantFrom(...rates) })),
  prepaidCents: fc.integer({ min: 0, max: 1_000 }),
  category: fc.constantFrom('S', 'S', 'S', 'Z', 'E', 'AE', 'K', 'G', 'O'),
})

const specifications: Readonly<Record<Profile, string>> = {
  en16931: 'urn:cen.eu:en16931:2017',
  'factur-x-en16931': 'urn:cen.eu:en16931:2017',
  'xrechnung-3.0': xrechnung30,
  'peppol-bis-3': peppolBis3,
}

/** An invoice whose sums are right and that says all its profile asks for. */
export function soundInvoice(choice: Choice, profile: Profile): EInvoice {
  const isTaxed = choice.category === 'S'
  const rateText = (rate: number) => (choice.category === 'O' ? null : isTaxed ? String(rate) : '0')
  const lines = choice.lines.map((line, index) => lineOf(line, { index, category: choice.category, rate: rateText(line.rate) }))
  const usedRates = isTaxed ? [...new Set(choice.lines.map(({ rate }) => rate))] : [0]
  const atDocument = (part: Choice['allowance']) => (part !== null && (!isTaxed || usedRates.includes(part.rate)) ? part : null)
  const [allowance, charge] = [atDocument(choice.allowance), atDocument(choice.charge)]
  const netOf = (line: Choice['lines'][number]) => line.quantity * line.priceCents - Math.min(line.discountCents, line.quantity * line.priceCents)
  const sumAt = (rate: number) =>
    sum(choice.lines.filter((line) => !isTaxed || line.rate === rate).map(netOf)) +
    (charge && (!isTaxed || charge.rate === rate) ? charge.cents : 0) -
    (allowance && (!isTaxed || allowance.rate === rate) ? allowance.cents : 0)
  const breakdown = usedRates.map((rate) => ({ rate, taxable: sumAt(rate), tax: isTaxed ? roundedShare(sumAt(rate), rate) : 0 }))
  const [net, withoutTax, tax] = [sum(choice.lines.map(netOf)), sum(breakdown.map(({ taxable }) => taxable)), sum(breakdown.map((each) => each.tax))]
  const document = (part: { cents: number; rate: number }): DocumentAllowanceCharge => ({
    amount: euros(part.cents), baseAmount: null, percentage: null, taxCategory: choice.category, taxRate: rateText(part.rate), reason: 'Treue', reasonCode: null,
  }) // prettier-ignore
  return {
    ...frame(profile, choice.category),
    lines,
    allowances: allowance ? [document(allowance)] : [],
    charges: charge ? [document(charge)] : [],
    taxBreakdown: breakdown.map(({ rate, taxable, tax: amount }) => subtotal(choice, { rate: isTaxed ? String(rate) : '0', taxable, tax: amount })),
    totals: {
      lines: euros(net),
      allowances: allowance ? euros(allowance.cents) : null,
      charges: charge ? euros(charge.cents) : null,
      withoutTax: euros(withoutTax),
      tax: euros(tax),
      taxInTaxCurrency: null,
      withTax: euros(withoutTax + tax),
      prepaid: choice.prepaidCents > 0 ? euros(choice.prepaidCents) : null,
      rounding: null,
      payable: euros(withoutTax + tax - choice.prepaidCents),
    },
  }
}

function lineOf(line: Choice['lines'][number], options: { index: number; category: string; rate: string | null }): EInvoiceLine {
  const gross = line.quantity * line.priceCents
  const discount = Math.min(line.discountCents, gross)
  return {
    id: String(options.index + 1), note: null, object: null, quantity: String(line.quantity), unitCode: 'HUR', amount: euros(gross - discount),
    orderLineReference: null, buyerAccountingReference: null, period: { from: '2026-10-01', to: '2026-10-31' },
    allowances: discount > 0 ? [{ amount: euros(discount), baseAmount: null, percentage: null, reason: 'Rabatt', reasonCode: '95' }] : [],
    charges: [], price: { net: euros(line.priceCents), discount: null, gross: null, baseQuantity: null, baseQuantityUnit: null },
    tax: { category: options.category, rate: options.rate },
    item: { name: 'Unterricht', description: null, sellerIdentifier: null, buyerIdentifier: null, standardIdentifier: null, classifications: [], originCountry: null, attributes: [] },
  } // prettier-ignore
}

function subtotal(choice: Choice, values: { rate: string; taxable: number; tax: number }): TaxSubtotal {
  const isExplained = !['S', 'Z'].includes(choice.category)
  return { taxable: euros(values.taxable), tax: euros(values.tax), category: choice.category, rate: values.rate, exemptionReason: isExplained ? 'Steuerfrei' : null, exemptionCode: null }
} // prettier-ignore

/** Everything but amounts. What is outside the scope of tax names nobody's VAT number. */
function frame(profile: Profile, category: Choice['category']): Omit<EInvoice, 'lines' | 'allowances' | 'charges' | 'taxBreakdown' | 'totals'> {
  const hasNumbers = category !== 'O'
  return {
    businessProcess: peppolBilling, specification: specifications[profile], number: 'R-2026-1', issuedOn: '2026-11-24', typeCode: '380', currency: 'EUR',
    taxCurrency: null, taxPointOn: null, taxPointCode: null, dueOn: '2026-12-24', buyerReference: '04011000-12345-39', projectReference: null,
    contractReference: null, purchaseOrderReference: null, salesOrderReference: null, receivingAdviceReference: null, despatchAdviceReference: null,
    tenderReference: null, invoicedObject: null, buyerAccountingReference: null, paymentTerms: null, notes: [], precedingInvoices: [],
    seller: { ...party('Musikschule Muster', 'DE', hasNumbers ? 'DE123456789' : null), taxNumber: hasNumbers ? null : '12/345/67890', legalRegistration: { id: 'HRB 1', scheme: null }, contact: { name: 'Anna Muster', phone: '+49 30 123456', email: 'anna@example.com' } },
    buyer: party('Kunde', category === 'K' ? 'FR' : 'DE', hasNumbers ? 'FR12345678901' : null),
    payee: null, taxRepresentative: null,
    delivery: { name: null, location: null, deliveredOn: '2026-10-31', address: { ...address('FR') } }, period: null,
    payments: [{ meansCode: '58', meansText: null, remittance: 'R-2026-1', creditTransfers: [{ account: 'DE89370400440532013000', accountName: null, serviceProvider: null }], card: null, directDebit: null }],
    attachments: [],
  } // prettier-ignore
}

function party(name: string, country: string, vatNumber: string | null): Party {
  return {
    name, tradingName: null, identifiers: [], legalRegistration: null, vatNumber, taxNumber: null, legalInformation: null,
    electronicAddress: { id: 'DE123456789', scheme: '9930' }, address: address(country), contact: null,
  } // prettier-ignore
}

function address(country: string): Address {
  return { line1: 'Weg 1', line2: null, line3: null, city: 'Berlin', postalCode: '10115', subdivision: null, country }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Whole cents only, half away from zero: the numbers here stay far below where floats lose cents. */
function roundedShare(cents: number, rate: number): number {
  return Math.sign(cents) * Math.floor((Math.abs(cents) * rate + 50) / 100)
}

/** "12.50" for 1250 cents. */
export function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
