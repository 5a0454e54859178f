import { addDays, isWithin, type Day, type Period } from '../../../kernel/day.ts'
import { difference, gathered, type TaxFact } from './tax-fact.ts'

/** A return that was handed in and not taken back, with the facts as they were then. */
export interface Filing {
  readonly period: Period
  readonly facts: readonly TaxFact[]
}

/**
 * What a period has to declare: its own facts and, where the periods just before it were handed in, whatever came or
 * changed there since. So a receipt found later, or a payment of last month imported today, is declared once and in the
 * next return, and nothing of a return that was handed in is ever changed.
 *
 * Over any order of facts and filings: handed in + to declare = all facts.
 */
export function factsToDeclare(options: { period: Period; facts: readonly TaxFact[]; filings: readonly Filing[]; since: Day }): TaxFact[] {
  const { period, facts, filings, since } = options
  const own = facts.filter((fact) => isWithin(fact.on, period))
  const run = filedJustBefore(period, filings)
  if (run.length === 0) return gathered(own)
  const isInRun = (on: Day) => on >= since && run.some((filing) => isWithin(on, filing.period))
  const now = facts.filter((fact) => isInRun(fact.on))
  const then = run.flatMap((filing) => filing.facts).filter((fact) => isInRun(fact.on))
  return gathered([...own, ...difference(now, then)])
}

/** The unbroken row of handed-in periods that ends the day before this one begins. */
export function filedJustBefore(period: Period, filings: readonly Filing[]): Filing[] {
  const run: Filing[] = []
  for (let end = addDays(period.from, -1); ;) {
    const found = filings.find((filing) => filing.period.to === end)
    if (!found) return run
    run.push(found)
    end = addDays(found.period.from, -1)
  }
}
