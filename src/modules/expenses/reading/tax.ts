import type { Currency } from '../../../kernel/currency.ts'
import { money, vatWithin } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import { amountsIn } from './amounts.ts'
import { phrases, says, type Line } from './lines.ts'

/** A rate with its amounts, in minor units; gross = net + tax. */
export interface TaxRead {
  readonly basisPoints: number
  readonly net: bigint
  readonly tax: bigint
  readonly gross: bigint
}

/** The rates that a receipt of a country may show, in basis points; those of some years back too. */
const ratesOf: Readonly<Record<string, readonly number[]>> = {
  CH: [810, 260, 380, 770, 250, 370], LI: [810, 260, 380, 770, 250, 370], DE: [1900, 700, 1600, 500], AT: [2000, 1000, 1300], FR: [2000, 1000, 550, 210], IT: [2200, 1000, 500, 400],
  GB: [2000, 500], ES: [2100, 1000, 400], NL: [2100, 900], BE: [2100, 1200, 600], LU: [1700, 1400, 800, 300], IE: [2300, 1350, 900], PT: [2300, 1300, 600], SE: [2500, 1200, 600],
  DK: [2500], NO: [2500, 1500, 1200], FI: [2550, 2400, 1400, 1350, 1000], PL: [2300, 800, 500], CZ: [2100, 1200], HU: [2700, 1800, 500], GR: [2400, 1300, 600],
} // prettier-ignore

const taxWords = phrases('mwst,ust,tva,iva,vat,tax,steuer,umsatzsteuer,mehrwertsteuer,mehrwertst,imposta,taxe,mwst satz,dont tva,di cui iva,davon,sales tax')
const tolerance = 3n

interface Possible {
  readonly read: TaxRead
  /** How much of it stands on the receipt. */
  readonly strength: number
}

/**
 * The tax of a receipt by rate, where rates and amounts agree: a rate that the country has, with a net, a tax or a gross
 * amount in the line (or the next) that makes the other two. Empty where nothing is said, or what is said does not fit the total.
 */
export function taxesOf(lines: readonly Line[], options: { country: string; currency: Currency; total: bigint }): TaxRead[] {
  const known = ratesOf[options.country]
  const possible = new Map<number, Possible[]>()
  const all = [...new Set(lines.flatMap((line) => ratesIn(line.text, known)))].slice(0, 4)
  lines.forEach((line, index) => {
    const rates = ratesIn(line.text, known)
    const isTaxLine = says(line, taxWords)
    if (rates.length === 0 && !isTaxLine) return
    const here = amountsOf(line, options.currency)
    const next = lines[index + 1]
    const amounts = here.length > 0 || !next || ratesIn(next.text, known).length > 0 ? here : amountsOf(next, options.currency)
    for (const rate of rates.length > 0 ? rates : all) {
      const reads = rates.length > 0 ? readRate(amounts, rate, { total: options.total, isTaxLine }) : ofTotal(amounts, rate, options.total)
      possible.set(rate, [...(possible.get(rate) ?? []), ...reads.filter(({ read }) => read.gross <= options.total + tolerance)].slice(0, 12))
    }
  })
  return fitTotal([...possible.values()].filter((reads) => reads.length > 0).slice(0, 4), { ...options, named: namedRates(lines, known) })
}

function amountsOf(line: Line, currency: Currency): bigint[] {
  return amountsIn(withoutRates(line.text), currency)
    .map((amount) => amount.minor)
    .filter((minor) => minor > 0n)
    .slice(0, 8)
}

/** Those reads that make the total; what is left over is untaxed, such as a tip. One rate without amounts is in the total. */
function fitTotal(possible: readonly (readonly Possible[])[], options: { currency: Currency; total: bigint; named: readonly number[] }): TaxRead[] {
  const { total } = options
  const sumOf = (reads: readonly Possible[]) => reads.reduce((sum, { read }) => sum + read.gross, 0n)
  const strengthOf = (reads: readonly Possible[]) => reads.reduce((sum, { strength }) => sum + strength, 0)
  const choices = choicesOf(possible)
    .filter((reads) => reads.length > 0)
    .toSorted((left, right) => strengthOf(right) - strengthOf(left))
  const fitting = choices.find((reads) => isNear(sumOf(reads), total))
  if (fitting) return mendLast(fitting, total - sumOf(fitting))
  if (choices.length === 0) return options.named.length === 1 ? [ofGross(total, options.named[0]!, options.currency)] : []
  // A rest is a tip, a deposit, a fee without tax: small beside what is taxed.
  const isMost = (reads: readonly Possible[]) => sumOf(reads) < total && (total - sumOf(reads)) * 3n < total
  const most = choices.find((reads) => isMost(reads) && reads.some(({ strength }) => strength >= 2)) ?? choices.find(isMost)
  if (most) return [...most.map(({ read }) => read), untaxed(total - sumOf(most))]
  return options.named.length === 1 ? [ofGross(total, options.named[0]!, options.currency)] : []
}

