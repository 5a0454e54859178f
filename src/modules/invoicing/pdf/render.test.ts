import { expect, test } from 'vitest'
import { money } from '../../../kernel/money.ts'
import { languages } from '../../../kernel/language.ts'
import { paymentCodeOf } from '../payment-code/payment-code.ts'
import { pictureOfPage, readQr } from '../testing/picture.ts'
import { renderPdf } from './pool.ts'
import { renderDocument } from './render.ts'
import { sampleCode, sampleDocument } from './sample.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

test('the same document gives the same bytes, in this thread and in the other', async () => {
  const [first, second, elsewhere] = await Promise.all([renderDocument(sampleDocument()), renderDocument(sampleDocument()), renderPdf(sampleDocument())])
  expect(Buffer.compare(first, second)).toBe(0)
  expect(Buffer.compare(first, elsewhere)).toBe(0)
})

test('it calls itself PDF/A-3b and is tagged', async () => {
  const pdf = text(await renderDocument(sampleDocument()))
  expect(pdf).toContain('<pdfaid:part>3</pdfaid:part>')
  expect(pdf).toContain('/OutputIntents')
  expect(pdf).toContain('/StructTreeRoot')
})

test('200 lines go over many pages and take no time to speak of', async () => {
  const pdf = await renderDocument(sampleDocument({ lineCount: 200 }))
  expect(text(pdf).match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(5)
})

test('names in other scripts, pictures and very long words do not break a page', async () => {
  const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(20)
  await renderDocument(
    sampleDocument({
      recipient: ['Ελληνική Εταιρεία', 'Иван Петров', '株式会社 🐕', long],
      lines: [{ description: long, detail: 'a\nb\n'.repeat(120), cells: ['1', '1', '1', '1'], carried: '1' }],
    }),
  )
})

test('an electronic invoice lies within the file as Factur-X asks, and names with signs of XML stay XML', async () => {
  const model = sampleDocument()
  const attachment = { xml: '<rsm/>', fileName: 'factur-x.xml', description: 'Rechnung als Daten', profile: 'EN 16931' } as const
  const pdf = text(await renderDocument({ ...model, sender: { ...model.sender, name: 'Müller & Söhne <GmbH>' } }, { attachment }))
  expect(pdf).toContain('/AFRelationship /Alternative')
  expect(pdf).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>')
  expect(pdf).toContain('<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>')
  expect(Buffer.from(pdf, 'latin1').toString('utf8')).toContain('<rdf:li>Müller &amp; Söhne &lt;GmbH&gt;</rdf:li>')
})

test.each(languages)('the Swiss code on paper says what was asked for (%s)', { timeout: 60_000 }, async (language) => {
  const code = paymentCodeOf(sampleCode({ language }))!
  const model = { ...sampleDocument({ lineCount: 1 }), intro: null, paymentCodes: [code] }
  expect(readQr(await pictureOfPage(await renderDocument(model), { page: 1, scale: 2.5 }))).toBe(code.payload)
})

test('a plan in three parts has a Swiss bill for each, on pages of their own', { timeout: 60_000 }, async () => {
  const codes = [1n, 2n, 3n].map((part) => paymentCodeOf(sampleCode({ amount: money(part * 100n, 'CHF') }))!)
  const pdf = await renderDocument({ ...sampleDocument({ lineCount: 1 }), intro: null, paymentCodes: codes })
  expect(readQr(await pictureOfPage(pdf, { page: 3, scale: 2.5 }))).toBe(codes[2]!.payload)
})

test('the European code on paper says what was asked for', { timeout: 60_000 }, async () => {
  const euro = {
    iban: 'DE02120300000000202051',
    qrIban: null,
    currency: 'EUR',
    amount: money(714_000n, 'EUR'),
    reference: { kind: 'none', text: null },
  } as const
  const code = paymentCodeOf(sampleCode(euro))!
  expect(readQr(await pictureOfPage(await renderDocument({ ...sampleDocument(), paymentCodes: [code] }), { page: 1, scale: 2.5 }))).toBe(code.payload)
})
