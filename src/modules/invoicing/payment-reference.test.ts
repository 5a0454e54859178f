import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditorReference, isReference, paymentReferenceOf, qrReference } from './payment-reference.ts'

test('check digits are those of published examples', () => {
  // SIX IG QR-bill, annex B; EPC and ISO 11649.
  expect(qrReference('21000000000313947143000901')).toBe('210000000003139471430009017')
  expect(creditorReference('539007547034')).toBe('RF18539007547034')
  expect(isReference('RF18 5390 0754 7034')).toBe(true)
  expect(isReference('21 00000 00003 13947 14300 09018')).toBe(false)
  expect(isReference('2026-0014')).toBe(false)
})

test('a QR reference where there is a QR-IBAN, in francs and euro only', () => {
  const of = (country: string, qrIban: string | null, currency: string) =>
    paymentReferenceOf({ seller: { country, qrIban }, currency, year: 2026, number: 14 }).kind
  expect(of('CH', 'CH4431999123000889012', 'CHF')).toBe('qr')
  expect(of('LI', 'LI2131999123000889012', 'EUR')).toBe('qr')
  expect(of('CH', 'CH4431999123000889012', 'USD')).toBe('scor')
  expect(of('CH', null, 'CHF')).toBe('scor')
  expect(of('DE', 'CH4431999123000889012', 'EUR')).toBe('scor')
})

test('two numbers of a company never share a reference, and each is right by its digits', () => {
  const number = fc.record({
    year: fc.integer({ min: 2000, max: 2199 }),
    number: fc.integer({ min: 1, max: 99_999_999 }),
    qrIban: fc.constantFrom(null, 'CH4431999123000889012'),
  })
  fc.assert(
    fc.property(number, number, (left, right) => {
      const of = (each: typeof left) =>
        paymentReferenceOf({ seller: { country: 'CH', qrIban: left.qrIban }, currency: 'CHF', year: each.year, number: each.number }).text
      expect(isReference(of(left))).toBe(true)
      expect(of(left) === of(right)).toBe(left.year === right.year && left.number === right.number)
    }),
  )
})
