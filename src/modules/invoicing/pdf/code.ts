import { qrModules, swissCross } from '../payment-code/qr-modules.ts'
import type { PaymentCode } from '../payment-code/payment-code.ts'
import { column, grey, mm } from './layout.ts'
import type { Page } from './page.ts'

/** Width of a European code, its quiet zone included. */
export const codeSize = mm(30)

/** The codes in a row, each with what it is under it; returns the y below. */
export function drawEpcCodes(page: Page, codes: readonly Extract<PaymentCode, { kind: 'epc' }>[], at: { x: number; y: number }): number {
  const perRow = Math.max(1, Math.floor((column.right - at.x + mm(8)) / (codeSize + mm(8))))
  let below = at.y
  codes.slice(0, perRow).forEach((code, index) => {
    const x = at.x + index * (codeSize + mm(8))
    drawCode(page, code, { x: x + mm(2), y: at.y + mm(2), size: codeSize - mm(4) })
    const caption = { x, y: at.y + codeSize, width: codeSize }
    below = Math.max(below, page.text(code.caption, caption, { size: 7, colour: grey, align: 'center' }))
  })
  return below
}

/** The squares of a code in black, as one picture with its meaning in words. */
export function drawCode(page: Page, code: PaymentCode, box: { x: number; y: number; size: number }): void {
  const { size, runs } = qrModules(code.payload)
  const { pdf } = page
  const square = box.size / size
  const draw = () => {
    for (const run of runs) pdf.rect(box.x + run.x * square, box.y + run.y * square, run.length * square, square)
    pdf.fill('#000000')
    if (code.kind !== 'swiss') return
    const scale = box.size / swissCross.code
    for (const each of swissCross.squares) {
      pdf.rect(box.x + each.x * scale, box.y + each.y * scale, each.width * scale, each.height * scale).fill(each.isDark ? '#000000' : '#ffffff')
    }
  }
  page.structure.leaf('Figure', draw, { alt: code.label, bbox: [box.x, box.y, box.x + box.size, box.y + box.size] })
}
