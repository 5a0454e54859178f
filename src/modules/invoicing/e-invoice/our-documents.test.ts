import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { TaxCategory } from '../../offer/terms.ts'
import type { InvoicePurpose } from '../document-parts.ts'
import type { Buyer, Seller } from '../invoice.ts'
import { anyAdjustment, anyLine, composed } from '../testing/documents.ts'
import { eInvoiceOf, type EInvoiceWords } from './from-document.ts'
import { versionOf, type FormatVersion } from './format-versions.ts'
import { readEInvoice } from './read-e-invoice.ts'
import { validateEInvoice } from './validate.ts'
import { writeEInvoice } from './write-e-invoice.ts'

const words: EInvoiceWords = {
  reason: (reason) => `reason ${reason}`,
  advance: (number, on) => `${number} of ${on}`,
  part: ({ count, day: on, amount }) => `${count} until ${on}: ${amount}`,
  credit: 'set off or paid back',
}

const electronic = { scheme: '0088', id: '4000001000005' }
const sellers: Record<string, Partial<Seller>> = {
  standard: { electronicAddress: electronic },
  small: { electronicAddress: electronic, regime: 'small_business', vatNumber: null, taxNumber: '12/345/67890' },
  french: {
    electronicAddress: electronic,
    country: 'FR',
    regime: 'small_business',
    vatNumber: null,
    taxNumber: '303265045',
    registrationNumber: '303265045',
    city: 'Lyon',
    postalCode: '69001',
  },
  swissSmall: {
    electronicAddress: electronic,
    country: 'CH',
    regime: 'small_business',
    vatNumber: null,
    registrationNumber: 'CHE-123.456.788',
    iban: 'CH9300762011623852957',
    city: 'Bern',
    postalCode: '3011',
  },
  swiss: {
    electronicAddress: electronic,
    country: 'CH',
    vatNumber: 'CHE-123.456.788 MWST',
    iban: 'CH9300762011623852957',
    qrIban: 'CH4431999123000889012',
    city: 'Bern',
    postalCode: '3011',
  },
}
const buyers: Record<string, Partial<Buyer>> = {
  home: { electronicAddress: electronic },
  withNumber: { electronicAddress: electronic, vatNumber: 'DE129273398' },
  french: { electronicAddress: electronic, country: 'FR', vatNumber: 'FR40303265045', city: 'Lyon', postalCode: '69001' },
  american: { electronicAddress: electronic, country: 'US', city: 'Boston', postalCode: '02108' },
  person: { electronicAddress: null, isBusiness: false, name: 'Marie Łódź' },
}
const categories: TaxCategory[] = ['standard', 'reduced', 'zero', 'exempt', 'outside', 'reverse_charge', 'electronic', 'credit']

const anyDocument = fc
  .record({
    seller: fc.constantFrom(...Object.values(sellers)),
    buyer: fc.constantFrom(...Object.values(buyers)),
    lines: fc.array(anyLine('EUR', categories), { minLength: 1, maxLength: 6 }),
    isGoods: fc.boolean(),
    adjustments: fc.array(anyAdjustment(), { maxLength: 2 }),
    isTaxIncluded: fc.boolean(),
    purpose: fc.constantFrom<InvoicePurpose>('invoice', 'advance', 'partial', 'deposit'),
  })
  .map(({ isGoods, lines, ...given }) => ({ ...given, lines: lines.map((line) => ({ ...line, isGoods })) }))
  .map((given) => composed({ ...given, recipient: { buyerReference: '04011000-1234512345-06' } }).document)
  .filter((document) => !document.totals.gross.amount.startsWith('-'))

const formats = ['ubl', 'cii', 'facturx', 'xrechnung_ubl', 'xrechnung_cii', 'peppol_ubl'] as const

function findingsOf(document: Parameters<typeof eInvoiceOf>[0], version: FormatVersion): string[] {
  const model = eInvoiceOf(document, version, words)
  const written = writeEInvoice(model, { syntax: version.syntax })
  const read = readEInvoice(written)
  const all = [...read.findings, ...validateEInvoice(read.model, { syntax: version.syntax, kind: read.kind, profile: version.profile })]
  return all.filter((finding) => finding.severity === 'fatal').map((finding) => `${finding.rule} ${finding.at}`)
}

describe('whatever we issue keeps every rule of its format', () => {
  test.each(formats)('%s', (format) => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(findingsOf(document, versionOf(format, day('2026-03-31')))).toEqual([])
      }),
      { numRuns: 250 },
    )
  })
})
