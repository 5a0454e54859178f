import PDFDocument from 'pdfkit'
import type { DocumentModel } from '../document-model.ts'
import type { PdfAttachment } from './attachment.ts'
import { fontOf, printable, weights, type Weight } from './fonts.ts'
import { attach, describe } from './inside.ts'
import { fileIdOf, producer, xmpOf } from './metadata.ts'

/** Millimetres to points. */
export const mm = (millimetres: number) => millimetres * 2.834646

export const paper = { width: 595.28, height: 841.89 }
export const margin = { left: mm(25), right: mm(20), top: mm(20) }
export const column = { left: margin.left, right: paper.width - margin.right, width: paper.width - margin.left - margin.right }
/** Where the text of a page must end, above its foot. */
export const bottom = paper.height - mm(33)
export const footTop = paper.height - mm(29)

export const ink = '#1c1b19'
export const grey = '#6d6a64'
export const hairline = '#d9d5cd'

export interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
  readonly align?: 'left' | 'right'
  /** Extra points between lines. */
  readonly lineGap?: number
  /** Structure element of tagged PDF; null for what is only repeated furniture. */
  readonly tag?: 'P' | 'H1' | 'TH' | 'TD' | null
}

/** A sheet of paper with few verbs: put a text in a box, measure it, rule a line, next page. */
export class Page {
  readonly pdf: PDFKit.PDFDocument
  y = margin.top
  readonly #chunks: Buffer[] = []
  readonly #ended: Promise<void>
  readonly #structure: ReturnType<PDFKit.PDFDocument['struct']>

  constructor(model: DocumentModel, attachment: PdfAttachment | null = null) {
    const seconds = `${model.madeAt.slice(0, 19)}Z`
    const madeAt = new Date(Date.parse(seconds))
    const description = { title: printable(model.title), author: printable(model.sender.name), language: model.language, madeAt: seconds }
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      autoFirstPage: false,
      font: '',
      subset: 'PDF/A-3b',
      pdfVersion: '1.7',
      tagged: true,
      lang: model.language,
      displayTitle: true,
      info: {
        Title: description.title,
        Author: description.author,
        Creator: producer,
        Producer: producer,
        CreationDate: madeAt,
        ModDate: madeAt,
      },
    })
    describe(this.pdf, { xmp: xmpOf(description, attachment), id: fileIdOf(model, attachment) })
    if (attachment) attach(this.pdf, attachment, madeAt)
    this.pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
    this.#ended = new Promise((resolve) => this.pdf.on('end', () => resolve()))
    for (const weight of Object.keys(weights) as Weight[]) this.pdf.registerFont(weight, fontOf(weight) as never)
    this.#structure = this.pdf.struct('Document')
    this.pdf.addStructure(this.#structure)
    this.add()
  }

  add(): void {
    this.pdf.addPage()
    this.y = margin.top
  }

  /** Writes the text into a box that is `width` wide and returns the y below it. */
  text(text: string, box: { x: number; y: number; width: number }, style: TextStyle): number {
    const clean = printable(text)
    const gap = style.lineGap ?? 0
    this.#use(style)
    const draw = () => this.pdf.text(clean, box.x, box.y, { width: box.width, align: style.align ?? 'left', lineGap: gap })
    if (style.tag === null) {
      this.pdf.markContent('Artifact', { type: 'Layout' })
      draw()
      this.pdf.endMarkedContent()
    } else {
      const tag = style.tag ?? 'P'
      const content = this.pdf.markStructureContent(tag)
      draw()
      this.pdf.endMarkedContent()
      this.#structure.add(this.pdf.struct(tag, [content] as never))
    }
    return this.pdf.y
  }

  heightOf(text: string, width: number, style: TextStyle): number {
    this.#use(style)
    return this.pdf.heightOfString(printable(text), { width, lineGap: style.lineGap ?? 0 })
  }

  widthOf(text: string, style: TextStyle): number {
    this.#use(style)
    return this.pdf.widthOfString(printable(text))
  }

  rule(options: { x: number; y: number; width: number; colour: string; thickness: number }): void {
    this.pdf.markContent('Artifact', { type: 'Layout' })
    this.pdf.rect(options.x, options.y, options.width, options.thickness).fill(options.colour)
    this.pdf.endMarkedContent()
  }

  /** An image within the box, its proportions kept; returns its height. */
  image(bytes: Uint8Array, box: { x: number; y: number; width: number; height: number }): number {
    const image = (this.pdf as unknown as { openImage(source: Buffer): { width: number; height: number } }).openImage(Buffer.from(bytes))
    const scale = Math.min(box.width / image.width, box.height / image.height)
    this.pdf.markContent('Artifact', { type: 'Layout' })
    this.pdf.image(image as never, box.x, box.y, { width: image.width * scale })
    this.pdf.endMarkedContent()
    return image.height * scale
  }

  async bytes(): Promise<Uint8Array> {
    this.#structure.end()
    this.pdf.end()
    await this.#ended
    return new Uint8Array(Buffer.concat(this.#chunks))
  }

  #use(style: TextStyle): void {
    this.pdf
      .font(style.weight ?? 'regular')
      .fontSize(style.size)
      .fillColor(style.colour ?? ink)
  }
}
