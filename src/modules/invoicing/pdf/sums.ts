import type { DocumentModel, LabelledText } from '../document-model.ts'
import { bottom, column, grey, mm, type Page } from './page.ts'

const labelWidth = mm(62)
const blockWidth = mm(96)

/** Totals on the right, under the amounts; the sum to pay is the one loud thing of the page. */
export function drawTotals(page: Page, model: DocumentModel): void {
  if (model.totals.length === 0) return
  keepTogether(page, 20 + model.totals.length * 17 + model.taxGroups.length * 13)
  page.y += 9
  const x = column.right - blockWidth
  for (const total of model.totals.filter((each) => !each.isFinal)) row(page, x, total, { size: 9.5 })
  for (const group of model.taxGroups) row(page, x, group, { size: 9, colour: grey })
  for (const total of model.totals.filter((each) => each.isFinal)) {
    page.y += 3
    page.rule({ x, y: page.y, width: blockWidth, colour: model.accent, thickness: 0.9 })
    page.y += 7
    row(page, x, total, { size: 13, weight: 'semibold' })
  }
}

/** How to pay: the due dates and the account, side by side. */
export function drawPayment(page: Page, model: DocumentModel): void {
  const { payment } = model
  if (!payment) return
  const rows = Math.max(payment.due.length, payment.account.length)
  keepTogether(page, 48 + rows * 14)
  page.y += 18
  page.y = page.text(payment.title, { x: column.left, y: page.y, width: column.width }, { size: 11, weight: 'semibold' }) + 5
  const top = page.y
  const half = column.width / 2
  const belowDue = labelled(page, payment.due, { x: column.left, y: top, width: half - mm(6), valuesRight: true })
  const accountX = payment.due.length > 0 ? column.left + half + mm(4) : column.left
  const belowAccount = labelled(page, payment.account, { x: accountX, y: top, width: column.right - accountX, valuesRight: false })
  page.y = Math.max(belowDue, belowAccount)
}

/** What is said at the end, and what the law wants said. */
export function drawClosing(page: Page, model: DocumentModel): void {
  if (model.closing) paragraph(page, model.closing, { size: 10, lineGap: 2 }, 16)
  for (const note of model.legalNotes) paragraph(page, note, { size: 8.5, colour: grey, lineGap: 1.5 }, 10)
}

function row(page: Page, x: number, each: LabelledText, style: { size: number; weight?: 'semibold'; colour?: string }): void {
  const valueWidth = blockWidth - labelWidth
  const below = page.text(each.label, { x, y: page.y, width: labelWidth }, style)
  // The value may be wider than its column: it grows to the left, over the end of a short label.
  page.text(each.value, { x: x + mm(20), y: page.y, width: valueWidth + labelWidth - mm(20) }, { ...style, align: 'right' })
  page.y = below + 2.5
}

function labelled(page: Page, rows: readonly LabelledText[], box: { x: number; y: number; width: number; valuesRight: boolean }): number {
  const widest = Math.max(0, ...rows.map((each) => page.widthOf(each.label, { size: 9 })))
  const labels = Math.min(widest + 14, box.width * 0.55)
  let { y } = box
  for (const each of rows) {
    const belowLabel = page.text(each.label, { x: box.x, y: y + 0.4, width: labels - 6 }, { size: 9, colour: grey })
    const value = { x: box.x + labels, y, width: box.width - labels }
    const belowValue = page.text(each.value, value, { size: 9.5, align: box.valuesRight ? 'right' : 'left' })
    y = Math.max(belowLabel, belowValue) + 2.5
  }
  return y
}

function paragraph(page: Page, text: string, style: { size: number; lineGap: number; colour?: string }, before: number): void {
  const width = mm(140)
  keepTogether(page, before + page.heightOf(text, width, style))
  page.y = page.text(text, { x: column.left, y: page.y + before, width }, style)
}

function keepTogether(page: Page, height: number): void {
  if (page.y + height > bottom && page.y > 120) page.add()
}
