import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { money } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import { anyAdjustment, anyLine, composed, line, type Given } from '../testing/documents.ts'
import { eInvoiceOf, type EInvoiceWords } from './from-document.ts'
import type { EInvoice } from './model.ts'
import { versionOf } from './format-versions.ts'

const words: EInvoiceWords = {
  reason: (reason) => `reason ${reason}`,
  advance: (number, on) => `${number} of ${on}`,
  part: ({ count, day: on, amount }) => `${count} until ${on}: ${amount}`,
  credit: 'set off or paid back',
}
const version = versionOf('xrechnung_ubl', day('2026-03-31'))
const eInvoice = (given: Given) => eInvoiceOf(composed(given).document, version, words)

/** A decimal text as an integer of so many places. */
function scaled(text: string | null | undefined, places = 2): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? '0')
  if (!match) throw new Error(`no decimal: ${text}`)
  const value = BigInt(match[2]! + (match[3] ?? '').padEnd(places, '0'))
  return match[1] ? -value : value
}
const total = (values: readonly bigint[]) => values.reduce((soFar, value) => soFar + value, 0n)

/** What EN 16931 and Peppol ask of the figures of a file, without any tolerance where the standard has none. */
function checkFigures(invoice: EInvoice): void {
  const totals = invoice.totals!
  const lines = total(invoice.lines.map((each) => scaled(each.amount)))
  expect(scaled(totals.lines), 'BR-CO-10').toBe(lines)
  expect(scaled(totals.allowances), 'BR-CO-11').toBe(total(invoice.allowances.map((each) => scaled(each.amount))))
  expect(scaled(totals.charges), 'BR-CO-12').toBe(total(invoice.charges.map((each) => scaled(each.amount))))
  expect(scaled(totals.withoutTax), 'BR-CO-13').toBe(lines - scaled(totals.allowances) + scaled(totals.charges))
  expect(scaled(totals.tax), 'BR-CO-14').toBe(total(invoice.taxBreakdown.map((each) => scaled(each.tax))))
  expect(scaled(totals.withTax), 'BR-CO-15').toBe(scaled(totals.withoutTax) + scaled(totals.tax))
  expect(scaled(totals.payable), 'BR-CO-16').toBe(scaled(totals.withTax))
  for (const group of invoice.taxBreakdown) {
    const isOf = (taxed: { category: string | null; rate: string | null } | null) => taxed?.category === group.category && (taxed?.rate ?? '0') === group.rate
    const ofGroup =
      total(invoice.lines.filter((each) => isOf(each.tax)).map((each) => scaled(each.amount))) +
      total(invoice.charges.filter((each) => isOf({ category: each.taxCategory, rate: each.taxRate })).map((each) => scaled(each.amount))) -
      total(invoice.allowances.filter((each) => isOf({ category: each.taxCategory, rate: each.taxRate })).map((each) => scaled(each.amount)))
    expect(scaled(group.taxable), `BR-${group.category}-8`).toBe(ofGroup)
    const exact = scaled(group.taxable) * scaled(group.rate)
    expect(Math.abs(Number(scaled(group.tax) * 10_000n - exact)), 'BR-CO-17').toBeLessThanOrEqual(20_000)
  }
  for (const each of invoice.lines) {
    expect(scaled(each.price!.net, 10) >= 0n, 'BR-27').toBe(true)
    const product = (scaled(each.quantity, 3) * scaled(each.price!.net, 10)) / 10n ** 6n
    const base = each.price!.baseQuantity === null ? 1000n : scaled(each.price!.baseQuantity, 3)
    const beside = total(each.charges.map((one) => scaled(one.amount))) - total(each.allowances.map((one) => scaled(one.amount)))
    const off = scaled(each.amount) * 10n ** 5n - (product * 1000n) / base / 1n - beside * 10n ** 5n
    expect(Math.abs(Number(off)), `PEPPOL-EN16931-R120 ${each.quantity} × ${each.price!.net}`).toBeLessThanOrEqual(100_100)
  }
}

