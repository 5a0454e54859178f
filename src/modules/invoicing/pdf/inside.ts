import { createHash } from 'node:crypto'
import { relationshipOf, type PdfAttachment } from './attachment.ts'

/** An object of the file, as PDFKit makes them. */
interface Reference {
  end(content?: Uint8Array): void
}

/** What PDFKit has and its types do not say. */
interface Inside {
  readonly _root: { data: Record<string, unknown> }
  ref(data: Record<string, unknown>): Reference
  appendXML(xml: string): void
  addNamedEmbeddedFile(name: string, file: Reference): void
  readonly _font: { readonly ascender: number; readonly scale: number; readonly widths: number[] }
}

export function insideOf(pdf: PDFKit.PDFDocument): Inside {
  return pdf as unknown as Inside
}

/** Puts our XMP packet and file identifier in the place of PDFKit's own. */
export function describe(pdf: PDFKit.PDFDocument, options: { xmp: string; id: Uint8Array }): void {
  const none = () => undefined
  Object.assign(pdf, { _addInfo: none, _addPdfaMetadata: none, _id: options.id })
  insideOf(pdf).appendXML(options.xmp)
}

/** Embeds the file and associates it with the whole document (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4). */
export function attach(pdf: PDFKit.PDFDocument, attachment: PdfAttachment, madeAt: Date): void {
  const inside = insideOf(pdf)
  const content = Buffer.from(attachment.xml)
  const file = inside.ref({
    Type: 'EmbeddedFile',
    Subtype: 'text#2Fxml',
    Params: { Size: content.byteLength, CreationDate: madeAt, ModDate: madeAt, CheckSum: createHash('md5').update(content).digest() },
  })
  file.end(content)
  const specification = inside.ref({
    Type: 'Filespec',
    AFRelationship: relationshipOf(attachment),
    F: textOf(attachment.fileName),
    UF: textOf(attachment.fileName),
    Desc: textOf(attachment.description),
    EF: { F: file, UF: file },
  })
  specification.end()
  inside.addNamedEmbeddedFile(attachment.fileName, specification)
  inside._root.data['AF'] = [specification]
}

/** From the base line to the top of the open font, in thousandths of its size. */
export function ascenderOf(pdf: PDFKit.PDFDocument): number {
  return insideOf(pdf)._font.ascender
}

/** PDFKit forgets to scale the width of the empty box, glyph 0, of a font that does not count in thousandths (ISO 19005-3, 6.2.11.5). */
export function mendWidthOfBox(pdf: PDFKit.PDFDocument): void {
  const { widths, scale } = insideOf(pdf)._font
  widths[0] = (widths[0] ?? 0) * scale
}

/** PDFKit takes an object of String for a text and a plain string for a name. */
function textOf(text: string): unknown {
  return Object(text)
}
