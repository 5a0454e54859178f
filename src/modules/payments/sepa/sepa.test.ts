import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { instant } from '../../../kernel/instant.ts'
import { money } from '../../../kernel/money.ts'
import { identification, isLatin, latin } from './characters.ts'
import { creditTransferFile, transferFormats, type TransferFile, type TransferOrder } from './credit-transfer.ts'
import { addBankingDays, isBankingDay, nextBankingDay } from './days.ts'
import { collectionFormats, directDebitFile, type CollectionFile } from './direct-debit.ts'
import { splitStreet } from './party.ts'
import { structureFindings, textsOf } from './testing/structure.ts'

const debtor = { name: 'Hundeschule Müller & Söhne', street: 'Musterweg 12a', postalCode: '3011', city: 'Bern', country: 'CH' }
const orderTo = (iban: string, more: Partial<TransferOrder> = {}): TransferOrder => ({
  endToEndId: 'E1',
  amount: money(12_345n, 'EUR'),
  payee: { name: 'Druckerei “Ö” <Zürich>', street: 'Weg 1', postalCode: '8001', city: 'Zürich', country: 'CH' },
  iban,
  reference: { kind: 'text', text: 'Rechnung № 5 – März' },
  ...more,
})
const fileOf = (orders: TransferOrder[], more: Partial<TransferFile> = {}): TransferFile => ({
  format: 'pain.001.001.09',
  messageId: '0199aaaabbbbccccddddeeeeffff0000',
  createdAt: instant('2026-03-02T09:00:00Z'),
  executeOn: day('2026-03-03'),
  debtor: { ...debtor, iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
  orders,
  ...more,
})

describe('orders to pay', () => {
  test.each(transferFormats)('%s keeps the order of its schema, the lengths and the signs', (format) => {
    const xml = creditTransferFile(fileOf([orderTo('DE89370400440532013000'), orderTo('FR1420041010050500013M02606')], { format }))
    expect(structureFindings(xml)).toEqual([])
    expect(textsOf(xml, 'CtrlSum')).toEqual(['246.90', '246.90'])
    expect(textsOf(xml, 'NbOfTxs')).toEqual(['2', '2'])
    expect(xml).toContain('InstdAmt Ccy="EUR">123.45<')
    expect(xml).toContain(format === 'pain.001.001.03' ? '<ReqdExctnDt>2026-03-03</ReqdExctnDt>' : '<ReqdExctnDt><Dt>2026-03-03</Dt></ReqdExctnDt>')
    expect(xml).toContain(format === 'pain.001.001.03' ? '<BIC>COBADEFFXXX</BIC>' : '<BICFI>COBADEFFXXX</BICFI>')
  })
  test('a Swiss file parts domestic, SEPA and foreign orders, with QR and ISO 11649 references', () => {
    const francs = money(5_000n, 'CHF')
    const orders = [
      orderTo('CH4431999123000889012', { amount: francs, reference: { kind: 'qr', text: '21 00000 00003 13947 14300 09017' } }),
      orderTo('CH5604835012345678009', { amount: francs, reference: { kind: 'scor', text: 'RF18 5390 0754 7034' } }),
      orderTo('DE89370400440532013000'),
      orderTo('DE89370400440532013000', { amount: money(700n, 'USD') }),
    ]
    const swiss = { format: 'pain.001.001.09.ch.03', debtor: { ...debtor, iban: 'CH9300762011623852957', bic: null } } as const
    const xml = creditTransferFile(fileOf(orders, swiss))
    expect(structureFindings(xml)).toEqual([])
    expect(textsOf(xml, 'Ref')).toEqual(['210000000003139471430009017', 'RF18539007547034'])
    expect(xml).toContain('<Prtry>QRR</Prtry>')
    expect(xml).toContain('<Cd>SCOR</Cd>')
    expect(textsOf(xml, 'MmbId')).toEqual(['00762', '00762', '00762'])
    expect(textsOf(xml, 'ChrgBr')).toEqual(['SLEV', 'SHAR'])
    expect(textsOf(xml, 'CtrlSum')).toEqual(['230.45', '100.00', '123.45', '7.00'])
    expect(creditTransferFile(fileOf(orders, swiss))).toBe(xml)
  })
  test('whatever a payee is called, a bank can read the file', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.constantFrom(...transferFormats), (name, street, text, format) => {
        const payee = { name: `X ${name}`, street, postalCode: '1', city: `Y ${name}`, country: 'DE' }
        const xml = creditTransferFile(fileOf([orderTo('DE89370400440532013000', { payee, reference: { kind: 'text', text } })], { format }))
        expect(structureFindings(xml)).toEqual([])
      }),
    )
  })
  test('the control sum is the sum of all amounts, in whatever currencies', () => {
    const anyAmount = fc.record({ minor: fc.bigInt({ min: 1n, max: 10n ** 11n }), currency: fc.constantFrom('EUR', 'CHF') })
    fc.assert(
      fc.property(fc.array(anyAmount, { minLength: 1, maxLength: 30 }), (amounts) => {
        const orders = amounts.map(({ minor, currency }) => orderTo('CH5604835012345678009', { amount: money(minor, currency) }))
        const [whole] = textsOf(creditTransferFile(fileOf(orders, { format: 'pain.001.001.09.ch.03' })), 'CtrlSum')
        expect(BigInt(whole!.replace('.', ''))).toBe(amounts.reduce((total, { minor }) => total + minor, 0n))
      }),
    )
  })
})

