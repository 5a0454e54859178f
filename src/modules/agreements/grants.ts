import { addDays, addMonths, daysIn, earlier, later, overlap, type Day } from '../../kernel/day.ts'
import type { Quantity } from '../../kernel/quantity.ts'
import type { ScopeLine } from '../offer/terms.ts'
import { feeCause } from './causes.ts'
import type { AgreementFacts } from './facts.ts'
import { endOf, pausesOf, startOf } from './lifecycle.ts'
import { countDays, periodsUntil, runningDays } from './periods.ts'

/** A grant that the terms call for: one lot of the ledger. */
export interface Grant {
  readonly lot: string
  readonly line: ScopeLine
  /** Null is unlimited. */
  readonly units: Quantity | null
  /** Deliveries from this day on may draw on it. */
  readonly validFrom: Day
  readonly expiresOn: Day | null
  /** The day of the ledger's entry: later than `validFrom` when it waited for its payment. */
  readonly on: Day
  /** The lot that takes the rest over. */
  readonly rollsInto: string | null
}

/**
 * The grants that are due by a day, by terms and lifecycle. `settled` names the causes whose invoice has been paid
 * in full and when; `withdrawn` the lots that a credit note took back.
 */
export function planGrants(facts: AgreementFacts, options: { today: Day; settled: ReadonlyMap<string, Day>; withdrawn: ReadonlySet<string> }): Grant[] {
  const start = startOf(facts)
  if (start === null || start > options.today) return []
  const due = [...onceGrants(facts, start, options), ...periodGrants(facts, options)]
  const isBeforeOpening = (grant: Grant) => facts.openingOn !== null && grant.expiresOn !== null && grant.expiresOn < facts.openingOn
  return due.filter((grant) => !options.withdrawn.has(grant.lot) && !isBeforeOpening(grant))
}

type Options = { today: Day; settled: ReadonlyMap<string, Day> }

/** Each line that is granted once: from the version that first has it, with the units of the last one in effect. */
function onceGrants(facts: AgreementFacts, start: Day, options: Options): Grant[] {
  const grants = new Map<string, Grant>()
  const inEffect = facts.versions.filter((version) => version.effectiveOn === null || version.effectiveOn <= options.today)
  for (const version of inEffect) {
    for (const line of version.terms.scope.filter((candidate) => candidate.every === 'once')) {
      const lot = `${line.key}/once`
      const validFrom = grants.get(lot)?.validFrom ?? later(version.effectiveOn ?? start, start)
      const on = line.isGrantedOnPayment ? options.settled.get(feeCause(facts.id, 'once')) : validFrom
      if (on === undefined) continue
      const expiresOn = expiryOf(facts, line, validFrom, options.today)
      grants.set(lot, { lot, line, units: line.units, validFrom, expiresOn, on: later(on, validFrom), rollsInto: null })
    }
  }
  return [...grants.values()]
}

function periodGrants(facts: AgreementFacts, options: Options): Grant[] {
  const periods = periodsUntil(facts, { until: options.today, today: options.today })
  return periods.flatMap((period, index) => {
    const { terms } = period.version
    const isFullyPaused = terms.duration.pause.stopsFee && countDays(runningDays(facts, period.runs)) === 0
    if (isFullyPaused) return []
    return terms.scope
      .filter((line) => line.every === 'period')
      .flatMap((line): Grant[] => {
        const validFrom = period.whole.from
        const on = line.isGrantedOnPayment ? options.settled.get(feeCause(facts.id, validFrom)) : validFrom
        if (on === undefined) return []
        const next = periods[index + 1]
        return [
          {
            lot: `${line.key}/${validFrom}`,
            line,
            units: line.units,
            validFrom,
            expiresOn: line.validMonths === null ? period.runs.to : expiryOf(facts, line, validFrom, options.today),
            on: later(on, validFrom),
            rollsInto: next && line.validMonths === null && line.rollOverMax !== null ? `${line.key}/${next.whole.from}` : null,
          },
        ]
      })
  })
}

/** The last day of validity: prolonged by paused days when the terms say so, and never after an early end. */
function expiryOf(facts: AgreementFacts, line: ScopeLine, validFrom: Day, today: Day): Day | null {
  const end = facts.events.some((event) => event.kind === 'ended_early') ? endOf(facts, today) : null
  if (line.validMonths === null) return end
  const plain = addDays(addMonths(validFrom, line.validMonths), -1)
  const { extendsValidity } = facts.versions.at(-1)!.terms.duration.pause
  const paused = extendsValidity ? pausedDaysWithin(facts, validFrom, plain, today) : 0
  const expiresOn = addDays(plain, paused)
  return end === null ? expiresOn : earlier(expiresOn, end)
}

function pausedDaysWithin(facts: AgreementFacts, from: Day, to: Day, today: Day): number {
  return pausesOf(facts, today).reduce((days, pause) => {
    const shared = overlap(pause, { from, to })
    return days + (shared ? daysIn(shared) : 0)
  }, 0)
}
