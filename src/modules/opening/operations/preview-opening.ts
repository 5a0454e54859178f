import { formatDay, formatMoney, formatQuantity, type Locale } from '../../../kernel/format.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { numberText } from '../../company/index.ts'
import { textIn } from '../../texts.ts'
import { openingContract } from '../contract.ts'
import { planOpening, type PlannedRow } from '../plan.ts'

export const previewOpening = implement(openingContract['opening.preview'], async (context, input) => {
  const language = input.language ?? context.company.language
  const locale = { language, country: context.company.country }
  const plan = await planOpening(context, input)
  const count = (outcome: PlannedRow['outcome']) => plan.rows.filter((row) => row.outcome === outcome).length
  const newcomers = plan.rows.filter((row) => row.outcome === 'enter' && row.who?.id === null).map((row) => row.who!.key)
  return {
    files: plan.files.map(({ columns, missing }) => ({ columns, missing: [...missing] })),
    rows: plan.rows.map((row) => ({
      path: row.path,
      kind: row.kind,
      cells: Object.fromEntries(Object.entries(row.cells).filter((cell): cell is [string, string] => cell[1] !== undefined)),
      outcome: row.outcome,
      sentence: sentenceOf(context, row, locale),
      contactId: row.who?.id ?? null,
      isNewContact: row.who !== null && row.who.id === null,
      problems: row.problems.map((problem) => ({ ...problem, text: textIn(language, `failure.${problem.code}`) })),
    })),
    counts: { enter: count('enter'), known: count('known'), repeated: count('repeated'), refused: count('refused') },
    newContacts: new Set(newcomers).size,
  }
})

/** What was understood: "Marie Keller: 2025-17 of 03/11/2025, due 03/12/2025, CHF 200.00 open." Empty where it was not. */
function sentenceOf(context: Context, { entry, who }: PlannedRow, locale: Locale): string {
  if (!entry) return ''
  const say = (key: string, parameters: Record<string, string>) => textIn(locale.language, key, parameters)
  const customer = who?.name ?? ''
  if (entry.kind === 'numbers') {
    const year = Number(context.today.slice(0, 4))
    const number = entry.format ? numberText(entry.format, { number: entry.next, year }) : String(entry.next)
    return say('opening.say-number', { series: say(`opening.series-${entry.series}`, {}), number })
  }
  if (entry.kind === 'invoices') {
    const { number, gross, open } = entry
    const days = { issued: formatDay(entry.issuedOn, locale), due: formatDay(entry.dueOn, locale) }
    return say('opening.say-invoice', { customer, number, ...days, gross: formatMoney(gross, locale), open: formatMoney(open, locale) })
  }
  const since = formatDay(entry.startsOn ?? context.today, locale)
  const left = entry.left && entry.unit ? formatQuantity(entry.left, entry.unit, locale) : ''
  return say(left ? 'opening.say-left' : 'opening.say-agreement', { customer, product: entry.name, since, left })
}
