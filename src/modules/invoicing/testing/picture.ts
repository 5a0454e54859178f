import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import jsqr from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Its types know the ES module, Node loads the other one. */
const decode = jsqr as unknown as (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null

/** A picture in memory: four bytes a pixel. */
export interface Picture {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/** A page of a PDF, drawn by another program than the one that wrote it; `scale` 2 is 144 dots an inch. */
export async function pictureOfPage(bytes: Uint8Array, options: { page: number; scale: number }): Promise<Picture> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  const page = await document.getPage(options.page)
  const viewport = page.getViewport({ scale: options.scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  await page.render({ canvas: canvas as never, viewport }).promise
  await loading.destroy()
  return pixelsOf(canvas)
}

/** A PNG or SVG on white. */
export async function pictureOfImage(bytes: Uint8Array, width: number): Promise<Picture> {
  const image = await loadImage(Buffer.from(bytes))
  const canvas = createCanvas(width, Math.round((width * image.height) / image.width))
  const drawing = canvas.getContext('2d')
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height)
  return pixelsOf(canvas)
}

/** The text of the QR code in a picture, or null. */
export function readQr(picture: Picture): string | null {
  return decode(picture.data, picture.width, picture.height)?.data ?? null
}

function pixelsOf(canvas: Canvas): Picture {
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return { data, width, height }
}