/** Every way to take one of its reads, or none, of each rate. */
function choicesOf(possible: readonly (readonly Possible[])[]): Possible[][] {
  return possible.reduce<Possible[][]>(
    (choices, reads) => [...choices, ...choices.flatMap((choice) => reads.map((read) => [...choice, read]))].slice(0, 4000),
    [[]],
  )
}

function untaxed(gross: bigint): TaxRead {
  return { basisPoints: 0, net: gross, tax: 0n, gross }
}

function mendLast(reads: readonly Possible[], off: bigint): TaxRead[] {
  return reads.map(({ read }, index) => (index === reads.length - 1 ? { ...read, net: read.net + off, gross: read.gross + off } : read))
}

function ofGross(gross: bigint, basisPoints: number, currency: Currency): TaxRead {
  const tax = vatWithin(money(gross, currency), new Percent(basisPoints)).minor
  return { basisPoints, net: gross - tax, tax, gross }
}

/** What the amounts beside a rate may be: three that add up, a base and its tax, the tax of the total, or a tax alone. */
function readRate(amounts: readonly bigint[], basisPoints: number, options: { total: bigint; isTaxLine: boolean }): Possible[] {
  const found: Possible[] = ofTotal(amounts, basisPoints, options.total)
  for (const base of amounts) {
    for (const tax of amounts) {
      if (tax >= base) continue
      if (isNear(tax, (base * BigInt(basisPoints) + 5000n) / 10_000n)) {
        const isAdded = amounts.some((each) => isNear(each, base + tax))
        found.push({ read: { basisPoints, net: base, tax, gross: base + tax }, strength: isAdded ? 4 : 3 })
      }
      if (isNear(tax, taxWithin(base, basisPoints))) found.push({ read: { basisPoints, net: base - tax, tax, gross: base }, strength: 3 })
    }
  }
  const only = options.isTaxLine && amounts.length === 1 ? amounts[0]! : undefined
  if (found.length > 0 || only === undefined || only * 2n > options.total) return found
  const net = (only * 10_000n + BigInt(basisPoints) / 2n) / BigInt(basisPoints)
  return [{ read: { basisPoints, net, tax: only, gross: net + only }, strength: 1 }]
}

/** An amount that is the tax of the whole at this rate. */
function ofTotal(amounts: readonly bigint[], basisPoints: number, total: bigint): Possible[] {
  const tax = amounts.find((each) => isNear(each, taxWithin(total, basisPoints)))
  return tax === undefined ? [] : [{ read: { basisPoints, net: total - tax, tax, gross: total }, strength: 3 }]
}

function taxWithin(gross: bigint, basisPoints: number): bigint {
  const whole = BigInt(10_000 + basisPoints)
  return (gross * BigInt(basisPoints) * 2n + whole) / (2n * whole)
}

function isNear(left: bigint, right: bigint): boolean {
  return left - right <= tolerance && right - left <= tolerance
}

const rateShape = /(?<![\d.,])(\d{1,2})(?:\s?[.,]\s?(\d{1,2}))?\s?(?:%|o\/o|°\/o|0\/0|pct|percent)/g

/** The rates of a line that the country has; any between 1 and 30 where the country is not known. */
function ratesIn(text: string, known: readonly number[] | undefined): number[] {
  const rates = [...text.matchAll(rateShape)].map((match) => Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')))
  return [...new Set(rates)].filter((rate) => (known ? known.includes(rate) : rate >= 100 && rate <= 3000))
}

function withoutRates(text: string): string {
  return text.replace(rateShape, (match) => ' '.repeat(match.length))
}

function namedRates(lines: readonly Line[], known: readonly number[] | undefined): number[] {
  return [...new Set(lines.filter((line) => says(line, taxWords) && !says(line, notTax)).flatMap((line) => ratesIn(line.text, known)))]
}
const notTax = phrases('rabatt,discount,remise,sconto,skonto')
