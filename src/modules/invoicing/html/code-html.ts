import { html } from 'hono/html'
import type { PaymentCode } from '../payment-code/payment-code.ts'
import { qrModules, swissCross } from '../payment-code/qr-modules.ts'

/** A payment code as a picture of squares, black on white in the dark too; its meaning in words for who does not see it. */
export function codeHtml(code: PaymentCode, caption: string) {
  const { size, runs } = qrModules(code.payload)
  const quiet = 4
  const path = runs.map((run) => `M${run.x} ${run.y}h${run.length}v1h-${run.length}z`).join('')
  const frame = `-${quiet} -${quiet} ${size + 2 * quiet} ${size + 2 * quiet}`
  return html`<figure class="document-code">
    <svg viewBox="${frame}" role="img" aria-label="${code.label}" shape-rendering="crispEdges">
      <rect x="-${quiet}" y="-${quiet}" width="${size + 2 * quiet}" height="${size + 2 * quiet}" fill="#fff" />
      <path d="${path}" fill="#000" />
      ${code.kind === 'swiss' ? cross(size) : ''}
    </svg>
    <figcaption>${caption}</figcaption>
  </figure>`
}

function cross(size: number) {
  const scale = size / swissCross.code
  const round = (value: number) => Math.round(value * scale * 1000) / 1000
  return swissCross.squares.map(
    (each) =>
      html`<rect
        x="${round(each.x)}"
        y="${round(each.y)}"
        width="${round(each.width)}"
        height="${round(each.height)}"
        fill="${each.isDark ? '#000' : '#fff'}"
      />`,
  )
}
