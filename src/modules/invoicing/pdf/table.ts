import type { DocumentLine, DocumentModel } from '../document-model.ts'
import { writeLines } from './flow.ts'
import { column, grey, hairline, ink, mm } from './layout.ts'
import type { Page, TextStyle } from './page.ts'

const gutter = 11
const cellStyle: TextStyle = { size: 9.5 }
const detailStyle: TextStyle = { size: 8.5, colour: grey, lineGap: 1 }
const headStyle: TextStyle = { size: 8, weight: 'medium', colour: grey }

interface Cell {
  readonly x: number
  readonly width: number
  readonly align: 'left' | 'right'
}

interface Columns {
  readonly description: { readonly x: number; readonly width: number }
  readonly cells: readonly Cell[]
  /** The detail stands below the figures, so it may use the width of all columns but the amount's. */
  readonly detailWidth: number
}

/** A line broken for its columns. */
interface Row {
  readonly description: readonly string[]
  readonly detail: readonly string[]
  readonly cells: readonly string[]
  readonly style: TextStyle
  readonly nameStyle: TextStyle
  readonly height: number
  readonly cellsHeight: number
}

/** The lines, over as many pages as they need, with the head repeated and the sum carried over. */
export function drawTable(page: Page, model: DocumentModel): void {
  if (model.lines.length === 0) return
  const columns = columnsOf(page, model)
  page.structure.within('Table', () => {
    drawHead(page, model, { columns, isFirst: true })
    model.lines.forEach((line, index) => drawRow(page, model, { columns, index, row: rowOf(page, line, columns) }))
  })
}

/** Each column is as wide as what stands in it, and the description keeps at least a third. */
function columnsOf(page: Page, model: DocumentModel): Columns {
  const wanted = model.columns.map((each, index) =>
    Math.max(each.width, page.widthOf(each.label, headStyle), ...model.lines.map((line) => widestLine(page, line.cells[index] ?? ''))),
  )
  const room = column.width * 0.66 - gutter * wanted.length
  const total = wanted.reduce((sum, width) => sum + width, 0)
  const widths = total <= room ? wanted : wanted.map((width) => (width * room) / total)
  let x = column.right
  const cells = widths
    .map((width, index) => ({ width, align: model.columns[index]!.align ?? 'right' }))
    .reverse()
    .map((each) => {
      x -= each.width
      const cell = { ...each, x }
      x -= gutter
      return cell
    })
    .reverse()
  const amount = cells.at(-1)?.x ?? column.right
  return {
    description: { x: column.left, width: x - column.left },
    cells,
    detailWidth: Math.max(x - column.left, Math.min(mm(125), amount - gutter - column.left)),
  }
}

function widestLine(page: Page, text: string): number {
  return text === '' ? 0 : Math.max(...text.split('\n').map((line) => page.widthOf(line, { ...cellStyle, weight: 'semibold' })))
}

function drawHead(page: Page, model: DocumentModel, options: { columns: Columns; isFirst: boolean }): void {
  const { columns, isFirst } = options
  const { headRule } = page.layout.table
  const rule = { x: column.left, width: column.width, colour: headRule === 'both' ? ink : model.accent, thickness: headRule === 'both' ? 0.6 : 0.9 }
  if (headRule === 'both') {
    page.rule({ ...rule, y: page.y })
    page.y += 4
  }
  const style: TextStyle = { ...headStyle, ...(isFirst ? { tag: 'TH', scope: 'Column' } : { tag: null }) }
  const labels = [model.words.description, ...model.columns.map((each) => each.label)]
  const boxes = [{ ...columns.description, align: 'left' as const }, ...columns.cells]
  const height = Math.max(...labels.map((label, index) => page.heightOf(label, boxes[index]!.width, style)))
  const draw = () => boxes.forEach((box, index) => page.text(labels[index]!, { ...box, y: page.y }, { ...style, align: box.align }))
  if (isFirst) page.structure.within('TR', draw)
  else draw()
  page.y += height + 4
  page.rule({ ...rule, y: page.y })
  page.y += 1
}

