/** Structure elements of tagged PDF that documents use (ISO 32000-1, 14.8.4). */
export type Tag = 'Document' | 'Sect' | 'H1' | 'H2' | 'P' | 'Span' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure'

export interface TagOptions {
  /** For a header cell: what it heads. */
  readonly scope?: 'Column' | 'Row'
  /** For a figure: what it shows. */
  readonly alt?: string
  /** For a figure: where it stands, x and y of two corners. */
  readonly bbox?: readonly [number, number, number, number]
}

interface Element {
  add(child: unknown): void
  end(): void
}

interface Tagging {
  struct(tag: string, options?: TagOptions): Element
  addStructure(element: Element): void
  markStructureContent(tag: string): unknown
  markContent(tag: string, options: object): void
  endMarkedContent(): void
}

/**
 * The order in which a document is read aloud: a tree of elements whose leaves are what is drawn. Everything drawn is
 * either in it or an artifact: rules, and what is repeated on each page.
 */
export class Structure {
  readonly #pdf: Tagging
  readonly #open: Element[]

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf as unknown as Tagging
    const root = this.#pdf.struct('Document')
    this.#pdf.addStructure(root)
    this.#open = [root]
  }

  /** Everything drawn by `body` becomes children of one new element. */
  within<T>(tag: Tag, body: () => T, options: TagOptions = {}): T {
    const element = this.#pdf.struct(tag, options)
    this.#open.at(-1)!.add(element)
    this.#open.push(element)
    try {
      return body()
    } finally {
      this.#open.pop()
      element.end()
    }
  }

  /** What `draw` draws is one leaf: an element of its own below the open one. */
  leaf(tag: Tag, draw: () => void, options: TagOptions = {}): void {
    this.within(tag, () => this.content(tag, draw), options)
  }

  /** What `draw` draws belongs to the open element itself. */
  content(tag: Tag, draw: () => void): void {
    const content = this.#pdf.markStructureContent(tag)
    draw()
    this.#pdf.endMarkedContent()
    this.#open.at(-1)!.add(content)
  }

  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.#pdf.markContent('Artifact', { type })
    draw()
    this.#pdf.endMarkedContent()
  }

  /** Says what letters from the right read, whose signs stand the other way round in the file. */
  spoken(text: string, draw: () => void): void {
    this.#pdf.markContent('Span', { actual: text })
    draw()
    this.#pdf.endMarkedContent()
  }

  end(): void {
    this.#open[0]!.end()
  }
}
