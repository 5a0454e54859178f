import type { DocumentModel } from '../document-model.ts'
import { column, footTop, grey, hairline, mm, paper, type Page } from './page.ts'

/** The foot of every page: who we are in three columns, and the page's number. */
export function drawFeet(page: Page, model: DocumentModel): void {
  const { count } = page.pdf.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    page.pdf.switchToPage(index)
    drawFoot(page, model, { index, count })
  }
}

function drawFoot(page: Page, model: DocumentModel, position: { index: number; count: number }): void {
  const { sender } = model
  const style = { size: 7.5, colour: grey, lineGap: 1, tag: null }
  page.rule({ x: column.left, y: footTop, width: column.width, colour: hairline, thickness: 0.5 })
  const columns = [[sender.name, ...sender.address], sender.contact, sender.legal].filter((lines) => lines.length > 0)
  const width = (column.width - mm(8) * (columns.length - 1)) / columns.length
  columns.forEach((lines, index) => {
    page.text(lines.join('\n'), { x: column.left + index * (width + mm(8)), y: footTop + 8, width }, style)
  })
  if (position.count === 1) return
  const number = model.words.pageOf.replace('{page}', String(position.index + 1)).replace('{pages}', String(position.count))
  page.text(number, { x: column.left, y: paper.height - mm(9), width: column.width }, { ...style, align: 'right' })
}
