/** What a receipt may be. Its content says which, never its name. */
export const receiptTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'application/xml'] as const
export type ReceiptType = (typeof receiptTypes)[number]

export const receiptBytesMax = 20 * 1024 * 1024
/** 60 megapixels: more than any phone takes; 240 MB when unpacked. */
export const pixelsMax = 60_000_000

/**
 * The type by the content, or why it is refused: receipt_empty, receipt_too_large, receipt_is_heic (the format of Apple's
 * cameras, for which there is no free reader), receipt_picture_too_large, receipt_type_unknown.
 */
export function detectReceipt(bytes: Uint8Array): { type: ReceiptType } | { refused: string } {
  if (bytes.length === 0) return { refused: 'receipt_empty' }
  if (bytes.length > receiptBytesMax) return { refused: 'receipt_too_large' }
  const type = typeOf(bytes)
  if (type === 'heic') return { refused: 'receipt_is_heic' }
  if (type === undefined) return { refused: 'receipt_type_unknown' }
  if (!type.startsWith('image/')) return { type }
  const size = sizeOf(bytes, type)
  if (!size || size.width < 1 || size.height < 1) return { refused: 'receipt_type_unknown' }
  return size.width * size.height > pixelsMax || Math.max(size.width, size.height) > 30_000 ? { refused: 'receipt_picture_too_large' } : { type }
}

function typeOf(bytes: Uint8Array): ReceiptType | 'heic' | undefined {
  const begins = (...signature: number[]) => signature.every((value, at) => bytes[at] === value)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg'
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.slice(4, 8) === 'ftyp') return /^(heic|heix|hevc|heim|heis|mif1|msf1|avif)/.test(head.slice(8, 12)) ? 'heic' : undefined
  // ISO 32000-1 asks for the header in the first line; what hides it behind something else is not only a PDF.
  if (head.startsWith('%PDF-')) return 'application/pdf'
  return isXml(bytes) ? 'application/xml' : undefined
}

function isXml(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const text = new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes.subarray(0, 400)).replace(/^\uFEFF/, '')
  return /^\s*<(\?xml\s|[A-Za-z_][\w.-]*(:[\w.-]+)?[\s>])/.test(text) && !/^\s*<(!doctype html|html|svg)/i.test(text)
}

/** Width and height as the file's head says them, before anything is unpacked. */
export function sizeOf(bytes: Uint8Array, type: string): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (type === 'image/png') return { width: view.getUint32(16), height: view.getUint32(20) }
    return type === 'image/webp' ? webpSize(view) : jpegSize(view)
  } catch {
    return undefined
  }
}

/** The start-of-frame segment (ITU T.81, B.2.2). */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + (marker >= 0xd0 && marker <= 0xd9 ? 0 : view.getUint16(at + 2))
  }
  return undefined
}

/** The first chunk: VP8X, VP8 (lossy) or VP8L (lossless). */
function webpSize(view: DataView): { width: number; height: number } | undefined {
  const kind = String.fromCharCode(view.getUint8(12), view.getUint8(13), view.getUint8(14), view.getUint8(15))
  const int24 = (at: number) => view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16)
  if (kind === 'VP8X') return { width: int24(24) + 1, height: int24(27) + 1 }
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return undefined
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

/** How a camera held the picture: Exif orientation 1 to 8 of a JPEG; 1 where nothing is said. */
export function orientationOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    for (let at = 2; view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda; at += 2 + view.getUint16(at + 2)) {
      if (view.getUint8(at + 1) !== 0xe1 || view.getUint32(at + 4) !== 0x45786966) continue
      const tiff = at + 10
      const isLittle = view.getUint16(tiff) === 0x4949
      const directory = tiff + view.getUint32(tiff + 4, isLittle)
      for (let entry = 0; entry < Math.min(view.getUint16(directory, isLittle), 200); entry += 1) {
        const place = directory + 2 + entry * 12
        if (view.getUint16(place, isLittle) === 0x0112) return view.getUint16(place + 8, isLittle)
      }
    }
  } catch {
    return 1
  }
  return 1
}
