import { correction, generate, mode } from 'lean-qr'

/** The dark squares of a code as one row of texts, for whoever draws it. */
export interface QrModules {
  readonly size: number
  /** The dark runs: x, y and length in squares, from the top left. */
  readonly runs: readonly { readonly x: number; readonly y: number; readonly length: number }[]
}

/**
 * The code of a payload: bytes in UTF-8, error correction M, as both guidelines ask (IG QR-bill 2.3, 5.1; EPC069-12, 2.2).
 * Always as bytes: left to itself an encoder takes Latin-1 for "Zürich", which banks do not read.
 */
export function qrModules(payload: string): QrModules {
  const bytes = new TextEncoder().encode(payload)
  const code = generate(mode.bytes(bytes), { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M })
  const runs: { x: number; y: number; length: number }[] = []
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue
      const from = x
      while (x + 1 < code.size && code.get(x + 1, y)) x += 1
      runs.push({ x: from, y, length: x - from + 1 })
    }
  }
  return { size: code.size, runs }
}

/** The Swiss cross in the middle of the code, 7 mm of 46: squares in millimetres, from the outside in (IG QR-bill 2.3, 5.4.2). */
export const swissCross = {
  /** The width of the code that these sizes belong to. */
  code: 46,
  squares: [
    { x: 19.5, y: 19.5, width: 7, height: 7, isDark: false },
    { x: 20, y: 20, width: 6, height: 6, isDark: true },
    { x: 22.415, y: 21.055, width: 1.17, height: 3.89, isDark: false },
    { x: 21.055, y: 22.415, width: 3.89, height: 1.17, isDark: false },
  ],
} as const