function rowOf(page: Page, line: DocumentLine, columns: Columns): Row {
  const tone: Partial<TextStyle> = line.tone === 'strong' ? { weight: 'semibold' } : line.tone === 'quiet' ? { colour: grey } : {}
  const style: TextStyle = { ...cellStyle, ...tone }
  const nameStyle: TextStyle = { ...cellStyle, weight: page.layout.table.nameWeight, ...tone }
  const description = page.lines(line.description, columns.description.width, nameStyle)
  const detail = line.detail ? page.lines(line.detail, columns.detailWidth, detailStyle) : []
  const cellsHeight = Math.max(0, ...line.cells.map((cell, index) => (cell === '' ? 0 : page.heightOf(cell, columns.cells[index]!.width, style))))
  const descriptionHeight = description.length * page.lineHeight(nameStyle)
  const detailHeight = detail.length === 0 ? 0 : detail.length * page.lineHeight(detailStyle) + 1
  const top = detail.length === 0 ? Math.max(descriptionHeight, cellsHeight) : Math.max(descriptionHeight, cellsHeight - 1)
  return { description, detail, cells: line.cells, style, nameStyle, cellsHeight, height: top + detailHeight + 2 * page.layout.table.padding }
}

function drawRow(page: Page, model: DocumentModel, options: { columns: Columns; index: number; row: Row }): void {
  const { columns, index, row } = options
  const { padding, rowRule } = page.layout.table
  const isLast = index === model.lines.length - 1
  // The last line stays with the beginning of the totals; before a page ends there is room for the sum to carry.
  const needed = row.height + (isLast ? 60 : 26)
  const isTall = row.height > page.bottom - 150
  const carried = model.lines[index - 1]?.carried ?? null
  if (page.y + (isTall ? 90 : needed) > page.bottom && page.y > 120) turnPage(page, model, { columns, carried })
  const first = page.pdf.bufferedPageRange().count - 1
  const y = page.y + padding
  page.y = y
  page.structure.within('TR', () => {
    const onTurn = () => turnPage(page, model, { columns, carried: null })
    page.structure.within('TD', () => {
      writeLines(page, row.description, { ...columns.description, style: { ...row.nameStyle, tag: 'P' }, onTurn })
      if (row.detail.length === 0) return
      if (columns.detailWidth > columns.description.width && page.pdf.bufferedPageRange().count - 1 === first)
        page.y = Math.max(page.y, y + row.cellsHeight - 1)
      page.y += 1
      writeLines(page, row.detail, { x: column.left, width: columns.detailWidth, style: { ...detailStyle, tag: 'P' }, onTurn })
    })
    drawCells(page, { columns, row, first, y })
  })
  if (page.pdf.bufferedPageRange().count - 1 === first) page.y = Math.max(page.y, y + row.cellsHeight)
  page.y += padding
  if (rowRule === 'hairline' || isLast) page.rule({ x: column.left, y: page.y, width: column.width, colour: hairline, thickness: 0.5 })
}

/** The figures stand where the line began, even where its text went on to another page. */
function drawCells(page: Page, options: { columns: Columns; row: Row; first: number; y: number }): void {
  const { columns, row, first, y } = options
  const last = page.pdf.bufferedPageRange().count - 1
  if (first !== last) page.pdf.switchToPage(first)
  row.cells.forEach((text, index) => {
    const cell = columns.cells[index]!
    page.text(text, { ...cell, y }, { ...row.style, align: cell.align, tag: 'TD' })
  })
  if (first !== last) page.pdf.switchToPage(last)
}

function turnPage(page: Page, model: DocumentModel, options: { columns: Columns; carried: string | null }): void {
  const { columns, carried } = options
  drawCarried(page, model, options)
  page.add()
  drawHead(page, model, { columns, isFirst: false })
  drawCarried(page, model, options)
  if (carried !== null) page.rule({ x: column.left, y: page.y, width: column.width, colour: hairline, thickness: 0.5 })
}

function drawCarried(page: Page, model: DocumentModel, options: { columns: Columns; carried: string | null }): void {
  const { columns, carried } = options
  if (carried === null) return
  const style: TextStyle = { size: 8.5, colour: grey, tag: null }
  page.text(model.words.carriedForward, { ...columns.description, y: page.y + 5 }, style)
  const amount = columns.cells.at(-1)!
  page.text(carried, { x: amount.x - 40, width: amount.width + 40, y: page.y + 5 }, { ...style, align: 'right' })
  page.y += 21
}
