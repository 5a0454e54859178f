import type { PaymentCode } from '../payment-code/payment-code.ts'
import type { SwissBill } from '../payment-code/swiss-bill.ts'
import { slipWords, type SlipWords } from '../payment-code/slip-words.ts'
import { drawCode } from './code.ts'
import { mm, paper } from './layout.ts'
import type { Page, TextStyle } from './page.ts'

type SwissCode = Extract<PaymentCode, { kind: 'swiss' }>

/** The lower 105 millimetres of a page: receipt 62, payment part 148 wide (IG QR-bill 2.3, 3). */
export const slipHeight = mm(105)

/** One of the two parts: where its texts stand and how large they are (IG QR-bill 2.3, 3.4 and 3.5). */
interface Part {
  readonly heading: number
  readonly value: number
  /** From base line to base line, in points. */
  readonly lead: { readonly heading: number; readonly value: number; readonly paragraph: number }
  readonly width: number
  readonly blank: { readonly width: number; readonly height: number }
}

const receipt: Part = { heading: 6, value: 8, lead: { heading: 9, value: 9, paragraph: 9 }, width: mm(52), blank: { width: mm(52), height: mm(20) } }
const payment: Part = { heading: 8, value: 10, lead: { heading: 11, value: 11, paragraph: 11 }, width: mm(87), blank: { width: mm(65), height: mm(25) } }

/** Payment part and receipt at the foot of the page that is open, to scale. */
export function drawSlip(page: Page, code: SwissCode): void {
  const words = slipWords[code.bill.language]
  const top = paper.height - slipHeight
  drawCuts(page, top)
  page.structure.within('Sect', () => drawReceipt(page, code.bill, { words, top }))
  page.structure.within('Sect', () => drawPaymentPart(page, code, { words, top }))
}

interface Place {
  readonly words: SlipWords
  readonly top: number
}

function drawReceipt(page: Page, bill: SwissBill, { words, top }: Place): void {
  const x = mm(5)
  title(page, words.receipt, { x, y: top + mm(5) })
  const below = information(page, bill, { words, part: receipt, x, y: top + mm(12) })
  debtor(page, bill, { words, part: receipt, x, y: below })
  amount(page, bill, {
    words,
    part: receipt,
    x,
    y: top + mm(68),
    amountX: bill.amount === null ? mm(13) : mm(17),
    blank: { x: mm(27), y: top + mm(68), width: mm(30), height: mm(10) },
  })
  write(page, words.acceptancePoint, { x, y: top + mm(82), width: mm(52) }, { size: 6, weight: 'semibold', align: 'right' })
}

function drawPaymentPart(page: Page, code: SwissCode, { words, top }: Place): void {
  const { bill } = code
  title(page, words.paymentPart, { x: mm(67), y: top + mm(5) })
  drawCode(page, code, { x: mm(67), y: top + mm(17), size: mm(46) })
  amount(page, bill, {
    words,
    part: payment,
    x: mm(67),
    y: top + mm(68),
    amountX: mm(22),
    blank: { x: mm(78), y: top + mm(72.5), width: mm(40), height: mm(15) },
  })
  let y = information(page, bill, { words, part: payment, x: mm(118), y: top + mm(5) })
  if (bill.additional.length > 0) {
    y = paragraph(page, words.additional, bill.additional, { part: payment, x: mm(118), y, linesMax: 4 })
  }
  debtor(page, bill, { words, part: payment, x: mm(118), y })
}

interface Block {
  readonly words: SlipWords
  readonly part: Part
  readonly x: number
  readonly y: number
}

function information(page: Page, bill: SwissBill, block: Block): number {
  const below = paragraph(page, block.words.account, bill.creditor, { ...block, linesMax: 7 })
  return bill.reference === null ? below : paragraph(page, block.words.reference, [bill.reference], { ...block, y: below, linesMax: 1 })
}

function debtor(page: Page, bill: SwissBill, block: Block): void {
  const { part, x } = block
  if (bill.debtor) {
    paragraph(page, block.words.payableBy, bill.debtor, { ...block, linesMax: 6 })
    return
  }
  const below = heading(page, block.words.payableByName, block)
  corners(page, { x, y: below + 2, ...part.blank })
}

