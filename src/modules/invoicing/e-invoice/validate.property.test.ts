import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { processorMilliseconds } from '../../../../tests/processor-time.ts'
import type { DocumentTotals, EInvoice } from './model.ts'
import type { Profile } from './profiles.ts'
import { choices, euros, soundInvoice } from './testing/sound-invoice.ts'
import { validateEInvoice } from './validate.ts'

const profiles: readonly Profile[] = ['en16931', 'xrechnung-3.0', 'peppol-bis-3', 'factur-x-en16931']
const syntaxes = ['ubl', 'cii'] as const

function brokenIn(invoice: EInvoice, options: { syntax: 'ubl' | 'cii'; profile: Profile }): string[] {
  return validateEInvoice(invoice, options).map(({ rule }) => rule)
}

/** A text of an amount, a cent more. */
function aCentMore(amount: string | null): string {
  return euros(Math.round(Number(amount) * 100) + 1)
}

describe('an invoice whose sums are calculated', () => {
  test('breaks no rule of any profile in either syntax', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom(...profiles), fc.constantFrom(...syntaxes), (choice, profile, syntax) => {
        expect(brokenIn(soundInvoice(choice, profile), { profile, syntax })).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  test.each<[keyof DocumentTotals, string]>([
    ['lines', 'BR-CO-10'],
    ['withoutTax', 'BR-CO-13'],
    ['tax', 'BR-CO-14'],
    ['withTax', 'BR-CO-15'],
    ['payable', 'BR-CO-16'],
  ])('with a cent too many in %s breaks %s', (name, rule) => {
    fc.assert(
      fc.property(choices, fc.constantFrom(...syntaxes), (choice, syntax) => {
        const invoice = soundInvoice(choice, 'en16931')
        const broken = { ...invoice, totals: { ...invoice.totals!, [name]: aCentMore(invoice.totals![name]) } }
        expect(brokenIn(broken, { syntax, profile: 'en16931' })).toContain(rule)
      }),
    )
  })

  test('with a euro too many in a taxable amount breaks the rule of its category', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom(...syntaxes), (choice, syntax) => {
        const invoice = soundInvoice(choice, 'en16931')
        const [first, ...others] = invoice.taxBreakdown
        const broken = { ...invoice, taxBreakdown: [{ ...first!, taxable: `${Number(first!.taxable) + 1}` }, ...others] }
        const family = first!.category === 'K' ? 'IC' : first!.category
        expect(brokenIn(broken, { syntax, profile: 'en16931' })).toContain(`BR-${family}-08`)
      }),
    )
  })

  test('with the tax of a rate far off breaks BR-CO-17', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom(...syntaxes), (choice, syntax) => {
        const invoice = soundInvoice(choice, 'en16931')
        const [first, ...others] = invoice.taxBreakdown
        const broken = { ...invoice, taxBreakdown: [{ ...first!, tax: (Math.abs(Number(first!.tax)) + 1.01).toFixed(2) }, ...others] }
        expect(brokenIn(broken, { syntax, profile: 'en16931' })).toContain('BR-CO-17')
      }),
    )
  })
})

test('an invoice of somebody else answers to the profile it names', () => {
  const [choice] = fc.sample(choices, { numRuns: 1, seed: 2 })
  const named = (specification: string, profile: Profile) => {
    const { buyerReference: _, ...rest } = soundInvoice({ ...choice!, category: 'S' }, profile)
    return validateEInvoice({ ...rest, buyerReference: null, specification }, { syntax: 'ubl' }).map(({ rule }) => rule)
  }
  expect(named('urn:cen.eu:en16931:2017', 'en16931')).toEqual([])
  expect(named('urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0', 'xrechnung-3.0')).toEqual(['BR-DE-15'])
  expect(named('urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0', 'peppol-bis-3')).toContain('PEPPOL-EN16931-R003')
  expect(named('urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_1.2', 'en16931')).toEqual([])
  expect(named('urn:factur-x.eu:1p0:minimum', 'en16931')).toEqual([])
})

describe('hostile invoices', () => {
  const sound = soundInvoice(
    { lines: [{ quantity: 3, priceCents: 999, rate: 19, discountCents: 5 }], allowance: null, charge: null, prepaidCents: 0, category: 'S' },
    'peppol-bis-3',
  )

  test('10,000 lines are checked within a second, whole or broken', () => {
    const line = sound.lines[0]!
    const many = { ...sound, lines: Array.from({ length: 10_000 }, (_, index) => ({ ...line, id: String(index) })) }
    const broken = {
      ...many,
      lines: many.lines.map((each) => ({ ...each, unitCode: '?', amount: '1'.repeat(60), tax: { category: 'X'.repeat(500), rate: '-' } })),
    }
    for (const invoice of [many, broken]) {
      const before = processorMilliseconds()
      const found = validateEInvoice(invoice, { syntax: 'ubl', profile: 'peppol-bis-3' })
      const took = processorMilliseconds() - before
      console.error(`10,000 lines with ${found.length} findings in ${Math.round(took)} ms`)
      expect(took).toBeLessThan(1_000)
    }
  })

  test('whatever the texts hold, it answers and says at most so much', () => {
    const strange = fc.oneof(
      fc.constant(null),
      fc.string(),
      fc.constantFrom('', '-', '1e9', 'NaN', '9'.repeat(500), '0.'.padEnd(200, '0'), '#'.repeat(2_000), '\u0000'),
    )
    fc.assert(
      fc.property(fc.func(strange), fc.constantFrom(...profiles), fc.constantFrom(...syntaxes), (texts, profile, syntax) => {
        const garbled = JSON.parse(JSON.stringify(sound), (key, value: unknown) =>
          typeof value === 'string' ? (texts(key, value) ?? null) : value,
        ) as EInvoice
        expect(validateEInvoice(garbled, { syntax, profile }).length).toBeLessThan(2_000)
      }),
      { numRuns: 500 },
    )
  })
})