describe('figures', () => {
  test('whatever the lines, allowances and price mode: the file adds up to the document to the cent', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine(), { minLength: 1, maxLength: 12 }),
        fc.array(anyAdjustment(), { maxLength: 3 }),
        fc.boolean(),
        (lines, adjustments, isTaxIncluded) => {
          const { document } = composed({ lines, adjustments, isTaxIncluded })
          const invoice = eInvoiceOf(document, version, words)
          checkFigures(invoice)
          expect(invoice.totals!.withTax).toBe(document.totals.gross.amount)
          expect(invoice.totals!.tax).toBe(document.totals.tax.amount)
          expect(invoice.totals!.withoutTax).toBe(document.totals.net.amount)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('a net amount of a price with tax is at most a cent away from its exact share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -10_000n, max: 100_000n }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom('standard' as const, 'reduced' as const),
        (prices, taxCategory) => {
          const { document } = composed({ lines: prices.map((price) => line({ price, taxCategory })), isTaxIncluded: true })
          const basisPoints = taxCategory === 'standard' ? 1900n : 700n
          for (const [index, each] of eInvoiceOf(document, version, words).lines.entries()) {
            const off = scaled(each.amount) * (10_000n + basisPoints) - prices[index]! * 10_000n
            expect(off <= 10_000n + basisPoints && off >= -10_000n - basisPoints).toBe(true)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('an advance and the final invoice are the whole, per rate, to the cent', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine(), { minLength: 1, maxLength: 8 }),
        fc.array(anyLine(), { minLength: 1, maxLength: 3 }),
        fc.array(anyLine(), { maxLength: 2 }),
        fc.boolean(),
        (lines, first, second, isTaxIncluded) => {
          const given = [first, ...(second.length > 0 ? [second] : [])].map((each, index) =>
            composed({ lines: each, isTaxIncluded, purpose: 'advance', number: index + 1 }),
          )
          const advances = given.map(({ document, totals }) => ({
            id: newId<'invoice'>(),
            number: document.number!,
            issuedOn: document.issuedOn,
            groups: totals.groups,
          }))
          const whole = composed({ lines, isTaxIncluded }).totals
          const final = composed({ lines, advances, isTaxIncluded, purpose: 'final' })
          for (const part of ['net', 'tax', 'gross'] as const)
            expect(final.totals[part].minor + total(given.map((each) => each.totals[part].minor))).toBe(whole[part].minor)
          for (const group of whole.groups) {
            const same = (groups: typeof whole.groups) =>
              groups.filter((each) => each.code === group.code && each.rate.basisPoints === group.rate.basisPoints && each.reason === group.reason)
            const sumOf = (part: 'net' | 'tax') =>
              total([...same(final.totals.groups), ...advances.flatMap((each) => same(each.groups))].map((each) => each[part].minor))
            expect([sumOf('net'), sumOf('tax')]).toEqual([group.net.minor, group.tax.minor])
          }
          const invoice = eInvoiceOf(final.document, version, words)
          checkFigures(invoice)
          expect(invoice.precedingInvoices.map((each) => each.number)).toEqual(advances.map((each) => each.number))
          expect(final.dues.reduce((sum, due) => sum + due.amount.minor, 0n)).toBe(final.totals.gross.minor)
        },
      ),
      { numRuns: 1500 },
    )
  })
})

