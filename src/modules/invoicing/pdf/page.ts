import PDFDocument from 'pdfkit'
import type { DocumentModel } from '../document-model.ts'
import type { PdfAttachment } from './attachment.ts'
import { fontOf, printable, type Face, type Weight } from './fonts.ts'
import { ascenderOf, attach, describe, mendWidthOfBox } from './inside.ts'
import { ink, layoutOf, margin, mm, paper, type Layout } from './layout.ts'
import { linesOf } from './lines.ts'
import { fileIdOf, producer, xmpOf } from './metadata.ts'
import { isMixed, runsOf } from './script.ts'
import { Structure, type Tag, type TagOptions } from './structure.ts'

export interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
  readonly align?: 'left' | 'right' | 'center'
  /** Extra points between lines. */
  readonly lineGap?: number
  /** Structure element of tagged PDF; null for what is only repeated furniture; 'open' for a part of the element around it. */
  readonly tag?: Tag | null | 'open'
  readonly scope?: TagOptions['scope']
  /** Another typeface than the document's. */
  readonly face?: Face
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A sheet of paper with few verbs: put a text in a box, measure it, rule a line, next page. */
export class Page {
  readonly pdf: PDFKit.PDFDocument
  readonly layout: Layout
  readonly structure: Structure
  y = margin.top
  /** Where the text of a page must end: above its foot, whose height `measureFoot` tells. */
  bottom = paper.height - mm(33)
  readonly #chunks: Buffer[] = []
  readonly #ended: Promise<void>
  readonly #model: DocumentModel
  readonly #registered = new Set<string>()

  constructor(model: DocumentModel, attachment: PdfAttachment | null = null) {
    const seconds = `${model.madeAt.slice(0, 19)}Z`
    const madeAt = new Date(Date.parse(seconds))
    this.#model = model
    this.layout = layoutOf(model)
    const { face } = this.layout
    const description = { title: printable(model.title, face), author: printable(model.sender.name, face), language: model.language, madeAt: seconds }
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
      info: { Title: description.title, Author: description.author, Creator: producer, Producer: producer, CreationDate: madeAt, ModDate: madeAt },
    })
    describe(this.pdf, { xmp: xmpOf(description, attachment), id: fileIdOf(model, attachment) })
    if (attachment) attach(this.pdf, attachment, madeAt)
    this.pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
    this.#ended = new Promise((resolve) => this.pdf.on('end', () => resolve()))
    this.structure = new Structure(this.pdf)
    this.pdf.addPage()
  }

  /** The next page, with what every page after the first has on top. */
  add(): void {
    this.pdf.addPage()
    const style = { size: 8.5, colour: '#6d6a64', tag: null }
    const width = paper.width - margin.left - margin.right
    const title = this.lines(this.#model.title, width * 0.62, style)[0] ?? ''
    this.text(title, { x: margin.left, y: mm(13), width: width * 0.65 }, style)
    this.text(this.lines(this.#model.sender.name, width * 0.33, style)[0] ?? '', { x: margin.left, y: mm(13), width }, { ...style, align: 'right' })
    this.y = margin.top + mm(2)
  }

  /** Writes the text into a box that is `width` wide and returns the y below it. */
  text(text: string, box: Box, style: TextStyle): number {
    const lines = this.lines(text, box.width, style)
    const draw = () => lines.forEach((line, index) => this.#line(line, { ...box, y: box.y + index * this.lineHeight(style) }, style))
    if (style.tag === null) this.structure.artifact(draw, 'Pagination')
    else if (style.tag === 'open') this.structure.content('Span', draw)
    else this.structure.leaf(style.tag ?? 'P', draw, style.scope ? { scope: style.scope } : {})
    return box.y + lines.length * this.lineHeight(style)
  }

  /** The lines that the text has in a box of this width. */
  lines(text: string, width: number, style: TextStyle): string[] {
    const face = style.face ?? this.layout.face
    return linesOf(printable(text, face), width + 0.01, (part) => this.#width(part, style))
  }

  lineHeight(style: TextStyle): number {
    this.#use(style.face ?? this.layout.face, style)
    return this.pdf.currentLineHeight(true) + (style.lineGap ?? 0)
  }

  heightOf(text: string, width: number, style: TextStyle): number {
    return this.lines(text, width, style).length * this.lineHeight(style)
  }

  widthOf(text: string, style: TextStyle): number {
    return this.#width(printable(text, style.face ?? this.layout.face), style)
  }

  rule(options: { x: number; y: number; width: number; colour: string; thickness: number }): void {
    this.structure.artifact(() => this.pdf.rect(options.x, options.y, options.width, options.thickness).fill(options.colour))
  }

  async bytes(): Promise<Uint8Array> {
    this.structure.end()
    this.pdf.end()
    await this.#ended
    return new Uint8Array(Buffer.concat(this.#chunks))
  }

  #width(text: string, style: TextStyle): number {
    const face = style.face ?? this.layout.face
    if (!isMixed(text, face)) {
      this.#use(face, style)
      return this.pdf.widthOfString(text)
    }
    return runsOf(text, face).reduce((sum, run) => sum + this.#runWidth(run, style), 0)
  }

  #runWidth(run: { text: string; face: Face; isShapedFromRight: boolean }, style: TextStyle): number {
    this.#use(run.face, style)
    return this.pdf.widthOfString(run.text, run.isShapedFromRight ? shaped : {})
  }

  #line(line: string, box: Box, style: TextStyle): void {
    if (line === '') return
    const face = style.face ?? this.layout.face
    const align = style.align ?? 'left'
    const spare = align === 'left' ? 0 : box.width - this.#width(line, style)
    const x = box.x + (align === 'center' ? spare / 2 : spare)
    this.pdf.fillColor(style.colour ?? ink)
    this.#use(face, style)
    if (!isMixed(line, face)) {
      this.pdf.text(line, x, box.y, { lineBreak: false })
      return
    }
    const draw = () => this.#runs(line, { x, y: box.y }, style)
    if (style.tag === null) draw()
    else this.structure.spoken(line, draw)
  }

  /** All runs stand on the base line of the document's own font. */
  #runs(line: string, at: { x: number; y: number }, style: TextStyle): void {
    const face = style.face ?? this.layout.face
    this.#use(face, style)
    const baseline = (-ascenderOf(this.pdf) * style.size) / 1000
    let { x } = at
    for (const run of runsOf(line, face)) {
      const width = this.#runWidth(run, style)
      this.pdf.text(run.text, x, at.y, { lineBreak: false, baseline, ...(run.isShapedFromRight ? shaped : {}) })
      x += width
    }
  }

  #use(face: Face, style: TextStyle): void {
    const weight = style.weight ?? 'regular'
    const name = `${face}-${weight}`
    if (!this.#registered.has(name)) {
      this.pdf.registerFont(name, fontOf(face, weight) as never)
      this.#registered.add(name)
      mendWidthOfBox(this.pdf.font(name))
    }
    this.pdf.font(name).fontSize(style.size)
  }
}

/** With features, even none, PDFKit lays out a run as a whole instead of word by word, which letters from the right need. */
const shaped = { features: [] }
