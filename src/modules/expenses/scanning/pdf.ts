import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, type Canvas } from '@napi-rs/canvas'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Opens a PDF without running anything in it: no scripts, no forms, no fonts or pictures from elsewhere. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: new Uint8Array(bytes),
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    maxImageSize: 60_000_000,
    canvasMaxAreaInBytes: 100_000_000,
    standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
    cMapUrl: `${join(library, 'cmaps')}/`,
    wasmUrl: `${join(library, 'wasm')}/`,
    verbosity: 0,
  }).promise
}

const lettersMax = 30_000

/** The text layer of a page, put into lines by where it stands. */
export async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  const pieces = items
    .flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), height: item.height || 8, width: item.width }]
        : [],
    )
    .slice(0, 5000)
    .toSorted((left, right) => right.y - left.y || left.x - right.x)
  const lines: (typeof pieces)[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    if (line && Math.abs(line[0]!.y - piece.y) < Math.max(2, piece.height * 0.4)) line.push(piece)
    else lines.push([piece])
  }
  return lines
    .map((line) =>
      line
        .toSorted((left, right) => left.x - right.x)
        .reduce((text, piece, at, all) => {
          const before = all[at - 1]
          const gap = before ? piece.x - before.x - before.width : 0
          return text + (before && gap > piece.height * 0.15 ? (gap > piece.height * 2 ? '   ' : ' ') : '') + piece.text
        }, ''),
    )
    .join('\n')
    .slice(0, lettersMax)
}

/** A page as a picture, its longer side `side` pixels. */
export async function renderPage(page: PDFPageProxy, side: number): Promise<Canvas> {
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: side / Math.max(natural.width, natural.height, 1) })
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise
  return canvas
}

const embeddedBytesMax = 5 * 1024 * 1024

interface Attachments {
  getAttachments(): Promise<Map<string, { readonly filename: string }> | null>
  getAttachmentContent(id: string): Promise<Uint8Array | null>
}

/** XML files inside of the PDF, at most three of at most 5 MB. */
export async function embeddedXml(document: PDFDocumentProxy): Promise<{ name: string; bytes: Uint8Array }[]> {
  const holder = document as unknown as Attachments
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const [id, { filename }] of (await holder.getAttachments()) ?? []) {
    if (!/\.xml$/i.test(filename) || files.length === 3) continue
    const bytes = await holder.getAttachmentContent(id)
    if (bytes && bytes.length <= embeddedBytesMax) files.push({ name: filename.slice(0, 255), bytes })
  }
  return files
}
