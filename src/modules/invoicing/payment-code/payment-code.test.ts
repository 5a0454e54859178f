import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { money } from '../../../kernel/money.ts'
import { day } from '../../../kernel/day.ts'
import { billInformationOf } from './bill-information.ts'
import { bankText } from './characters.ts'
import { paymentCodeOf, type PaymentRequest } from './payment-code.ts'
import { isCreditorReference, isQrIban, isQrReference, spaced } from './references.ts'

const request = (changes: Partial<PaymentRequest> = {}): PaymentRequest => ({
  creditor: { name: 'Robert Schneider AG', street: 'Rue du Lac 1268/2/22', postalCode: '2501', city: 'Biel', country: 'CH' },
  debtor: { name: 'Pia-Maria Rutschmann-Schnyder', street: 'Grosse Marktgasse 28', postalCode: '9400', city: 'Rorschach', country: 'CH' },
  iban: 'CH58 0079 1123 0008 8901 2',
  qrIban: null,
  bic: null,
  reference: { kind: 'none', text: null },
  amount: money(12_050n, 'CHF'),
  currency: 'CHF',
  message: 'Rechnung 2026-0014',
  billInformation: null,
  language: 'de',
  label: '',
  caption: '',
  ...changes,
})

const linesOf = (changes: Partial<PaymentRequest>) => paymentCodeOf(request(changes))?.payload.split('\n')

describe('which code', () => {
  test.each([
    ['CHF to a Swiss account', {}, 'swiss'],
    ['euro to a Swiss account', { currency: 'EUR', amount: money(1n, 'EUR') }, 'swiss'],
    ['euro to Germany', { iban: 'DE02120300000000202051', currency: 'EUR', amount: money(1n, 'EUR') }, 'epc'],
    ['francs to Germany', { iban: 'DE02120300000000202051' }, undefined],
    ['dollars to a Swiss account', { currency: 'USD', amount: money(1n, 'USD') }, undefined],
    ['nothing to pay', { amount: money(0n, 'CHF') }, undefined],
    ['a credit', { amount: money(-1n, 'CHF') }, undefined],
    ['no account', { iban: null }, undefined],
    ['euro outside SEPA', { iban: 'TR330006100519786457841326', currency: 'EUR', amount: money(1n, 'EUR') }, undefined],
    ['a payee without town', { creditor: { ...request().creditor, city: null } }, undefined],
    ['a QR-IBAN without QR reference', { iban: null, qrIban: 'CH4431999123000889012' }, undefined],
    ['a QR reference without QR-IBAN', { reference: { kind: 'qr', text: '210000000003139471430009017' } }, undefined],
    ['more than a code can say', { amount: money(100_000_000_000n, 'CHF') }, undefined],
  ] as const)('%s', (_, changes, kind) => {
    expect(paymentCodeOf(request(changes as Partial<PaymentRequest>))?.kind).toBe(kind)
  })
})

describe('the Swiss payload', () => {
  test('every line in its place, the address in its parts', () => {
    const lines = linesOf({ qrIban: 'CH44 3199 9123 0008 8901 2', reference: { kind: 'qr', text: '21 00000 00003 13947 14300 09017' } })
    expect(lines).toEqual(
      // prettier-ignore
      ['SPC', '0200', '1', 'CH4431999123000889012', 'S', 'Robert Schneider AG', 'Rue du Lac', '1268/2/22', '2501', 'Biel', 'CH',
        '', '', '', '', '', '', '', '120.50', 'CHF', 'S', 'Pia-Maria Rutschmann-Schnyder', 'Grosse Marktgasse', '28', '9400', 'Rorschach', 'CH',
        'QRR', '210000000003139471430009017', 'Rechnung 2026-0014', 'EPD'],
    )
  })

  test('an amount may be left to the payer, and so may a name that no bank can read', () => {
    const lines = linesOf({ amount: null, debtor: { ...request().debtor!, name: 'שרה לוי' } })!
    expect(lines[18]).toBe('')
    expect(lines.slice(20, 27)).toEqual(['', '', '', '', '', '', ''])
  })

  test('a creditor reference goes with an ordinary account', () => {
    expect(linesOf({ reference: { kind: 'scor', text: 'RF18 5390 0754 7034' } })!.slice(27, 29)).toEqual(['SCOR', 'RF18539007547034'])
  })

  test('whatever is typed, no line is longer than the guidelines allow and no sign is outside them', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(text, text, text, text, text, (name, street, postalCode, city, message) => {
        const party = { name, street, postalCode, city, country: 'CH' }
        const payload = paymentCodeOf(request({ creditor: { ...request().creditor, name: `A${name}` }, debtor: party, message }))?.payload
        if (payload === undefined) return
        const lines = payload.split('\n')
        expect(lines.length).toBe(31)
        for (const [from, limits] of [
          [4, [1, 70, 70, 16, 16, 35, 2]],
          [20, [1, 70, 70, 16, 16, 35, 2]],
        ] as const) {
          limits.forEach((limit, index) => expect([...lines[from + index]!].length).toBeLessThanOrEqual(limit))
        }
        expect([...lines[29]!].length).toBeLessThanOrEqual(140)
        expect(lines.join('')).toMatch(/^[ -~\u00a0-\u017f\u0218-\u021b\u20ac]*$/)
      }),
    )
  })
})

