import { inflateSync } from 'node:zlib'

/** Pixels without transparency: three bytes each, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

/** Larger pictures would take more memory than a document may: 16 million pixels are 64 MB unpacked. */
const pixelsMax = 16_000_000

interface Header {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colour: number
  readonly isInterlaced: boolean
  readonly channels: number
}

/**
 * The pixels of a PNG picture laid on white paper (ISO 15948, all colour types, depths and interlacing), since PDF/A has no use for
 * transparency in a logo. Undefined where it is broken or too large.
 */
export function readPng(bytes: Uint8Array): Pixels | undefined {
  try {
    return unpack(bytes)
  } catch {
    return undefined
  }
}

function unpack(bytes: Uint8Array): Pixels | undefined {
  const chunks = chunksOf(bytes)
  const header = headerOf(chunks.get('IHDR')?.[0])
  const data = chunks.get('IDAT')
  if (!header || !data || header.width * header.height > pixelsMax) return undefined
  const bitsPerPixel = header.channels * header.depth
  const raw = inflateSync(Buffer.concat(data), { maxOutputLength: Math.ceil(((header.width + 8) * bitsPerPixel) / 8 + 2) * (header.height + 8) * 2 })
  const rgb = new Uint8Array(header.width * header.height * 3).fill(255)
  const paint = painter(header, { palette: chunks.get('PLTE')?.[0], transparent: chunks.get('tRNS')?.[0], rgb })
  let offset = 0
  for (const pass of header.isInterlaced ? adam7 : [{ x: 0, y: 0, stepX: 1, stepY: 1 }]) {
    const width = Math.ceil((header.width - pass.x) / pass.stepX)
    const height = Math.ceil((header.height - pass.y) / pass.stepY)
    if (width <= 0 || height <= 0) continue
    const stride = Math.ceil((width * bitsPerPixel) / 8)
    unfilter(raw, { offset, stride, height, pixel: Math.max(1, bitsPerPixel >> 3) })
    for (let row = 0; row < height; row += 1) {
      const line = raw.subarray(offset + row * (stride + 1) + 1, offset + (row + 1) * (stride + 1))
      for (let index = 0; index < width; index += 1) paint(line, index, (pass.y + row * pass.stepY) * header.width + pass.x + index * pass.stepX)
    }
    offset += (stride + 1) * height
  }
  return { width: header.width, height: header.height, rgb }
}

const adam7 = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
]

function chunksOf(bytes: Uint8Array): Map<string, Uint8Array[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks = new Map<string, Uint8Array[]>()
  for (let offset = 8; offset + 12 <= bytes.length;) {
    const length = view.getUint32(offset)
    const name = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8))
    chunks.set(name, [...(chunks.get(name) ?? []), bytes.subarray(offset + 8, offset + 8 + length)])
    offset += 12 + length
  }
  return chunks
}

function headerOf(chunk: Uint8Array | undefined): Header | undefined {
  if (!chunk || chunk.length < 13) return undefined
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  const colour = chunk[9]!
  const channels = ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as Record<number, number>)[colour]
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(chunk[8]!)) return undefined
  return { width: view.getUint32(0), height: view.getUint32(4), depth: chunk[8]!, colour, isInterlaced: chunk[12] === 1, channels }
}

/** Undoes the five filters in place (ISO 15948, 9.2). */
function unfilter(raw: Uint8Array, area: { offset: number; stride: number; height: number; pixel: number }): void {
  const { offset, stride, height, pixel } = area
  for (let row = 0; row < height; row += 1) {
    const start = offset + row * (stride + 1)
    const filter = raw[start]!
    if (filter === 0) continue
    for (let index = 1; index <= stride; index += 1) {
      const at = start + index
      const left = index > pixel ? raw[at - pixel]! : 0
      const up = row > 0 ? raw[at - stride - 1]! : 0
      const corner = row > 0 && index > pixel ? raw[at - stride - 1 - pixel]! : 0
      const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner)
      raw[at] = (raw[at]! + guess) & 255
    }
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

/** Writes one pixel of a row on the white paper. */
function painter(header: Header, parts: { palette: Uint8Array | undefined; transparent: Uint8Array | undefined; rgb: Uint8Array }) {
  const { depth, colour, channels } = header
  const { palette, transparent, rgb } = parts
  const scale = depth === 16 ? 1 : 255 / (2 ** depth - 1)
  const sample = (line: Uint8Array, index: number) => {
    if (depth === 8) return line[index]!
    if (depth === 16) return line[index * 2]!
    const bit = index * depth
    return (line[bit >> 3]! >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
  }
  const put = (pixel: number, alpha: number, values: readonly [number, number, number]) => {
    for (let part = 0; part < 3; part += 1) rgb[pixel * 3 + part] = Math.round((values[part]! * alpha + 255 * (255 - alpha)) / 255)
  }
  // For grey and colour pictures the chunk names one value that is fully transparent, in 16 bits each.
  const isClear = (values: readonly number[]) =>
    transparent !== undefined && colour < 3 && values.every((value, part) => value === (depth === 16 ? transparent[part * 2] : transparent[part * 2 + 1]))
  return (line: Uint8Array, index: number, pixel: number) => {
    const values = Array.from({ length: channels }, (_, part) => sample(line, index * channels + part))
    if (colour === 3) {
      const entry = values[0]!
      put(pixel, transparent?.[entry] ?? 255, [palette?.[entry * 3] ?? 0, palette?.[entry * 3 + 1] ?? 0, palette?.[entry * 3 + 2] ?? 0])
      return
    }
    const [first = 0, second = 0, third = 0, fourth = 255] = values
    const alpha = isClear(values) ? 0 : colour === 4 ? second : colour === 6 ? fourth : 255
    if (colour === 2 || colour === 6) put(pixel, alpha, [first, second, third])
    else put(pixel, alpha, [first * scale, first * scale, first * scale])
  }
}
