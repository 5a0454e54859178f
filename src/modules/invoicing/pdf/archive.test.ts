import * as fontkit from 'fontkit'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { money } from '../../../kernel/money.ts'
import { paymentCodeOf } from '../payment-code/payment-code.ts'
import type { DocumentModel } from '../document-model.ts'
import { streamText, takeApart, type PdfFile } from '../testing/pdf-file.ts'
import { renderDocument } from './render.ts'
import { sampleCode, sampleDocument, samplePng } from './sample.ts'

const attachment = { xml: '<rsm/>', fileName: 'factur-x.xml', description: 'Rechnung als Daten', profile: 'EN 16931' } as const
const sender = { ...sampleDocument().sender, name: 'Müller & Söhne <GmbH>' }
const swiss = paymentCodeOf(sampleCode())!
const epc = paymentCodeOf(
  sampleCode({ iban: 'DE02120300000000202051', qrIban: null, currency: 'EUR', amount: money(1n, 'EUR'), reference: { kind: 'none', text: null } }),
)!

const documents: Record<string, DocumentModel> = {
  'a Swiss bill with a logo that lets shine through': { ...sampleDocument(), sender, logo: { bytes: samplePng(), type: 'image/png' }, paymentCodes: [swiss] },
  'many pages with the European code': {
    ...sampleDocument({ lineCount: 60 }),
    look: { layout: 'classic', font: 'serif', footer: 'HRB 1' },
    paymentCodes: [epc],
  },
  'names in many scripts': {
    ...sampleDocument(),
    recipient: ['שרה לוי (2)', 'سارة الأحمد', '株式会社 山田', 'Иван Ελλη 🐕 \ue000ก'],
    look: { layout: 'airy', font: 'sans', footer: null },
  },
}

describe.each(Object.keys(documents))('%s keeps to PDF/A-3b (ISO 19005-3)', async (name) => {
  const bytes = await renderDocument(documents[name]!, { attachment })
  const file = takeApart(bytes)
  const all = [...file.objects.values()]

  test('6.1: header, identifier, no encryption, no forbidden filters', () => {
    expect(Buffer.from(bytes.subarray(0, 9)).toString('latin1')).toBe('%PDF-1.7\n')
    expect([...bytes.subarray(10, 14)].every((byte) => byte > 127)).toBe(true)
    expect(file.trailer).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/)
    expect(file.trailer).not.toContain('/Encrypt')
    expect(all.some((object) => /LZWDecode|\/Crypt|\/F \(http/.test(object.text))).toBe(false)
  })

  test('6.2.4, 6.4: sRGB is said, nothing is transparent, no other colours', () => {
    const intent = file.find(/\/S \/GTS_PDFA1/)
    expect(intent.length).toBe(1)
    expect(file.follow(intent[0]!, 'DestOutputProfile')?.text).toContain('/N 3')
    expect(all.some((object) => /\/SMask|\/CA |\/ca |\/BM |\/Group|DeviceCMYK/.test(object.text))).toBe(false)
    for (const content of contentsOf(file)) {
      expect(content).not.toMatch(/ gs\n| k\n| K\n/)
      for (const space of content.matchAll(/\/(\w+) (?:cs|CS)\n/g)) expect(space[1]).toBe('DeviceRGB')
    }
  })

  test('6.2.11: fonts are within the file, whole in what they say, and every sign has one', () => {
    const fonts = file.find(/\/Subtype \/Type0/)
    expect(fonts.length).toBeGreaterThan(1)
    expect(file.find(/\/Type \/Font\b/).every((object) => /Type0|CIDFontType/.test(object.text))).toBe(true)
    for (const font of fonts) {
      expect(streamText(file.follow(font, 'ToUnicode')!)).toContain('beginbfrange')
      const descendant = file.follow(font, 'DescendantFonts')!
      const descriptor = file.follow(descendant, 'FontDescriptor')!
      const program = file.follow(descriptor, 'FontFile2') ?? file.follow(descriptor, 'FontFile3')
      expect(descriptor.text).not.toContain('/CIDSet')
      if (descriptor.text.includes('FontFile2')) expect(wrongWidths(descendant.text, program!.stream!)).toEqual([])
    }
    // Glyph 0 is the empty box.
    for (const content of contentsOf(file))
      for (const shown of content.matchAll(/<((?:[0-9a-f]{4})+)> -?[\d.]+\]? ?(?:TJ)?/g)) expect(shown[1]!.match(/.{4}/g)).not.toContain('0000')
  })

  test('6.5: no actions, no scripts, no annotations', () => {
    expect(all.some((object) => /\/(?:JS|JavaScript|Launch|OpenAction|AA|Annots|URI)\b/.test(object.text))).toBe(false)
  })

  test('6.6: the XMP packet is XML and says the same as the dictionary', () => {
    const packet = Buffer.from(file.find(/\/Type \/Metadata/)[0]!.stream!).toString('utf8')
    const parser = new SaxesParser({ xmlns: true })
    let text = ''
    parser.on('text', (part) => (text += part))
    parser.on('error', (error) => {
      throw error
    })
    parser.write(packet).close()
    expect(packet).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(packet).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(text).toContain(documents[name]!.sender.name)
    expect(text).toContain(documents[name]!.title)
    const dates = [...packet.matchAll(/<xmp:(?:Create|Modify)Date>([^<]+)</g)].map((match) => match[1]!.replace(/[-:TZ]/g, ''))
    expect(dates).toEqual(['20261124080000', '20261124080000'])
    expect(all.filter((object) => object.text === '(D:20261124080000Z)').length).toBe(2)
  })

  test('6.8: the file within is named, dated, and belongs to the document', () => {
    const specification = file.find(/\/Type \/Filespec/)[0]!
    expect(specification.text).toMatch(/\/AFRelationship \/Alternative[\s\S]*\/F \(factur-x.xml\)[\s\S]*\/UF \(factur-x.xml\)/)
    expect(file.find(/\/Type \/Catalog/)[0]!.text).toContain(`/AF [${specification.id} 0 R]`)
    expect(file.find(/\/Type \/EmbeddedFile/)[0]!.text).toMatch(/\/Subtype \/text#2Fxml[\s\S]*\/ModDate \(D:20261124080000Z\)/)
  })
})

