import { addDays } from '../../../kernel/day.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { Verified } from '../../../platform/operation/module.ts'
import { issuedSums } from '../../invoicing/index.ts'
import { openReturn, taxPeriods, type TaxPeriods } from './current-return.ts'
import type { TaxFigures } from './figures.ts'
import { hashOfKept, readKept } from './filed-content.ts'
import { taxFactsBetween } from './read-facts.ts'
import { policyOf } from './settings.ts'

/** Returns that were handed in are what was kept, and figures are the sum of their documents, computed a second time another way. */
export async function checkTaxReturns(context: Context): Promise<Verified> {
  const known = await taxPeriods(context)
  const findings: string[] = []
  let count = 0
  for (const { period, filed } of known.periods) {
    count += 1
    const name = `tax period from ${period.from}`
    if (filed && hashOfKept(filed.content) !== filed.hash) findings.push(`${name}: what was handed in is not what was kept`)
    const { figures } = filed ? readKept(filed.content) : await openReturn(context, known, period)
    findings.push(...wrongSums(figures).map((line) => `${name}: ${line} is not the sum of its documents`))
    if (filed && figures.payable !== filed.payable.minor)
      findings.push(`${name}: ${filed.payable.minor} was kept as payable, the figures say ${figures.payable}`)
  }
  findings.push(...(await wrongWhole(context, known)))
  return { what: 'figures of tax returns equal to the sum of their documents', count, findings }
}

/** Lines whose figure is not the sum of the parts that it shows; a net tax rate is on the sum and has no parts of its own. */
function wrongSums(figures: TaxFigures): string[] {
  const total = (values: readonly bigint[]) => values.reduce((left, right) => left + right, 0n)
  return figures.figures
    .filter((figure) => !figure.isSum)
    .filter((figure) => {
      const isBaseWrong = figure.base !== null && total(figure.parts.map((part) => part.base)) !== figure.base
      const isFlat = figures.form === 'ch-flat' && figure.basisPoints !== null
      return isBaseWrong || (!isFlat && figure.tax !== null && total(figure.parts.map((part) => part.tax)) !== figure.tax)
    })
    .map((figure) => figure.key)
}

/**
 * All tax of all documents since the beginning, straight from the columns of the invoices, against all facts: on accrual and in
 * the company's own currency the two are one number. (On cash basis the money decides; the property tests hold that.)
 */
async function wrongWhole(context: Context, known: TaxPeriods): Promise<string[]> {
  if (known.company.taxRegime !== 'standard' || policyOf(known.company).basis === 'cash') return []
  const days = { from: known.start, to: addDays(context.today, 1) }
  const { facts } = await taxFactsBetween(context, known.company, { ...days, start: known.start })
  const said = facts.filter((fact) => fact.kind === 'sale' || fact.kind === 'correction').reduce((sum, fact) => sum + fact.tax, 0n)
  const rows = await issuedSums(context, days)
  if (rows.some((row) => row.currency !== context.company.currency)) return []
  const stored = rows.reduce((sum, row) => sum + (row.kind === 'credit_note' ? -row.tax : row.tax), 0n)
  return said === stored ? [] : [`the documents since ${known.start} charge ${stored} of tax, the returns count ${said}`]
}