test('what the invoice says in short stands after the end, whole or not at all', () => {
  const billInformation = billInformationOf({
    number: '2026/14',
    issuedOn: day('2026-11-24'),
    vatNumber: 'CHE-123.456.789 MWST',
    period: { from: day('2026-11-01'), to: day('2026-11-30') },
    rates: [
      { rate: '8.1', net: '100.00' },
      { rate: '2.6', net: '50.00' },
    ],
    daysToPay: 30,
  })
  expect(billInformation).toBe('//S1/10/2026\\/14/11/261124/30/123456789/31/261101261130/32/8.1:100.00;2.6:50.00/40/0:30')
  expect(linesOf({ billInformation })!.at(-1)).toBe(billInformation)
  expect(linesOf({ billInformation, message: 'x'.repeat(100) })!.at(-1)).toBe('EPD')
})

describe('the European payload', () => {
  const sepa = { iban: 'DE02 1203 0000 0000 2020 51', currency: 'EUR', amount: money(123_456n, 'EUR'), bic: 'BYLADEM1001' }

  test('twelve lines at most, the last ones only where they say something', () => {
    expect(linesOf(sepa)).toEqual(
      // prettier-ignore
      ['BCD', '002', '1', 'SCT', 'BYLADEM1001', 'Robert Schneider AG', 'DE02120300000000202051', 'EUR1234.56', '', '', 'Rechnung 2026-0014'],
    )
    expect(linesOf({ ...sepa, reference: { kind: 'scor', text: 'RF18539007547034' } })!.slice(8)).toEqual(['', 'RF18539007547034'])
  })

  test('never above 331 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), (name, message) => {
        const payload = paymentCodeOf(request({ ...sepa, creditor: { ...request().creditor, name: `Ä${name}` }, message }))?.payload ?? ''
        expect(new TextEncoder().encode(payload).length).toBeLessThanOrEqual(331)
      }),
    )
  })
})

test('numbers that check themselves', () => {
  expect(isQrReference('210000000003139471430009017')).toBe(true)
  expect(isQrReference('210000000003139471430009018')).toBe(false)
  expect(isCreditorReference('RF18539007547034')).toBe(true)
  expect(isCreditorReference('RF19539007547034')).toBe(false)
  expect(isQrIban('CH44 3199 9123 0008 8901 2')).toBe(true)
  expect(isQrIban('CH5800791123000889012')).toBe(false)
  expect(spaced('210000000003139471430009017')).toBe('21 00000 00003 13947 14300 09017')
  expect(spaced('RF18539007547034')).toBe('RF18 5390 0754 7034')
})

test('signs are brought near, and a name is never mutilated', () => {
  expect(bankText('„Łódź“ – Müller’s Café №1 ǎ', 70)).toBe('"Łódź" - Müller\'s Café No.1 a')
  expect(bankText('Hunde 🐕 Schule', 70)).toBe('Hunde Schule')
  expect(bankText('Иван', 70)).toBeUndefined()
})