describe.each(Object.keys(documents))('%s can be read aloud (ISO 32000-1, 14.8)', async (name) => {
  const file = takeApart(await renderDocument(documents[name]!))

  test('it has a language, a title, and says that it is tagged', () => {
    const catalog = file.find(/\/Type \/Catalog/)[0]!
    expect(catalog.text).toContain('/Lang (de)')
    expect(file.follow(catalog, 'MarkInfo')?.text).toContain('/Marked true')
    expect(file.follow(catalog, 'ViewerPreferences')?.text).toContain('/DisplayDocTitle true')
    expect(file.find(/\/Type \/Page\b/).every((page) => page.text.includes('/Tabs /S'))).toBe(true)
  })

  test('everything drawn is in the tree or an artifact, and nothing is marked twice', () => {
    for (const content of contentsOf(file)) {
      let depth = 0
      for (const line of content.split('\n')) {
        if (/ (?:BDC|BMC)$/.test(line)) depth += 1
        else if (line === 'EMC') depth -= 1
        else if (/(?:TJ|Tj| Do|\bf|\bS|\bB)$/.test(line)) expect(depth, line).toBeGreaterThan(0)
      }
      expect(depth).toBe(0)
    }
    const root = file.find(/\/Type \/StructTreeRoot/)[0]!
    expect(root.text).not.toContain('null')
  })

  test('headings, tables with heads, pictures with words', () => {
    expect(file.find(/\/S \/H1\b/).length).toBe(1)
    expect(file.find(/\/S \/Table\b/).length).toBe(1)
    const heads = file.find(/\/S \/TH\b/)
    expect(heads.length).toBe(5)
    expect(heads.every((head) => head.text.includes('/Scope /Column'))).toBe(true)
    const rows = file.find(/\/S \/TR\b/)
    expect(rows.length).toBe(documents[name]!.lines.length + 1)
    expect(file.find(/\/S \/TD\b/).every((cell) => /\/S \/TR/.test(file.follow(cell, 'P')!.text))).toBe(true)
    expect(file.find(/\/S \/Figure\b/).every((figure) => /\/Alt \(|\/Alt </.test(figure.text) && figure.text.includes('/BBox'))).toBe(true)
  })
})

function contentsOf(file: PdfFile): string[] {
  return file.find(/\/Type \/Page\b/).map((page) => streamText(file.follow(page, 'Contents')!))
}

/** Glyphs whose width in the dictionary is not the one of the font itself (6.2.11.5: within a thousandth). */
function wrongWidths(descendant: string, program: Uint8Array): number[] {
  const widths = /\/W \[0 \[([^\]]*)\]/.exec(descendant)![1]!.trim().split(/\s+/).map(Number)
  const font = fontkit.create(program) as { unitsPerEm: number; getGlyph(id: number): { advanceWidth: number } }
  return widths.flatMap((width, id) => (Math.abs(width - (font.getGlyph(id).advanceWidth * 1000) / font.unitsPerEm) > 1 ? [id] : []))
}
