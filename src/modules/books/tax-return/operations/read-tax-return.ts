import type { Instant } from '../../../../kernel/instant.ts'
import { money } from '../../../../kernel/money.ts'
import type { OutputOf } from '../../../../kernel/operation.ts'
import { Percent } from '../../../../kernel/percent.ts'
import type { Context } from '../../../../platform/operation/context.ts'
import { implement } from '../../../../platform/operation/module.ts'
import { booksContract } from '../../contract.ts'
import { returnOf, taxPeriods, waitingPeriod } from '../current-return.ts'
import type { FigurePart } from '../figures.ts'
import { hashOfKept, keptText } from '../filed-content.ts'
import { taxDueOn } from '../periods.ts'
import { warningsOf } from '../warnings.ts'

export const listTaxPeriods = implement(booksContract['books.tax-periods'], async (context) => {
  const known = await taxPeriods(context)
  return {
    regime: known.company.taxRegime,
    basis: known.company.taxBasis,
    method: known.company.taxMethod,
    waiting: waitingPeriod(known, context.today)?.from ?? null,
    periods: known.periods.map(({ period, filed }) => ({
      ...period,
      dueOn: taxDueOn(period, known.company.country),
      isOver: period.to < context.today,
      filedAt: filed ? (filed.filedAt as Instant) : null,
      payable: filed?.payable ?? null,
    })),
  }
})

export const readTaxReturn = implement(booksContract['books.tax-return'], (context, input) => readReturn(context, input.from))

export type TaxReturnReading = OutputOf<(typeof booksContract)['books.tax-return']>

export async function readReturn(context: Context, from: TaxReturnReading['from'] | undefined): Promise<TaxReturnReading> {
  const known = await taxPeriods(context)
  const found = await returnOf(context, known, from)
  const { figures, period, filed } = found
  const { currency } = context.company
  const amount = (minor: bigint | null) => (minor === null ? null : money(minor, currency))
  const partsOf = (line: { base: bigint | null; tax: bigint | null; parts: readonly FigurePart[] }) =>
    line.parts.map(({ fact, base, tax }) => ({
      ...fact.source,
      on: fact.on,
      isLate: fact.on < period.from,
      base: line.base === null ? null : money(base, currency),
      tax: line.tax === null ? null : money(tax, currency),
    }))
  return {
    ...period,
    form: figures.form,
    edition: figures.edition,
    dueOn: taxDueOn(period, known.company.country),
    wholeBases: figures.wholeBases,
    payable: money(figures.payable, currency),
    figures: figures.figures.map((figure) => ({
      key: figure.key,
      baseBox: figure.baseBox,
      taxBox: figure.taxBox,
      rate: figure.basisPoints === null ? null : new Percent(figure.basisPoints),
      isSum: figure.isSum,
      base: amount(figure.base),
      tax: amount(figure.tax),
      parts: partsOf(figure),
    })),
    oneStopShop: figures.oneStopShop.map((line) => ({
      country: line.country,
      rate: new Percent(line.basisPoints),
      base: money(line.base, currency),
      tax: money(line.tax, currency),
      parts: partsOf(line),
    })),
    warnings: filed ? [] : await warningsOf(context, known.company, { ...found, period }),
    filed: filed ? { at: filed.filedAt as Instant, by: filed.filedBy } : null,
    hash: filed?.hash ?? hashOfKept(keptText(found)),
  }
}
