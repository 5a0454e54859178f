import type { Day } from '../../../kernel/day.ts'
import { formatAmount, formatDay, formatMoney, formatPeriod } from '../../../kernel/format.ts'
import type { ContactId } from '../../../kernel/id.ts'
import { isPositive } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { DocumentModel } from '../../invoicing/index.ts'
import { letterFrame, type Letter, type LetterContext, type LetterFrame } from '../letters/frame.ts'
import { readStatement } from './read-statement.ts'
import { totalOf, type OpenItem, type Statement, type StatementLine } from './statement.ts'

/** The account statement as a letter: each currency with its movements, what is open with its age, and the code to pay it. */
export async function statementLetter(
  context: LetterContext,
  options: { contactId: ContactId; from?: Day | undefined; to?: Day | undefined },
): Promise<Letter> {
  const found = await readStatement(context as Context, options)
  const frame = await letterFrame(context, options.contactId)
  const { text, locale } = frame
  const isMixed = found.statements.length > 1
  const open = found.statements.map((each) => totalOf(found.openItems, each.currency)).filter(isPositive)
  const due = found.openItems.filter((item) => item.open.minor !== 0n)
  const codes = open.length === 1 ? frame.codes({ amount: open[0]!, message: text('statement') }) : []
  const model = frame.letter('statement', context.today, {
    title: text('statement'),
    meta: [{ label: text('period'), value: formatPeriod(found, locale) }],
    columns: [
      { label: text('date'), width: 66, align: 'left' },
      { label: isMixed ? text('amount-plain') : text('amount', { currency: found.statements[0]?.currency ?? context.company.currency }), width: 80 },
      { label: text('balance'), width: 80 },
    ],
    lines: [...found.statements.flatMap((each) => linesOf(each, found.from, frame, isMixed)), ...openLines(due, frame)],
    totals: (open.length > 0 ? open : []).map((amount) => ({ label: text('open-now'), value: formatMoney(amount, locale), isFinal: true })),
    payment: open.length > 0 ? frame.payment(null, codes) : null,
    paymentCodes: codes,
    closing: text(open.length > 0 ? 'statement-closing' : 'statement-clear'),
    words: { ...frame.letter('statement', context.today, { title: '' }).words, description: text('movement') },
  })
  return { model, fileName: `${text('statement').replace(/\s+/g, '-')}-${context.today}.pdf` }
}

function linesOf(statement: Statement, from: Day, frame: LetterFrame, isMixed: boolean): DocumentModel['lines'] {
  const { text, locale } = frame
  const value = isMixed ? formatMoney : formatAmount
  const brought = value(statement.brought, locale)
  return [
    { description: text('brought-forward'), detail: null, cells: [formatDay(from, locale), '', brought], carried: brought, tone: 'quiet' },
    ...statement.lines.map((line) => {
      const balance = value(line.balance, locale)
      return { description: nameOf(line, frame), detail: null, cells: [formatDay(line.on, locale), value(line.amount, locale), balance], carried: balance }
    }),
  ]
}

function openLines(items: readonly OpenItem[], { text, locale }: LetterFrame): DocumentModel['lines'] {
  if (items.length === 0) return []
  return [
    { description: text('open-items'), detail: null, cells: ['', '', ''], carried: null, tone: 'strong' },
    ...items.map((item) => ({
      description: item.kind === 'credit' ? text('credit') : text(item.kind === 'fee' ? 'fee-of' : 'invoice', { number: item.number }),
      detail: item.daysLate > 0 ? text('days-late', { count: item.daysLate }) : null,
      cells: [formatDay(item.dueOn, locale), '', formatMoney(item.open, locale)],
      carried: null,
    })),
  ]
}

function nameOf(line: StatementLine, { text }: LetterFrame): string {
  const name = text(`moved-${line.kind}`, { number: line.about ?? '' }).trim()
  return line.isUndoing ? text('undone', { what: name }) : name
}
