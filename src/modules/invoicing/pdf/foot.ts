import type { DocumentModel } from '../document-model.ts'
import { column, grey, hairline, mm, paper } from './layout.ts'
import type { Page, TextStyle } from './page.ts'
import { slipHeight } from './slip.ts'

const style: TextStyle = { size: 7.5, colour: grey, lineGap: 1 }
const edge = mm(9)
const gap = mm(8)
const shortWidth = column.width - mm(24)

/** How high the foot of this document is; tells the page where its text must end. */
export function measureFoot(page: Page, model: DocumentModel): void {
  page.bottom = paper.height - footHeight(page, model) - mm(6)
}

/** From the upper rule of the foot to the edge of the paper. */
function footHeight(page: Page, model: DocumentModel): number {
  const rows = columnsOf(page, model).map((lines) => lines.length)
  const footer = model.look.footer ? page.lines(model.look.footer, column.width, style).length + 0.5 : 0
  return 8 + (Math.max(1, ...rows) + footer) * page.lineHeight(style) + edge
}

/**
 * The foot of every page: who we are, the company's own line, and the page's number. It is read aloud once, on the first page.
 * On pages that a payment part has the foot of, it stands above that, in as few lines as can be.
 */
export function drawFeet(page: Page, model: DocumentModel, lifted: ReadonlySet<number>): void {
  const { count } = page.pdf.bufferedPageRange()
  const height = footHeight(page, model)
  for (let index = 0; index < count; index += 1) {
    page.pdf.switchToPage(index)
    if (lifted.has(index)) drawShortFoot(page, model, { index, count })
    else drawFoot(page, model, { index, count, top: paper.height - height })
  }
}

function drawFoot(page: Page, model: DocumentModel, position: { index: number; count: number; top: number }): void {
  const { align, isRuled } = page.layout.foot
  const { index, count, top } = position
  const tag = index === 0 ? ('P' as const) : null
  if (isRuled) page.rule({ x: column.left, y: top, width: column.width, colour: hairline, thickness: 0.5 })
  const columns = columnsOf(page, model)
  const width = widthOf(page, columns.length)
  let y = top + 8
  columns.forEach((lines, place) => {
    const box = { x: column.left + place * (width + gap), y: top + 8, width }
    y = Math.max(y, page.text(lines.join('\n'), box, { ...style, align, tag }))
  })
  if (model.look.footer) page.text(model.look.footer, { x: column.left, y: y + 4, width: column.width }, { ...style, align, tag })
  drawNumber(page, model, { index, count, y: top + 8 })
}

/** Where the text of a page with a payment part must end. */
export function bottomAboveSlip(page: Page, model: DocumentModel): number {
  return paper.height - slipHeight - shortLines(page, model).length * page.lineHeight(style) - mm(3.5)
}

function drawShortFoot(page: Page, model: DocumentModel, position: { index: number; count: number }): void {
  const lines = shortLines(page, model)
  const y = paper.height - slipHeight - lines.length * page.lineHeight(style) - mm(1.5)
  const { align } = page.layout.foot
  page.text(lines.join('\n'), { x: column.left, y, width: shortWidth }, { ...style, align, tag: position.index === 0 ? 'P' : null })
  drawNumber(page, model, { ...position, y })
}

function shortLines(page: Page, model: DocumentModel): string[] {
  const { sender, look } = model
  const parts = [sender.name, ...sender.address, ...sender.contact, ...sender.legal, look.footer ?? '']
  return page.lines(parts.flatMap((part) => (part === '' ? [] : part.replaceAll(' ', '\u00a0'))).join('  ·  '), shortWidth, style)
}

function drawNumber(page: Page, model: DocumentModel, position: { index: number; count: number; y: number }): void {
  if (position.count === 1) return
  const number = model.words.pageOf.replace('{page}', String(position.index + 1)).replace('{pages}', String(position.count))
  page.text(number, { x: column.left, y: position.y, width: column.width }, { ...style, align: 'right', tag: null })
}

/** Three columns, or in the centre everything in lines. The right edge belongs to the page's number. */
function columnsOf(page: Page, model: DocumentModel): string[][] {
  const { sender } = model
  const groups = [[sender.name, ...sender.address], sender.contact, sender.legal].filter((lines) => lines.length > 0)
  if (page.layout.foot.align === 'center') {
    const width = widthOf(page, 1)
    return [groups.flatMap((lines) => page.lines(lines.join('  ·  '), width, style))]
  }
  const width = widthOf(page, groups.length)
  return groups.map((lines) => lines.flatMap((line) => page.lines(line, width, style)))
}

function widthOf(page: Page, count: number): number {
  if (page.layout.foot.align === 'center') return column.width
  return (column.width - mm(22) - gap * (count - 1)) / Math.max(1, count)
}
