import type { DocumentModel } from '../document-model.ts'
import { column, grey, hairline, margin, mm, paper } from './layout.ts'
import type { Box, Page } from './page.ts'
import { flow } from './flow.ts'
import { imageIn, type Picture } from './picture.ts'

/**
 * The head of the first page: logo or name, the address where the window of the envelope is, the facts opposite,
 * then the title. Ends below the fold mark of the letter.
 */
export function drawHead(page: Page, model: DocumentModel, logo: Picture | null): void {
  if (page.layout.hasBar) page.rule({ x: 0, y: 0, width: paper.width, colour: model.accent, thickness: mm(3) })
  drawBrand(page, model, logo)
  const isRight = windowOnRight.has(model.country)
  const window = isRight ? { x: mm(118), y: mm(52), width: mm(72) } : { x: margin.left, y: mm(50), width: mm(80) }
  const facts = isRight ? { x: margin.left, y: mm(52), width: mm(82) } : { x: mm(119), y: mm(50), width: paper.width - margin.right - mm(119) }
  const belowAddress = drawAddress(page, model, window)
  const belowFacts = drawFacts(page, model, facts)
  page.y = Math.max(belowAddress, belowFacts, mm(page.layout.spacing < 1 ? 80 : 88)) + mm(6) * page.layout.spacing
  drawTitle(page, model)
}

/** Where the envelope's window is: SN 010130 right, NF Z 11-001 right, Italian custom right; DIN 5008 form B left. */
const windowOnRight = new Set(['CH', 'LI', 'FR', 'IT', 'LU', 'ES', 'PT'])

function drawBrand(page: Page, model: DocumentModel, logo: Picture | null): void {
  const { align, size, isRuled } = page.layout.brand
  const isCentred = align === 'center'
  if (logo) drawLogo(page, model, { logo, isCentred })
  else {
    const width = isCentred ? column.width : mm(110)
    page.text(model.sender.name, { x: column.left, y: mm(18), width }, { size, weight: 'semibold', colour: model.accent, align })
  }
  if (isRuled) page.rule({ x: column.left, y: mm(39), width: column.width, colour: hairline, thickness: 0.5 })
  if (!model.isDraft) return
  page.text(model.words.draft, { x: column.left, y: mm(18), width: column.width }, { size: 11, weight: 'semibold', colour: grey, align: 'right' })
}

function drawLogo(page: Page, model: DocumentModel, options: { logo: Picture; isCentred: boolean }): void {
  const { logo, isCentred } = options
  const scale = Math.min(mm(62) / logo.width, mm(19) / logo.height)
  const width = logo.width * scale
  const height = logo.height * scale
  const x = isCentred ? (paper.width - width) / 2 : margin.left
  const y = mm(15) + (isCentred ? (mm(19) - height) / 2 : 0)
  const draw = () => page.pdf.image(imageIn(page.pdf, logo) as never, x, y, { width })
  page.structure.leaf('Figure', draw, { alt: model.sender.name, bbox: [x, y, x + width, y + height] })
}

function drawAddress(page: Page, model: DocumentModel, window: Box): number {
  const returnLine = [model.sender.name, ...model.sender.address].join(' · ')
  const size = fittingSize(page, returnLine, window.width)
  const line = page.lines(returnLine, window.width, { size })[0] ?? ''
  page.text(line, { ...window, y: window.y - 12 }, { size, colour: grey, tag: null })
  return page.text(model.recipient.join('\n'), { ...window, y: window.y + 4 }, { size: 10.5, lineGap: 1.5 })
}

/** The sender's line above the address must stay one line: it shrinks down to 5 points, and then ends where it must. */
function fittingSize(page: Page, text: string, width: number): number {
  const wanted = 6.5
  const needed = page.widthOf(text, { size: wanted })
  return needed <= width ? wanted : Math.max(5, (wanted * width) / needed - 0.05)
}

function drawFacts(page: Page, model: DocumentModel, box: Box): number {
  const label = { size: 8.5, colour: grey, tag: 'open' as const }
  const widest = Math.max(0, ...model.meta.map((row) => page.widthOf(row.label, label)))
  const labelWidth = Math.min(mm(36), widest + 12)
  let y = box.y + 4
  for (const row of model.meta) {
    y = page.structure.within('P', () => {
      const belowLabel = page.text(row.label, { x: box.x, y: y + 1, width: labelWidth - 6 }, label)
      const value = { x: box.x + labelWidth, y, width: box.width - labelWidth }
      return Math.max(belowLabel, page.text(row.value, value, { size: 9.5, tag: 'open' })) + 2.5
    })
  }
  return y
}

function drawTitle(page: Page, model: DocumentModel): void {
  const { size, weight, isColoured } = page.layout.title
  const colour = isColoured ? { colour: model.accent } : {}
  page.y = page.text(model.title, { x: column.left, y: page.y, width: column.width }, { size, weight, tag: 'H1', ...colour }) + 4
  if (model.intro) {
    page.y += 2
    flow(page, model.intro, { x: column.left, width: mm(150) }, { size: 10, lineGap: 2 })
    page.y += 2
  }
  page.y += 10 * page.layout.spacing
}