describe('what the file says', () => {
  test('hours where they are short, minutes at a price per hour else, with the price that was named', () => {
    const [hours, minutes] = eInvoice({
      lines: [line({ unit: 'minute', quantity: new Quantity(150_000n) }), line({ unit: 'minute', quantity: new Quantity(50_000n) })],
    }).lines
    expect(hours).toMatchObject({ quantity: '2.5', unitCode: 'HUR', amount: '300.00', price: { net: '120.00', baseQuantity: null } })
    expect(minutes).toMatchObject({ quantity: '50', unitCode: 'MIN', amount: '100.00', price: { net: '120.00', baseQuantity: '60', baseQuantityUnit: 'MIN' } })
  })

  test('the days of a line, and of the document where all lines have some', () => {
    expect(eInvoice({ lines: [line({ period: { from: day('2026-03-02'), to: day('2026-03-03') } })] })).toMatchObject({
      period: { from: '2026-03-02', to: '2026-03-03' },
      delivery: null,
      lines: [{ period: { from: '2026-03-02', to: '2026-03-03' } }],
    })
    expect(eInvoice({ lines: [line({ period: null })] })).toMatchObject({ period: null, delivery: { deliveredOn: '2026-03-31' } })
  })

  test('reverse charge carries its code, its reason and both VAT numbers', () => {
    const invoice = eInvoice({ buyer: { country: 'FR', vatNumber: 'FR 40 303 265 045', city: 'Lyon', postalCode: '69001' } })
    expect(invoice.taxBreakdown).toEqual([
      { taxable: '120.00', tax: '0.00', category: 'AE', rate: '0', exemptionReason: 'reason reverse_charge', exemptionCode: 'VATEX-EU-AE' },
    ])
    expect([invoice.seller!.vatNumber, invoice.buyer!.vatNumber]).toEqual(['DE123456789', 'FR40303265045'])
  })

  test('outside the scope no VAT number stands, and the seller is known by another number', () => {
    const { seller, buyer, lines, taxBreakdown } = eInvoice({ buyer: { country: 'US', vatNumber: 'US1' } })
    expect([seller!.vatNumber, buyer!.vatNumber]).toEqual([null, null])
    expect(seller!.identifiers).toEqual([{ id: 'DE123456789', scheme: null }])
    expect(lines[0]!.tax).toEqual({ category: 'O', rate: null })
    expect(taxBreakdown[0]).toMatchObject({ category: 'O', rate: '0', exemptionCode: 'VATEX-EU-O' })
  })

  test('outside the scope beside taxed lines is said as exempt', () => {
    const { taxBreakdown, lines } = eInvoice({ lines: [line({}), line({ taxCategory: 'outside' })] })
    expect(lines.map((each) => each.tax!.category)).toEqual(['S', 'E'])
    expect(taxBreakdown.map((each) => [each.category, each.exemptionReason, each.exemptionCode])).toEqual([
      ['S', null, null],
      ['E', 'reason outside', null],
    ])
  })

  test('a supply within the EU says where the goods went and when', () => {
    const { delivery } = eInvoice({ lines: [line({ isGoods: true })], buyer: { country: 'FR', vatNumber: 'FR40303265045', city: 'Lyon', postalCode: '69001' } })
    expect(delivery).toMatchObject({ deliveredOn: '2026-03-31', address: { country: 'FR', city: 'Lyon' } })
  })

  test('an advance is 386, in XRechnung 326; a partial invoice is 380 in Peppol', () => {
    const { document } = composed({ purpose: 'advance' })
    expect(eInvoiceOf(document, version, words).typeCode).toBe('326')
    expect(eInvoiceOf(document, versionOf('cii', document.issuedOn), words).typeCode).toBe('386')
    const partial = composed({ purpose: 'partial', buyer: { country: 'BE' } }).document
    expect(eInvoiceOf(partial, versionOf('peppol_ubl', partial.issuedOn), words).typeCode).toBe('380')
  })

  test('payment goes to the account with the reference, by SEPA in euro', () => {
    expect(eInvoice({}).payments).toMatchObject([
      {
        meansCode: '58',
        remittance: 'RF6820260014',
        creditTransfers: [{ account: 'DE02120300000000202051', accountName: 'Lindenau GmbH', serviceProvider: 'BYLADEM1001' }],
      },
    ])
    expect(eInvoice({ currency: 'USD', lines: [line({ currency: 'USD' })] }).payments[0]!.meansCode).toBe('30')
  })

  test('a payment plan is told in words', () => {
    const half = { share: new Percent(5000), daysAfterIssue: 14 }
    const invoice = eInvoice({ instalments: [half, { ...half, daysAfterIssue: 44 }] })
    expect(invoice.dueOn).toBeNull()
    expect(invoice.paymentTerms).toContain('2 until 14. Mai 2026')
  })

  test('a fixed discount of the whole document stands at its rate', () => {
    const invoice = eInvoice({
      adjustments: [{ kind: 'allowance', amount: money(2000n, 'EUR'), reason: 'Treuerabatt', reasonCode: '95', taxCategory: 'standard' }],
    })
    expect(invoice.allowances).toEqual([
      { amount: '20.00', baseAmount: null, percentage: null, taxCategory: 'S', taxRate: '19', reason: 'Treuerabatt', reasonCode: '95' },
    ])
    expect(invoice.totals).toMatchObject({ lines: '120.00', allowances: '20.00', withoutTax: '100.00', tax: '19.00', payable: '119.00' })
  })
})
