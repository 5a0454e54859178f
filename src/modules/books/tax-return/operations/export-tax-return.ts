import { amountText, type Money } from '../../../../kernel/money.ts'
import { implement } from '../../../../platform/operation/module.ts'
import { textIn } from '../../../texts.ts'
import { booksContract } from '../../contract.ts'
import { lineWords } from '../words/keys.ts'
import { readReturn, type TaxReturnReading } from './read-tax-return.ts'

type Cell = string | Money | null
type Line = Pick<TaxReturnReading['figures'][number], 'base' | 'tax' | 'parts'>

/** A line for each figure, and under it one for each document, with semicolons and a mark of byte order, as spreadsheets want it. */
export const exportTaxReturn = implement(booksContract['books.export-tax-return'], async (context, input) => {
  const found = await readReturn(context, input.from)
  const { language } = context.company
  const head = ['box', 'figure', 'day', 'number', 'name', 'base', 'tax'].map((column) => textIn(language, `books.tax-column-${column}`))
  const rows = [
    ...found.figures.flatMap((figure) => {
      const box = [...new Set([figure.baseBox, figure.taxBox].filter((each) => each !== null))].join('/')
      const rate = figure.rate ? `${figure.rate.toJSON()} %` : ''
      return linesOf(box, [textIn(language, lineWords(found.form, figure.key)), rate].filter(Boolean).join(' '), figure)
    }),
    ...found.oneStopShop.flatMap((line) => linesOf('OSS', `${line.country} ${line.rate.toJSON()} %`, line)),
  ]
  const text = [head, ...rows].map((row) => row.map(cellText).join(';')).join('\r\n')
  return {
    fileName: `tax-${found.from}-${found.to}.csv`,
    contentType: 'text/csv; charset=utf-8',
    content: Buffer.from(`\uFEFF${text}\r\n`).toString('base64'),
  }
})

function linesOf(box: string, words: string, line: Line): Cell[][] {
  return [[box, words, '', '', '', line.base, line.tax], ...line.parts.map((part): Cell[] => [box, '', part.on, part.number, part.name, part.base, part.tax])]
}

/** What begins like a formula is made text, or a customer's name would run in the accountant's spreadsheet. */
function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return amountText(cell)
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
