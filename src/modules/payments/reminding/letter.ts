import { formatAmount, formatDay, formatMoney, formatPercent, formatPeriod } from '../../../kernel/format.ts'
import { notFound } from '../../../kernel/failure.ts'
import { add, isPositive, sum, type Money } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { issuedDocuments, type DocumentModel } from '../../invoicing/index.ts'
import { payableInvoices } from '../invoices.ts'
import { letterFrame, type Letter, type LetterContext, type LetterFrame } from '../letters/frame.ts'
import { selectFees, type ReminderFee } from './claims/store.ts'
import { findReminder } from './store.ts'

/** A reminder as a letter: the invoice, what was taken beyond it with the article that allows it, and the code to pay all of it. */
export async function reminderLetter(context: LetterContext, reminderId: string): Promise<Letter> {
  const reminder = (await findReminder(context, reminderId)) ?? notFound('reminder')
  const [invoice] = await payableInvoices(context as Context, { ids: [reminder.invoiceId] })
  if (!invoice) return notFound('invoice')
  const [issued] = await issuedDocuments(context, { ids: [invoice.id] })
  const frame = await letterFrame(context, reminder.contactId)
  const fees = (await selectFees(context, { invoiceIds: [invoice.id] })).filter((fee) => isPositive(fee.open))
  const amount = [invoice.open, ...fees.map((fee) => fee.open)].reduce(add)
  const { text, locale } = frame
  const title = text(`reminder-${reminder.level}`, { number: invoice.number })
  const reference = issued?.document.paymentReference ?? { kind: 'none' as const, text: null }
  const codes = isPositive(amount) ? frame.codes({ amount, message: title, reference }) : []
  const model = frame.letter('reminder', reminder.on, {
    title,
    intro: text(`reminder-${reminder.level}-body`, { number: invoice.number, day: formatDay(invoice.issuedOn, locale, 'long') }),
    columns: [
      { label: text('due-on'), width: 78, align: 'left' },
      { label: text('amount', { currency: invoice.currency }), width: 90 },
    ],
    lines: [
      lineOf(text('invoice', { number: invoice.number }), null, [formatDay(reminder.dueOn, locale), formatAmount(invoice.open, locale)]),
      ...fees.map((fee) => lineOf(text(fee.kind), detailOf(fee, frame), ['', formatAmount(fee.open, locale)])),
    ],
    totals: [{ label: text('to-pay'), value: formatMoney(amount, locale), isFinal: true }],
    payment: frame.payment(reference.text, codes),
    paymentCodes: codes,
    closing: text(`reminder-${reminder.level}-closing`),
    words: { ...wordsOf(frame), description: text('claim') },
  })
  return { model, fileName: `${title.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.pdf` }
}

/** The article and, of interest, days and rates: "2. März – 31. März 2026, 10,27 % (§ 288 Abs. 2 BGB)". */
function detailOf(fee: ReminderFee, { locale, text }: LetterFrame): string {
  const rates = fee.rates.map(({ from, basisPoints }, index) => {
    const rate = formatPercent(new Percent(basisPoints), locale)
    return index === 0 ? rate : text('rate-from', { rate, day: formatDay(from, locale) })
  })
  const parts = [...(fee.period ? [formatPeriod(fee.period, locale)] : []), ...rates]
  const law = fee.law ?? text('as-agreed')
  return parts.length === 0 ? law : `${parts.join(', ')} (${law})`
}

function lineOf(description: string, detail: string | null, cells: readonly string[]): DocumentModel['lines'][number] {
  return { description, detail, cells, carried: null }
}

function wordsOf(frame: LetterFrame): DocumentModel['words'] {
  return frame.letter('reminder', '2000-01-01' as never, { title: '' }).words
}

/** What a reminder asks for now: the invoice and everything taken beyond it. */
export async function amountWithFees(context: Pick<Context, 'database' | 'company'>, invoice: { id: string; open: Money }): Promise<Money> {
  const fees = await selectFees(context, { invoiceIds: [invoice.id] })
  return add(
    invoice.open,
    sum(
      fees.map((fee) => fee.open),
      invoice.open.currency,
    ),
  )
}
