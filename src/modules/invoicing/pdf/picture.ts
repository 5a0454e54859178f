import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { DocumentLogo } from '../document-model.ts'
import { insideOf } from './inside.ts'
import { readPng, type Pixels } from './png.ts'

/** A picture ready for a file: PDFKit calls `embed` with the first use and puts `obj` on the page under `label`. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  readonly entries: Record<string, unknown>
}

/** A logo is at most 62 mm wide: so many pixels are 400 to the inch. */
const widthMax = 1000

const prepared = new Map<string, Picture | null>()

/**
 * The logo as PDF/A takes it: without transparency (ISO 19005-3, 6.4), in a colour space that sRGB covers (6.2.4.3), and no larger than
 * paper shows. Prepared once per thread, since a month's documents all have the same. Null where the file cannot be read.
 */
export async function pictureOf(logo: DocumentLogo): Promise<Picture | null> {
  const hash = createHash('sha1').update(logo.bytes).digest('base64')
  let picture = prepared.get(hash)
  if (picture === undefined) {
    picture = await prepare(logo)
    if (prepared.size >= 4) prepared.clear()
    prepared.set(hash, picture)
  }
  return picture
}

/** An image of PDFKit for one document. */
interface Image {
  readonly width: number
  readonly height: number
  readonly label: string
  obj: unknown
  embed(): void
}

export function imageIn(pdf: PDFKit.PDFDocument, picture: Picture): Image {
  const { width, height } = picture
  const image: Image = {
    width,
    height,
    label: 'Logo',
    obj: null,
    embed() {
      const object = insideOf(pdf).ref({ Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8, ...picture.entries })
      object.end(picture.bytes)
      image.obj = object
    },
  }
  return image
}

async function prepare(logo: DocumentLogo): Promise<Picture | null> {
  if (logo.type === 'image/png') {
    const pixels = readPng(logo.bytes)
    return pixels ? packed(shrunk(pixels)) : null
  }
  const frame = jpegFrame(logo.bytes)
  if (!frame) return null
  if (frame.components === 1 || frame.components === 3) {
    const entries = { Filter: 'DCTDecode', ColorSpace: frame.components === 1 ? 'DeviceGray' : 'DeviceRGB' }
    return { width: frame.width, height: frame.height, bytes: logo.bytes, entries }
  }
  return packed(shrunk(await fromPrintColours(logo.bytes)))
}

function packed({ width, height, rgb }: Pixels): Picture {
  return { width, height, bytes: deflateSync(rgb), entries: { Filter: 'FlateDecode', ColorSpace: 'DeviceRGB' } }
}

/** A JPEG in print colours (CMYK) has no meaning without its own profile: it becomes sRGB. */
async function fromPrintColours(bytes: Uint8Array): Promise<Pixels> {
  const { JpegImage } = await import('pdfjs-dist/image_decoders/pdf.image_decoders.mjs')
  const image = new JpegImage()
  image.parse(bytes)
  const { width, height } = image
  return { width, height, rgb: new Uint8Array(image.getData({ width, height, forceRGB: true })) }
}

/** Makes a large picture smaller by whole factors: each pixel the mean of a square. */
function shrunk(pixels: Pixels): Pixels {
  const factor = Math.floor(pixels.width / widthMax)
  if (factor < 2) return pixels
  const width = Math.floor(pixels.width / factor)
  const height = Math.max(1, Math.floor(pixels.height / factor))
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let part = 0; part < 3; part += 1) {
        let sum = 0
        for (let row = 0; row < factor; row += 1) {
          const start = ((y * factor + row) * pixels.width + x * factor) * 3 + part
          for (let step = 0; step < factor; step += 1) sum += pixels.rgb[start + step * 3] ?? 255
        }
        rgb[(y * width + x) * 3 + part] = Math.round(sum / (factor * factor))
      }
    }
  }
  return { width, height, rgb }
}

/** Size and number of colour components, from the first start of frame (ITU T.81, B.2.2). */
function jpegFrame(bytes: Uint8Array): { width: number; height: number; components: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let offset = 2; offset + 10 < bytes.length;) {
    const marker = bytes[offset + 1] ?? 0
    if (bytes[offset] !== 0xff) return undefined
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: view.getUint16(offset + 5), width: view.getUint16(offset + 7), components: bytes[offset + 9]! }
    }
    offset += 2 + view.getUint16(offset + 2)
  }
  return undefined
}
