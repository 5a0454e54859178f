import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import jsQr from 'jsqr'
import { orientationOf } from './detect.ts'

/** The package is CommonJS: its types say `default`, Node gives the function itself. */
const readCode = jsQr as unknown as typeof jsQr.default

/** A picture file, upright, its longer side at most `side` pixels. */
export async function openPicture(bytes: Uint8Array, side: number): Promise<Canvas> {
  const image = await loadImage(Buffer.from(bytes))
  const orientation = orientationOf(bytes)
  const isOnSide = orientation >= 5
  const scale = Math.min(1, side / Math.max(image.width, image.height))
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))]
  const canvas = createCanvas(isOnSide ? height : width, isOnSide ? width : height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  // Exif 2.3, tag 0x0112: the matrices that turn each of the eight ways upright.
  const matrices: Readonly<Record<number, [number, number, number, number, number, number]>> = {
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  }
  const matrix = matrices[orientation]
  if (matrix) context.setTransform(...matrix)
  context.drawImage(image, 0, 0, width, height)
  return canvas
}

export function shrunk(canvas: Canvas, side: number): Canvas {
  const scale = Math.min(1, side / Math.max(canvas.width, canvas.height))
  if (scale === 1) return canvas
  const small = createCanvas(Math.max(1, Math.round(canvas.width * scale)), Math.max(1, Math.round(canvas.height * scale)))
  small.getContext('2d').drawImage(canvas, 0, 0, small.width, small.height)
  return small
}

export async function asJpeg(canvas: Canvas): Promise<Uint8Array> {
  return canvas.encode('jpeg', 82)
}

/** What the QR code in the picture says; tried at two sizes, since a code may be a small part of a page. */
export function codeIn(canvas: Canvas): string | undefined {
  for (const side of [1100, 2200]) {
    const small = shrunk(canvas, side)
    const { data, width, height } = small.getContext('2d').getImageData(0, 0, small.width, small.height)
    const code = readCode(new Uint8ClampedArray(data), width, height)
    if (code?.data) return code.data.slice(0, 2000)
    if (small === canvas) break
  }
  return undefined
}
