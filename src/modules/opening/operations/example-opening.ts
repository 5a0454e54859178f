import { addDays, addMonths } from '../../../kernel/day.ts'
import { formatDay } from '../../../kernel/format.ts'
import { implement } from '../../../platform/operation/module.ts'
import { textIn } from '../../texts.ts'
import { columnsOf, type ColumnKey } from '../columns.ts'
import { openingContract } from '../contract.ts'

/** A file that Excel opens as it stands (a mark for UTF-8, semicolons) and that opening.preview reads as it stands. */
export const exampleOpening = implement(openingContract['opening.example'], async (context, input) => {
  const language = input.language ?? context.company.language
  const say = (key: string) => textIn(language, key)
  const day = (days: number) => formatDay(addDays(addMonths(context.today, -1), days), { language, country: context.company.country })
  const year = context.today.slice(0, 4)
  const { all } = columnsOf[input.kind]
  const lines: Readonly<Record<typeof input.kind, readonly Readonly<Partial<Record<ColumnKey, string>>>[]>> = {
    numbers: [
      { series: say('opening.series-invoice'), next: `${year}-0114` },
      { series: say('opening.series-offer'), next: '42' },
    ],
    invoices: [
      {
        customer: 'Marie Keller',
        number: `${Number(year) - 1}-0087`,
        issuedOn: day(-20),
        dueOn: day(10),
        gross: '320.00',
        open: '120.00',
        email: 'marie@example.com',
      },
      { customer: 'Acme GmbH', number: `${Number(year) - 1}-0091`, issuedOn: day(-5), dueOn: day(25), gross: '1850.50' },
    ],
    passes: [
      { customer: 'Marie Keller', product: say('opening.example-pass'), left: '4', startsOn: day(0), size: '10', price: '300.00' },
      { customer: 'Paul Moser', product: say('opening.example-pass'), left: '9', startsOn: day(12), size: '10', price: '300.00', email: 'paul@example.com' },
    ],
    agreements: [{ customer: 'Acme GmbH', product: say('opening.example-retainer'), startsOn: day(-90), left: '4.5 h' }],
  }
  const rows = [all.map((column) => say(`opening.column-${column}`)), ...lines[input.kind].map((cells) => all.map((column) => cells[column] ?? ''))]
  const text = `\ufeff${rows.map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`
  return { fileName: `${say(`opening.kind-${input.kind}`)}.csv`, contentType: 'text/csv; charset=utf-8', content: Buffer.from(text).toString('base64') }
})

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
