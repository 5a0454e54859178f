import type { DocumentModel, DocumentTotal, LabelledText } from '../document-model.ts'
import { codeSize, drawEpcCodes } from './code.ts'
import { flow, keepTogether } from './flow.ts'
import { column, grey, ink, mm } from './layout.ts'
import type { Page, TextStyle } from './page.ts'

const labelWidth = mm(64)
const blockWidth = mm(98)

/** Totals on the right, under the amounts; the sum to pay is the one loud thing of the page. */
export function drawTotals(page: Page, model: DocumentModel): void {
  if (model.totals.length === 0) return
  keepTogether(page, 24 + model.totals.length * 18 + (model.taxGroups.length + model.deductions.length + model.remarks.length) * 14)
  page.y += 9
  const x = column.right - blockWidth
  for (const total of model.totals.filter((each) => !each.isFinal)) row(page, x, total, { size: 9.5 })
  for (const group of model.taxGroups) row(page, x, group, { size: 9, colour: grey })
  for (const [index, deduction] of model.deductions.entries()) row(page, x, deduction, { size: 9.5, ...(index === 0 ? { weight: 'medium' } : {}) })
  for (const total of model.totals.filter((each) => each.isFinal)) drawFinal(page, model, total)
  for (const remark of model.remarks) row(page, x, remark, { size: 8.5, colour: grey })
}

function drawFinal(page: Page, model: DocumentModel, total: DocumentTotal): void {
  const { size, rule, isColoured } = page.layout.total
  const x = column.right - blockWidth
  page.y += 3
  if (rule !== 'none') {
    page.rule({ x, y: page.y, width: blockWidth, colour: rule === 'double' ? ink : model.accent, thickness: rule === 'double' ? 0.6 : 0.9 })
    page.y += 7
  }
  row(page, x, total, { size, weight: 'semibold', ...(isColoured ? { colour: model.accent } : {}) })
  if (rule !== 'double') return
  for (const offset of [3, 5]) page.rule({ x, y: page.y + offset, width: blockWidth, colour: ink, thickness: 0.6 })
  page.y += 6
}

/**
 * How to pay: the due dates and the account, side by side, and the European code at the right edge. With a Swiss payment part the
 * account stands there.
 */
export function drawPayment(page: Page, model: DocumentModel): void {
  const { payment } = model
  if (!payment) return
  const epc = model.paymentCodes.filter((code) => code.kind === 'epc')
  const account = model.paymentCodes.some((code) => code.kind === 'swiss') ? [] : payment.account
  const rows = Math.max(payment.due.length, account.length)
  keepTogether(page, 48 + Math.max(rows * 14, epc.length > 0 ? codeSize + 16 : 0))
  page.y += 18 * page.layout.spacing
  page.y = page.text(payment.title, { x: column.left, y: page.y, width: column.width }, { size: 11, weight: 'semibold', tag: 'H2' }) + 5
  const top = page.y
  const isBeside = epc.length === 1
  const width = column.width - (isBeside ? codeSize + mm(8) : 0)
  const half = width / 2
  const belowDue = labelled(page, payment.due, { x: column.left, y: top, width: half - mm(6), valuesRight: true })
  const accountX = payment.due.length > 0 ? column.left + half + mm(4) : column.left
  const belowAccount = labelled(page, account, { x: accountX, y: top, width: column.left + width - accountX, valuesRight: false })
  page.y = Math.max(belowDue, belowAccount)
  if (isBeside) page.y = Math.max(page.y, drawEpcCodes(page, epc, { x: column.right - codeSize, y: top - 12 }))
  else if (epc.length > 1) {
    keepTogether(page, codeSize + 30)
    page.y = drawEpcCodes(page, epc, { x: column.left, y: page.y + 10 })
  }
}

/** What is said at the end, and what the law wants said. */
export function drawClosing(page: Page, model: DocumentModel): void {
  if (model.closing) paragraph(page, model.closing, { size: 10, lineGap: 2 }, 16)
  for (const note of model.legalNotes) paragraph(page, note, { size: 8.5, colour: grey, lineGap: 1.5 }, 10)
}

function row(page: Page, x: number, each: LabelledText, style: TextStyle): void {
  const valueWidth = page.widthOf(each.value, style) + 8
  page.y = page.structure.within('P', () => {
    const width = Math.min(Math.max(labelWidth, blockWidth - valueWidth), Math.max(blockWidth - valueWidth, mm(20)))
    const below = page.text(each.label, { x, y: page.y, width }, { ...style, tag: 'open' })
    page.text(each.value, { x: x - mm(20), y: page.y, width: blockWidth + mm(20) }, { ...style, align: 'right', tag: 'open' })
    return below + 2.5
  })
}

function labelled(page: Page, rows: readonly LabelledText[], box: { x: number; y: number; width: number; valuesRight: boolean }): number {
  const label: TextStyle = { size: 9, colour: grey, tag: 'open' }
  const widest = Math.max(0, ...rows.map((each) => page.widthOf(each.label, label)))
  const labels = Math.min(widest + 14, box.width * 0.55)
  let { y } = box
  for (const each of rows) {
    y = page.structure.within('P', () => {
      const belowLabel = page.text(each.label, { x: box.x, y: y + 0.4, width: labels - 6 }, label)
      const value = { x: box.x + labels, y, width: box.width - labels }
      return Math.max(belowLabel, page.text(each.value, value, { size: 9.5, align: box.valuesRight ? 'right' : 'left', tag: 'open' })) + 2.5
    })
  }
  return y
}

function paragraph(page: Page, text: string, style: TextStyle, before: number): void {
  const width = mm(140)
  keepTogether(page, before + Math.min(page.heightOf(text, width, style), 80))
  page.y += before * page.layout.spacing
  flow(page, text, { x: column.left, width }, style)
}
