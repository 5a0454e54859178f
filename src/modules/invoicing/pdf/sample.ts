import { crc32, deflateSync } from 'node:zlib'
import { instant } from '../../../kernel/instant.ts'
import { money } from '../../../kernel/money.ts'
import type { DocumentModel } from '../document-model.ts'
import type { PaymentRequest } from '../payment-code/payment-code.ts'

/** A document to look at and to test the layout with. */
export function sampleDocument(changes: Partial<DocumentModel> & { lineCount?: number } = {}): DocumentModel {
  const { lineCount = 4, ...rest } = changes
  return {
    kind: 'invoice',
    language: 'de',
    country: 'DE',
    accent: '#1f5f8b',
    look: { layout: 'clear', font: 'sans', footer: null },
    logo: null,
    title: 'Rechnung 2026-0014',
    sender: {
      name: 'Studio Lindenau',
      address: ['Torstrasse 140', '10119 Berlin'],
      contact: ['hallo@lindenau.example', '+49 30 1234567', 'lindenau.example'],
      legal: ['USt-IdNr. DE123456789', 'IBAN DE02 1203 0000 0000 2020 51', 'Beispielbank Berlin'],
    },
    recipient: ['Acme Möbel GmbH', 'Frau Marie Łódź', 'Königsallee 12', '40212 Düsseldorf'],
    meta: [
      { label: 'Datum', value: '24. November 2026' },
      { label: 'Kundennummer', value: '1042' },
      { label: 'Leistungszeitraum', value: '1.–30. November 2026' },
      { label: 'Ihre USt-IdNr.', value: 'DE987654321' },
    ],
    intro: 'Guten Tag, Frau Łódź\nVielen Dank für die gute Zusammenarbeit. Wir erlauben uns, Folgendes in Rechnung zu stellen.',
    columns: [
      { label: 'Menge', width: 66 },
      { label: 'Preis', width: 66 },
      { label: 'MWST', width: 38 },
      { label: 'Betrag EUR', width: 68 },
    ],
    lines: Array.from({ length: lineCount }, (_, index) => ({
      description: ['Markenauftritt, zweite Etappe', 'Gestaltung', 'Fotografie vor Ort', 'Druckvorstufe'][index % 4]!,
      detail: [null, '1.–30. November 2026 · Überarbeitung der Bildmarke, drei Varianten, zwei Runden mit dem Vorstand', '12. November 2026', null][index % 4]!,
      cells: ['12:30 h', '120,00', '19 %', '1.500,00'],
      carried: `${((index + 1) * 1500).toLocaleString('de-DE')},00`,
    })),
    taxGroups: [{ label: 'MWST 19 % auf 6.000,00', value: '1.140,00' }],
    totals: [
      { label: 'Summe netto', value: '6.000,00', isFinal: false },
      { label: 'Gesamtbetrag', value: '7.140,00 €', isFinal: true },
    ],
    payment: {
      title: 'Zahlbar bis 8. Dezember 2026',
      due: [],
      account: [
        { label: 'Konto', value: 'DE02 1203 0000 0000 2020 51' },
        { label: 'Bank', value: 'Beispielbank Berlin' },
        { label: 'Empfänger', value: 'Studio Lindenau' },
        { label: 'Zweck', value: 'Rechnung 2026-0014' },
      ],
    },
    deductions: [],
    remarks: [],
    paymentCodes: [],
    closing: 'Freundliche Grüsse\nStudio Lindenau',
    legalNotes: [],
    words: { description: 'Leistung', carriedForward: 'Übertrag', draft: 'Entwurf', pageOf: 'Seite {page} von {pages}' },
    madeAt: instant('2026-11-24T08:00:00Z'),
    isDraft: false,
    ...rest,
  }
}

/** A payment to ask for: to a Swiss account with a QR reference, unless told otherwise. */
export function sampleCode(changes: Partial<PaymentRequest> = {}): PaymentRequest {
  return {
    creditor: { name: 'Hundeschule Pfotenwerk GmbH', street: 'Seefeldstrasse 41', postalCode: '8008', city: 'Zürich', country: 'CH' },
    debtor: { name: 'Marie Łódź-Rutschmann', street: 'Grosse Marktgasse 28', postalCode: '9400', city: 'Rorschach', country: 'CH' },
    iban: 'CH5800791123000889012',
    qrIban: 'CH4431999123000889012',
    bic: null,
    reference: { kind: 'qr', text: '210000000003139471430009017' },
    amount: money(714_000n, 'CHF'),
    currency: 'CHF',
    message: 'Rechnung 2026-0014',
    billInformation: '//S1/10/2026-0014/11/261124/30/123456789/32/8.1/40/0:30',
    language: 'de',
    label: 'QR-Code zum Bezahlen',
    caption: 'Zum Bezahlen scannen',
    ...changes,
  }
}

/** A picture of 40 by 20 pixels, blue, whose right half is half transparent. */
export function samplePng(): Uint8Array {
  const width = 40
  const height = 20
  const rows = Array.from({ length: height }, () => [0, ...Array.from({ length: width }, (_, x) => [31, 95, 139, x < width / 2 ? 255 : 128]).flat()])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.from(rows.flat()))
  return new Uint8Array(Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]))
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
