import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readEInvoice } from '../read-e-invoice.ts'
import { embeddedInvoice } from './embedded-invoice.ts'

const folder = resolve(process.env['CLOUDBURO_FIXTURES'] ?? resolve(import.meta.dirname, '../../../../../../shared/fixtures'), 'einvoice/ZUGFeRD+corpus')
const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf')) : []

/** A PDF by hand: one empty page, and a file attached to it. */
function pdf({ name = 'factur-x.xml', content = Buffer.from('<a/>') as Uint8Array, filter = '' } = {}): Uint8Array {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(${name}) 4 0 R] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>',
    `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F 5 0 R >> >>`,
  ]
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n'), ...objects.map((object, index) => Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`))]
  parts.push(Buffer.from(`5 0 obj\n<< /Type /EmbeddedFile /Length ${content.length} ${filter} >>\nstream\n`), content, Buffer.from('\nendstream\nendobj\n'))
  const offsets: number[] = []
  let at = parts[0]!.length
  for (const part of parts.slice(1, 6)) {
    offsets.push(at)
    at += part.length
  }
  const end = parts.reduce((sum, part) => sum + part.length, 0)
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.concat([...parts, Buffer.from(`xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`)])
}

describe.skipIf(files.length === 0)('PDFs of real producers', () => {
  test.each(files)('%s carries an invoice that is read', async (name) => {
    const found = await embeddedInvoice(readFileSync(join(folder, name)))
    expect(readEInvoice(found!.bytes)).toMatchObject({ syntax: 'cii', model: { number: expect.any(String), totals: expect.any(Object) } })
  })
})

test.each(['factur-x.xml', 'zugferd-invoice.xml', 'ZUGFeRD-invoice.xml', 'xrechnung.xml'])('an attachment named %s is the invoice', async (name) => {
  expect(await embeddedInvoice(pdf({ name }))).toEqual({ name, bytes: new TextEncoder().encode('<a/>') })
})

test('other attachments are not', async () => {
  expect(await embeddedInvoice(pdf({ name: 'order-x.xml' }))).toBeUndefined()
})

test.each<[string, string, () => Uint8Array]>([
  ['no PDF', 'e_invoice_pdf_unreadable', () => new TextEncoder().encode('<a/>')],
  ['nothing', 'e_invoice_pdf_unreadable', () => new Uint8Array()],
  ['too many bytes', 'e_invoice_pdf_too_heavy', () => new Uint8Array(21 * 1024 * 1024)],
  ['a bomb', 'e_invoice_pdf_too_heavy', () => pdf({ content: bomb(), filter: '/Filter [/FlateDecode /FlateDecode]' })],
])('%s: %s', async (_, code, content) => {
  await expect(embeddedInvoice(content())).rejects.toMatchObject({ code })
})

/** A quarter of a megabyte that unpacks to 256, and that packed once more. */
function bomb(): Uint8Array {
  return deflateSync(deflateSync(Buffer.alloc(256 * 1024 * 1024), { level: 9 }), { level: 9 })
}
