import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { createRequire } from 'node:module'

const installed = createRequire(import.meta.url)
GlobalFonts.registerFromPath(installed.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'), 'Receipt')

/** A text as the photo of a printed receipt: slightly turned, on grey paper with a shadow and grain. */
export function pictureOf(text: string, options: { type?: 'image/jpeg' | 'image/png' | 'image/webp'; turn?: number } = {}): Uint8Array {
  const lines = text.split('\n')
  const canvas = createCanvas(1000, 140 + lines.length * 52)
  const context = canvas.getContext('2d')
  const shade = context.createLinearGradient(0, 0, canvas.width, canvas.height)
  shade.addColorStop(0, '#f6f4ef')
  shade.addColorStop(1, '#d3d0c8')
  context.fillStyle = shade
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate(options.turn ?? 0.008)
  context.translate(-canvas.width / 2, -canvas.height / 2)
  context.fillStyle = '#33302c'
  context.font = '34px Receipt'
  lines.forEach((line, at) => context.fillText(line, 70, 90 + at * 52))
  context.fillStyle = 'rgba(60, 60, 60, 0.12)'
  for (let grain = 0; grain < 4000; grain += 1) context.fillRect((grain * 7919) % canvas.width, (grain * 104_729) % canvas.height, 1, 1)
  if (options.type === 'image/png') return canvas.toBuffer('image/png')
  return options.type === 'image/webp' ? canvas.toBuffer('image/webp') : canvas.toBuffer('image/jpeg', 80)
}
