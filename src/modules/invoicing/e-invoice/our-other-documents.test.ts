import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import type { TaxCategory } from '../../offer/terms.ts'
import { composeCreditNote, type Composed } from '../compose.ts'
import type { InvoiceDocument } from '../invoice.ts'
import { creditLineOf } from '../lines/credit-part.ts'
import type { InvoiceHead } from '../store.ts'
import { plainTerms } from '../terms/store.ts'
import { anyAdjustment, anyLine, buyer, composed } from '../testing/documents.ts'
import { eInvoiceOf, type EInvoiceWords } from './from-document.ts'
import { versionOf } from './format-versions.ts'
import { readEInvoice } from './read-e-invoice.ts'
import { validateEInvoice } from './validate.ts'
import { writeEInvoice } from './write-e-invoice.ts'

const words: EInvoiceWords = {
  reason: (reason) => `reason ${reason}`,
  advance: (number, on) => `${number} of ${on}`,
  part: ({ count, day: on, amount }) => `${count} until ${on}: ${amount}`,
  credit: 'Set off or paid back.',
}
const formats = ['ubl', 'cii', 'facturx', 'xrechnung_ubl', 'xrechnung_cii', 'peppol_ubl'] as const
const categories: TaxCategory[] = ['standard', 'reduced', 'zero', 'exempt', 'reverse_charge', 'electronic']
const electronicAddress = { scheme: '0088', id: '4000001000005' }

const parties = fc.constantFrom(
  { seller: { electronicAddress }, buyer: { electronicAddress } },
  { seller: { electronicAddress }, buyer: { electronicAddress, country: 'FR', vatNumber: 'FR40303265045', city: 'Lyon', postalCode: '69001' } },
  { seller: { electronicAddress }, buyer: { electronicAddress, country: 'US', city: 'Boston', postalCode: '02108' } },
  {
    seller: { electronicAddress, country: 'CH', vatNumber: 'CHE-123.456.788 MWST', iban: 'CH9300762011623852957', city: 'Bern', postalCode: '3011' },
    buyer: { electronicAddress, country: 'CH', city: 'Genf', postalCode: '1201' },
  },
)

const recipient = { buyerReference: '04011000-1234512345-06' }

const anyForeign = fc
  .constantFrom('CHF', 'USD', 'JPY', 'HUF')
  .chain((currency) => fc.record({ currency: fc.constant(currency), lines: fc.array(anyLine(currency, categories), { minLength: 1, maxLength: 3 }) }))

/** What is fatal in the file that a document becomes, in every format. */
function fatalIn(document: InvoiceDocument): string[] {
  return formats.flatMap((format) => {
    const version = versionOf(format, day('2026-03-31'))
    const read = readEInvoice(writeEInvoice(eInvoiceOf(document, version, words), { syntax: version.syntax }))
    const found = [...read.findings, ...validateEInvoice(read.model, { syntax: version.syntax, kind: read.kind, profile: version.profile })]
    return found.filter(({ severity }) => severity === 'fatal').map(({ rule, at }) => `${format}: ${rule} ${at}`)
  })
}

/** The credit note over all lines of a document, or over the first of their units. */
function creditOf(invoice: Composed, share: bigint): Composed {
  const head: InvoiceHead = {
    ...plainTerms,
    id: newId<'invoice'>(),
    kind: 'credit_note',
    state: 'draft',
    contactId: buyer.contactId as InvoiceHead['contactId'],
    agreementId: null,
    correctsId: null,
    language: 'de',
    currency: invoice.document.currency,
    isTaxIncluded: invoice.document.isTaxIncluded,
    note: null,
    reason: 'Zurückgenommen',
    daysToPay: 14,
    instalments: [],
    buyerName: buyer.name,
    number: null,
    issuedOn: null,
    gross: null,
    document: null,
    hash: null,
  }
  const isLast = share === 100n
  const lines = invoice.lines.map((line) => {
    const to = isLast ? line.quantity : new Quantity((line.quantity.thousandths * share) / 100n)
    return creditLineOf(line, { from: Quantity.zero, to }, 'written_off')
  })
  const issued = { ...head, kind: 'invoice' as const, number: invoice.document.number, issuedOn: invoice.document.issuedOn, document: invoice.document }
  return composeCreditNote({
    head,
    lines,
    invoice: issued,
    invoiceTotals: invoice.totals,
    earlier: [],
    isLast,
    issuedOn: day('2026-04-10'),
    number: { text: 'G2026-0001', year: 2026, number: 1 },
  })
}

describe('what follows an invoice keeps every rule of every format', () => {
  test('a credit note, over all of it or a part', () => {
    fc.assert(
      fc.property(
        parties,
        fc.array(anyLine('EUR', categories), { minLength: 1, maxLength: 4 }),
        fc.array(anyAdjustment(), { maxLength: 2 }),
        fc.boolean(),
        fc.constantFrom(30n, 100n),
        (given, lines, adjustments, isTaxIncluded, share) => {
          const invoice = composed({ ...given, recipient, lines, adjustments, isTaxIncluded })
          fc.pre(!invoice.document.totals.gross.amount.startsWith('-'))
          const credit = creditOf(invoice, share)
          fc.pre(!credit.document.totals.gross.amount.startsWith('-'))
          expect(fatalIn(credit.document)).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })

  test('a final invoice that deducts advances', () => {
    fc.assert(
      fc.property(
        parties,
        fc.array(anyLine('EUR', categories), { minLength: 1, maxLength: 4 }),
        fc.array(anyLine('EUR', categories), { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        (given, lines, advanced, isTaxIncluded) => {
          const { document, totals } = composed({ ...given, recipient, lines: advanced, isTaxIncluded, purpose: 'advance', number: 1 })
          const advances = [{ id: newId<'invoice'>(), number: document.number!, issuedOn: document.issuedOn, groups: totals.groups }]
          const final = composed({ ...given, recipient, lines, advances, isTaxIncluded, purpose: 'final' })
          fc.pre(!final.document.totals.gross.amount.startsWith('-'))
          expect(fatalIn(final.document)).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })

  test('an invoice in another currency, with the tax in the company’s too', () => {
    fc.assert(
      fc.property(parties, anyForeign, fc.boolean(), (given, { currency, lines }, isTaxIncluded) => {
        const { document } = composed({ ...given, recipient, lines, currency, isTaxIncluded })
        fc.pre(!document.totals.gross.amount.startsWith('-'))
        const tax = Number(document.totals.tax.amount)
        const amount = tax < 0 ? '-12.34' : '12.34'
        const taxInCompanyCurrency = { tax: { amount, currency: 'EUR' }, rate: '1.1', on: day('2026-03-30'), source: 'ecb' }
        expect(fatalIn({ ...document, taxInCompanyCurrency: tax === 0 ? null : taxInCompanyCurrency })).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
