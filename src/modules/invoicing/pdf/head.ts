import type { DocumentModel } from '../document-model.ts'
import { column, grey, margin, mm, paper, type Page } from './page.ts'

/**
 * The head of the first page: logo or name, the address where the window of the envelope is, the facts opposite,
 * then the title. Ends below the fold mark of the letter.
 */
export function drawHead(page: Page, model: DocumentModel): void {
  drawBrand(page, model)
  const isRight = windowOnRight.has(model.country)
  const window = isRight ? { x: mm(118), y: mm(52), width: mm(72) } : { x: margin.left, y: mm(50), width: mm(80) }
  const facts = isRight ? { x: margin.left, y: mm(52), width: mm(78) } : { x: mm(125), y: mm(50), width: paper.width - margin.right - mm(125) }
  const belowAddress = drawAddress(page, model, window)
  const belowFacts = drawFacts(page, model, facts)
  page.y = Math.max(belowAddress, belowFacts, mm(92)) + mm(6)
  drawTitle(page, model)
}

/** Where the envelope's window is: SN 010130 right, NF Z 11-001 right, Italian custom right; DIN 5008 form B left. */
const windowOnRight = new Set(['CH', 'LI', 'FR', 'IT', 'LU', 'ES', 'PT'])

function drawBrand(page: Page, model: DocumentModel): void {
  if (model.logo) {
    page.image(model.logo.bytes, { x: margin.left, y: mm(15), width: mm(62), height: mm(19) })
    return
  }
  page.text(model.sender.name, { x: margin.left, y: mm(18), width: mm(110) }, { size: 17, weight: 'semibold', colour: model.accent })
}

function drawAddress(page: Page, model: DocumentModel, window: { x: number; y: number; width: number }): number {
  const returnLine = [model.sender.name, ...model.sender.address].join(' · ')
  const size = fittingSize(page, returnLine, window.width)
  page.text(returnLine, { ...window, y: window.y - 12 }, { size, colour: grey, tag: null })
  return page.text(model.recipient.join('\n'), { ...window, y: window.y + 4 }, { size: 10.5, lineGap: 1.5 })
}

/** The sender's line above the address must stay one line: it shrinks down to 5 points. */
function fittingSize(page: Page, text: string, width: number): number {
  const wanted = 6.5
  const needed = page.widthOf(text, { size: wanted })
  return needed <= width ? wanted : Math.max(5, (wanted * width) / needed - 0.05)
}

function drawFacts(page: Page, model: DocumentModel, box: { x: number; y: number; width: number }): number {
  const labelWidth = Math.min(mm(34), Math.max(...model.meta.map((row) => page.widthOf(row.label, { size: 8.5 })), 0) + 12)
  let y = box.y + 5
  for (const row of model.meta) {
    const below = page.text(row.value, { x: box.x + labelWidth, y, width: box.width - labelWidth }, { size: 9.5 })
    page.text(row.label, { x: box.x, y: y + 1, width: labelWidth - 4 }, { size: 8.5, colour: grey })
    y = below + 2.5
  }
  return y
}

function drawTitle(page: Page, model: DocumentModel): void {
  page.y = page.text(model.title, { x: column.left, y: page.y, width: column.width }, { size: 20, weight: 'semibold', tag: 'H1' }) + 4
  if (model.isDraft) {
    page.text(model.words.draft, { x: column.left, y: mm(18), width: column.width }, { size: 11, weight: 'semibold', colour: grey, align: 'right' })
  }
  if (model.intro) {
    page.y = page.text(model.intro, { x: column.left, y: page.y + 2, width: mm(150) }, { size: 10, lineGap: 2 }) + 2
  }
  page.y += 10
}