function amount(page: Page, bill: SwissBill, block: Block & { amountX: number; blank: { x: number; y: number; width: number; height: number } }): void {
  const { part, x } = block
  const below = heading(page, block.words.currency, block)
  heading(page, block.words.amount, { ...block, x: x + block.amountX })
  write(page, bill.currency, { x, y: below + 1, width: mm(15) }, { size: part.value })
  if (bill.amount === null) corners(page, part === receipt ? { ...block.blank } : { ...block.blank, y: below + 2 })
  else write(page, bill.amount, { x: x + block.amountX, y: below + 1, width: mm(35) }, { size: part.value })
}

function title(page: Page, text: string, at: { x: number; y: number }): void {
  write(page, text, { ...at, width: mm(52) }, { size: 11, weight: 'semibold', tag: 'H2' })
}

function heading(page: Page, text: string, block: Pick<Block, 'part' | 'x' | 'y'>): number {
  const { part, x, y } = block
  write(page, text, { x, y, width: part.width }, { size: part.heading, weight: 'semibold' })
  return y + part.lead.heading
}

function paragraph(page: Page, label: string, values: readonly string[], block: Pick<Block, 'part' | 'x' | 'y'> & { linesMax: number }): number {
  const { part, x } = block
  const style: TextStyle = { ...black, size: part.value }
  let y = heading(page, label, block)
  const all = values.flatMap((value) => page.lines(value, part.width, style))
  const lines = all.length > block.linesMax ? [...all.slice(0, block.linesMax - 1), `${all[block.linesMax - 1]!.slice(0, -3)}...`] : all
  for (const line of lines) {
    write(page, line, { x, y, width: part.width }, { size: part.value })
    y += part.lead.value
  }
  return y + part.lead.paragraph
}

/** Black, in the one permitted kind of typeface. */
const black: Pick<TextStyle, 'colour' | 'face'> = { colour: '#000000', face: 'slip' }

function write(page: Page, text: string, box: { x: number; y: number; width: number }, style: TextStyle): void {
  page.text(text, box, { ...style, ...black })
}

/** The frame to write into: four corners of 3 mm, 0.75 points thick. */
function corners(page: Page, box: { x: number; y: number; width: number; height: number }): void {
  const { pdf } = page
  const arm = mm(3)
  page.structure.artifact(() => {
    for (const [x, y, right, down] of [
      [box.x, box.y, 1, 1],
      [box.x + box.width, box.y, -1, 1],
      [box.x, box.y + box.height, 1, -1],
      [box.x + box.width, box.y + box.height, -1, -1],
    ] as const) {
      pdf
        .moveTo(x + right * arm, y)
        .lineTo(x, y)
        .lineTo(x, y + down * arm)
    }
    pdf.lineWidth(0.75).undash().strokeColor('#000000').stroke()
  })
}

/** Lines to cut along, with scissors, for paper without perforation (IG QR-bill 2.3, 3.7). */
function drawCuts(page: Page, top: number): void {
  const { pdf } = page
  page.structure.artifact(() => {
    pdf.moveTo(0, top).lineTo(paper.width, top).moveTo(mm(62), top).lineTo(mm(62), paper.height)
    pdf.lineWidth(0.5).dash(2, { space: 2 }).strokeColor('#000000').stroke().undash()
    drawScissors(pdf, { x: mm(105), y: top, isUpright: false })
    drawScissors(pdf, { x: mm(62), y: top + mm(12), isUpright: true })
  })
}

/** A pair of scissors, 6 mm long: two rings and two blades that cross. */
function drawScissors(pdf: PDFKit.PDFDocument, at: { x: number; y: number; isUpright: boolean }): void {
  pdf.save().translate(at.x, at.y)
  if (at.isUpright) pdf.rotate(90)
  pdf.rect(-mm(3.2), -mm(1.6), mm(6.4), mm(3.2)).fill('#ffffff')
  pdf.lineWidth(0.8).lineCap('round').strokeColor('#000000')
  for (const side of [1, -1]) {
    pdf.ellipse(-mm(2), side * mm(0.95), mm(0.95), mm(0.6)).stroke()
    const blade = [-mm(1.2), side * mm(0.7), mm(0.2), side * mm(0.28), mm(3), -side * mm(0.95), mm(2.4), -side * mm(0.25), mm(0.4), side * mm(0.42)] as const
    pdf
      .moveTo(blade[0], blade[1])
      .lineTo(blade[2], -blade[3] * 0.2)
      .lineTo(blade[4], blade[5])
      .lineTo(blade[6], blade[7])
      .lineTo(blade[8], blade[9])
      .closePath()
      .fill('#000000')
  }
  pdf.restore()
}
