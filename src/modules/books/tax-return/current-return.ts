import { addDays, later, type Day, type Period } from '../../../kernel/day.ts'
import { notFound } from '../../../kernel/failure.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { companyDetails, type CompanyDetails } from '../../company/index.ts'
import { firstIssuedOn } from '../../invoicing/index.ts'
import { factsToDeclare, filedJustBefore, type Filing } from './declared.ts'
import { figuresOf } from './figures.ts'
import { readKept, type KeptReturn } from './filed-content.ts'
import { taxDueOn, taxPeriodsBetween, taxPeriodOf } from './periods.ts'
import { taxFactsBetween } from './read-facts.ts'
import { formOf } from './settings.ts'
import { filedReturns, type FiledReturn } from './store.ts'

/** How far back a change is still carried into the next return; older ones need a corrected return of their own. */
const carriedDays = 400
/** How far back periods are listed. */
const listedDays = 800

export interface TaxPeriods {
  readonly company: CompanyDetails
  /** The first day that is declared here: whatever was supplied before and invoiced since counts on it. */
  readonly start: Day
  /** Latest first; of a small business only those that were handed in. */
  readonly periods: readonly { readonly period: Period; readonly filed: FiledReturn | undefined }[]
}

/** The periods since the first document, by the company's rhythm; those handed in as they were then. */
export async function taxPeriods(context: Pick<Context, 'database' | 'company' | 'today'>): Promise<TaxPeriods> {
  const company = await companyDetails(context)
  const oldest = addDays(context.today, -listedDays)
  const filed = await filedReturns(context, oldest)
  const first = (await firstIssuedOn(context)) ?? context.today
  const current = company.taxRegime === 'standard' ? taxPeriodsBetween(later(oldest, first), context.today, company.taxPeriod) : []
  const own = current.filter((period) => !filed.some((each) => each.period.from <= period.to && each.period.to >= period.from))
  const periods = [...own.map((period) => ({ period, filed: undefined })), ...filed.map((each) => ({ period: each.period, filed: each }))]
  const start = taxPeriodOf(first, company.taxPeriod).from
  return { company, start, periods: periods.toSorted((left, right) => (left.period.from < right.period.from ? 1 : -1)) }
}

/**
 * The period that waits to be handed in: the first one that is over since the last one handed in. Where none ever was, the
 * latest that is over, since older ones were surely handed in elsewhere; else the running one.
 */
export function waitingPeriod({ periods }: TaxPeriods, today: Day): Period | undefined {
  const lastFiled = periods.find((each) => each.filed)?.period
  const open = periods.filter((each) => !each.filed && (!lastFiled || each.period.from > lastFiled.to)).map((each) => each.period)
  const over = open.filter((period) => period.to < today)
  return (lastFiled ? over.at(-1) : over[0]) ?? open[0]
}

/** The return that is over and waits, with its due day, for Today. */
export async function waitingTaxReturn(context: Pick<Context, 'database' | 'company' | 'today'>): Promise<(Period & { dueOn: Day }) | undefined> {
  const known = await taxPeriods(context)
  const period = waitingPeriod(known, context.today)
  return period && period.to < context.today ? { ...period, dueOn: taxDueOn(period, known.company.country) } : undefined
}

export interface CurrentReturn extends KeptReturn {
  readonly withoutRate: readonly { readonly id: string; readonly number: string }[]
}

/** The return of a period as it is now: of one that was handed in, as it was then. */
export async function returnOf(
  context: Context,
  known: TaxPeriods,
  from: Day | undefined,
): Promise<CurrentReturn & { period: Period; filed: FiledReturn | undefined }> {
  const period = from === undefined ? waitingPeriod(known, context.today) : taxPeriodOf(from, known.company.taxPeriod)
  const filed = known.periods.find((each) => each.filed && (from ? each.period.from === from : false))?.filed
  if (filed) return { ...readKept(filed.content), withoutRate: [], period: filed.period, filed }
  if (!period || !known.periods.some((each) => each.period.from === period.from)) notFound('tax-period')
  return { ...(await openReturn(context, known, period)), period, filed: undefined }
}

/** A period's own facts with what came late to the periods handed in just before it. */
export async function openReturn(context: Context, known: TaxPeriods, period: Period): Promise<CurrentReturn> {
  const filings: Filing[] = known.periods.flatMap(({ filed }) => (filed ? [{ period: filed.period, facts: readKept(filed.content).facts }] : []))
  const run = filedJustBefore(period, filings)
  const since = later(addDays(period.from, -carriedDays), run.at(-1)?.period.from ?? period.from)
  const { facts, withoutRate } = await taxFactsBetween(context, known.company, { from: since, to: period.to, start: known.start })
  const declared = factsToDeclare({ period, facts, filings, since })
  return { facts: declared, figures: figuresOf(formOf(known.company, declared), declared), withoutRate }
}