describe('direct debits', () => {
  const file: CollectionFile = {
    format: 'pain.008.001.08',
    messageId: 'M1',
    createdAt: instant('2026-03-02T09:00:00Z'),
    collectOn: day('2026-03-05'),
    creditor: { ...debtor, iban: 'DE89370400440532013000', bic: null, creditorIdentifier: 'DE98ZZZ09999999999' },
    collections: (['CORE', 'B2B', 'CORE'] as const).map((scheme, index) => ({
      endToEndId: `D${index}`,
      amount: money(9_990n, 'EUR'),
      debtor: { name: 'Marie Dupont', street: 'rue de l’Église 3', postalCode: '75001', city: 'Paris', country: 'FR' },
      iban: 'FR1420041010050500013M02606',
      mandate: { reference: `MANDAT-${index}`, signedOn: day('2026-01-15'), scheme, sequence: 'RCUR' },
      text: 'Facture 2026-0001',
    })),
  }
  test.each(collectionFormats)('%s keeps the order of its schema and has a batch for each scheme', (format) => {
    const xml = directDebitFile({ ...file, format })
    expect(structureFindings(xml)).toEqual([])
    expect(textsOf(xml, 'CtrlSum')).toEqual(['299.70', '199.80', '99.90'])
    expect(textsOf(xml, 'MndtId')).toEqual(['MANDAT-0', 'MANDAT-2', 'MANDAT-1'])
    expect(textsOf(xml, 'SeqTp')).toEqual(['RCUR', 'RCUR'])
    expect(xml).toContain('<Id>DE98ZZZ09999999999</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm>')
  })
  test('only euro', () => {
    expect(() => directDebitFile({ ...file, collections: [{ ...file.collections[0]!, amount: money(1n, 'CHF') }] })).toThrow()
  })
})

describe('what they are made of', () => {
  test('signs that a bank does not take are written by those that it does', () => {
    expect(latin('Müller & Söhne – “Café” №5', 70)).toBe("Mueller + Soehne - 'Cafe' 5")
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 1, max: 140 }),
        (text, lengthMax) => isLatin(latin(text, lengthMax)) && latin(text, lengthMax).length <= lengthMax,
      ),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const made = identification(`A${text}`)
        return made.length <= 35 && !made.startsWith('/') && !made.endsWith('/') && !made.includes('//')
      }),
    )
  })
  test('a street and its number', () => {
    expect(splitStreet('Musterweg 12a')).toEqual({ street: 'Musterweg', number: '12a' })
    expect(splitStreet('Via 25 Aprile')).toEqual({ street: 'Via 25 Aprile', number: '' })
    expect(splitStreet('Rue 3, 4-6')).toEqual({ street: 'Rue 3', number: '4-6' })
  })
  test('TARGET is closed at weekends, Easter, 1 May and Christmas', () => {
    const closed = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25', '2026-12-26', '2026-03-07']
    expect(closed.map((on) => isBankingDay(day(on)))).toEqual(closed.map(() => false))
    expect(nextBankingDay(day('2026-04-03'))).toBe('2026-04-07')
    expect(addBankingDays(day('2026-04-01'), 2)).toBe('2026-04-07')
  })
})
