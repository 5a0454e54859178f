import type { Day } from '../../kernel/day.ts'
import { add, compareMoney, divideRounded, money, multiply, negate, subtract, sum, zero, type Money } from '../../kernel/money.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { feeCause, settlementCause } from '../agreements/causes.ts'
import type { LedgerEntry } from '../agreements/entitlement.ts'
import type { AgreementFacts } from '../agreements/facts.ts'
import { endOf, isEndedEarly, termsOn } from '../agreements/lifecycle.ts'
import type { ScopeLine } from '../offer/terms.ts'
import type { Expectation } from './billing-facts.ts'

/**
 * What an early end gives back, as one negative charge: nothing, the share of the units left, or the price less the
 * used units at the single price. `fees` are the agreement's expected fees; of a fee per period only the period
 * that the end falls into is settled. Never more than was charged.
 */
export function expectedSettlement(options: {
  facts: AgreementFacts
  ledger: readonly LedgerEntry[]
  fees: readonly Expectation[]
  today: Day
}): Expectation[] {
  const { facts, today } = options
  const end = endOf(facts, today)
  if (end === null || end > today || !isEndedEarly(facts, today)) return []
  const { terms } = termsOn(facts, end)
  const settled = settledFees(options.fees, facts)
  const sample = settled[0]
  if (terms.duration.earlyEnd.kind === 'nothing' || !sample) return []
  const charged = sum(
    settled.map((fee) => fee.amount),
    terms.price.currency,
  )
  const usages = terms.scope.filter((line) => line.units !== null).map((line) => usageOf(line, sample, options.ledger))
  const back = terms.duration.earlyEnd.kind === 'units_left' ? shareLeft(charged, usages) : lessSinglePrice(charged, usages, terms.duration.earlyEnd.amount)
  if (back.minor <= 0n) return []
  return [
    {
      ...sample,
      cause: settlementCause(facts.id),
      kind: 'settlement',
      period: { from: end, to: end },
      dueOn: end,
      detail: null,
      quantity: new Quantity(-1000n),
      unitPrice: back,
      discount: null,
      amount: negate(back),
      instalments: [],
    },
  ]
}

interface Usage {
  readonly granted: bigint
  readonly used: bigint
}

/** Everything charged once or by milestone, or else the fee of the last period. */
function settledFees(fees: readonly Expectation[], facts: AgreementFacts): Expectation[] {
  const once = fees.filter((fee) => fee.kind === 'milestone' || fee.cause === feeCause(facts.id, 'once'))
  if (once.length > 0) return once
  const last = fees.filter((fee) => fee.kind === 'fee').at(-1)
  return last ? [last] : []
}

/** What the line granted (with what rolled over) and what was drawn of it; per period, of the last period's lot. */
function usageOf(line: ScopeLine, fee: Expectation, ledger: readonly LedgerEntry[]): Usage {
  const lot = line.every === 'once' ? `${line.key}/once` : `${line.key}/${fee.period.from}`
  const sumOf = (kinds: readonly string[]) =>
    ledger.filter((entry) => entry.lot === lot && kinds.includes(entry.reverses ?? entry.kind)).reduce((total, entry) => total + entry.units.thousandths, 0n)
  const granted = line.units!.thousandths
  const rolledIn =
    line.every === 'period'
      ? ledger
          .filter((entry) => entry.lot === lot && (entry.reverses ?? entry.kind) === 'roll_over' && entry.on === fee.period.from)
          .reduce((total, entry) => total + entry.units.thousandths, 0n)
      : 0n
  const used = -sumOf(['draw']) - rolledIn
  return { granted, used: used < 0n ? 0n : used > granted ? granted : used }
}

/** Several lines share the price equally. */
function shareLeft(charged: Money, usages: readonly Usage[]): Money {
  const counted = usages.filter((usage) => usage.granted > 0n)
  if (counted.length === 0) return zero(charged.currency)
  const parts = counted.map(({ granted, used }) => money(divideRounded(charged.minor * (granted - used), granted * BigInt(counted.length)), charged.currency))
  const total = parts.reduce(add, zero(charged.currency))
  return compareMoney(total, charged) > 0 ? charged : total
}

function lessSinglePrice(charged: Money, usages: readonly Usage[], single: Money): Money {
  const used = usages.reduce((total, usage) => total + usage.used, 0n)
  return subtract(charged, multiply(single, new Quantity(used)))
}
