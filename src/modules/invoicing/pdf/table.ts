import type { DocumentLine, DocumentModel } from '../document-model.ts'
import { bottom, column, grey, hairline, mm, type Page } from './page.ts'

const gutter = 10
const cellStyle = { size: 9.5 }
const detailStyle = { size: 8.5, colour: grey, lineGap: 1 }
const padding = 5.5
/** The detail stands below the figures, so it may use the width of all columns but the amount's. */
const detailWidth = mm(118)

/** The lines, over as many pages as they need, with the head repeated and the sum carried over. */
export function drawTable(page: Page, model: DocumentModel): void {
  if (model.lines.length === 0) return
  const layout = layoutOf(model)
  drawHead(page, model, layout)
  model.lines.forEach((line, index) => {
    const height = heightOf(page, line, layout)
    const isLast = index === model.lines.length - 1
    // The last line stays with the beginning of the totals.
    const needed = height + (isLast ? 60 : 26)
    if (page.y + needed > bottom && page.y > 120) turnPage(page, model, layout, model.lines[index - 1]?.carried ?? null)
    drawLine(page, line, layout, height)
  })
}

interface Layout {
  readonly description: { x: number; width: number }
  readonly cells: readonly { x: number; width: number }[]
}

function layoutOf(model: DocumentModel): Layout {
  let x = column.right
  const cells = [...model.columns].reverse().map((each) => {
    x -= each.width
    const cell = { x, width: each.width }
    x -= gutter
    return cell
  })
  return { description: { x: column.left, width: x - column.left }, cells: cells.reverse() }
}

function drawHead(page: Page, model: DocumentModel, layout: Layout): void {
  const style = { size: 8, weight: 'medium' as const, colour: grey, tag: 'TH' as const }
  page.text(model.words.description, { ...layout.description, y: page.y }, style)
  layout.cells.forEach((cell, index) => {
    page.text(model.columns[index]!.label, { ...cell, y: page.y }, { ...style, align: 'right' })
  })
  page.y += 14
  page.rule({ x: column.left, y: page.y, width: column.width, colour: model.accent, thickness: 0.9 })
  page.y += 1
}

function heightOf(page: Page, line: DocumentLine, layout: Layout): number {
  const { width } = layout.description
  const description = page.heightOf(line.description, width, { ...cellStyle, weight: 'medium' })
  const detail = line.detail ? page.heightOf(line.detail, detailWidth, detailStyle) + 1 : 0
  const cells = line.cells.map((cell, index) => page.heightOf(cell, layout.cells[index]!.width, cellStyle))
  return Math.max(description + detail, ...cells) + 2 * padding
}

function drawLine(page: Page, line: DocumentLine, layout: Layout, height: number): void {
  const y = page.y + padding
  line.cells.forEach((cell, index) => {
    if (cell) page.text(cell, { ...layout.cells[index]!, y }, { ...cellStyle, align: 'right', tag: 'TD' })
  })
  const below = page.text(line.description, { ...layout.description, y }, { ...cellStyle, weight: 'medium', tag: 'TD' })
  if (line.detail) page.text(line.detail, { x: column.left, width: detailWidth, y: below + 1 }, { ...detailStyle, tag: 'TD' })
  page.y += height
  page.rule({ x: column.left, y: page.y, width: column.width, colour: hairline, thickness: 0.5 })
}

function turnPage(page: Page, model: DocumentModel, layout: Layout, carried: string | null): void {
  drawCarried(page, model, layout, carried)
  page.add()
  page.text(model.title, { x: column.left, y: page.y, width: column.width }, { size: 9, colour: grey, tag: null })
  page.y += 26
  drawHead(page, model, layout)
  drawCarried(page, model, layout, carried)
  if (carried !== null) page.rule({ x: column.left, y: page.y, width: column.width, colour: hairline, thickness: 0.5 })
}

function drawCarried(page: Page, model: DocumentModel, layout: Layout, carried: string | null): void {
  if (carried === null) return
  const style = { size: 8.5, colour: grey, tag: null }
  page.text(model.words.carriedForward, { ...layout.description, y: page.y + padding }, style)
  const amount = layout.cells.at(-1)!
  page.text(carried, { x: amount.x - 30, width: amount.width + 30, y: page.y + padding }, { ...style, align: 'right' })
  page.y += 11 + 2 * padding
}
