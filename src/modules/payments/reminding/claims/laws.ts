import type { BaseRate } from './base-rates.ts'

/** How interest on what is late is found: points above a published rate, or a rate that the law names itself. In basis points. */
export interface InterestRule {
  readonly base: BaseRate | null
  readonly points: number
  /**
   * due: from the day after the due day. reminder: from the day after the first reminder.
   * reminder_or_thirty_days: whichever is first of that and 30 days after the due day.
   */
  readonly begins: 'due' | 'reminder' | 'reminder_or_thirty_days'
  readonly law: string
}

/** What may be taken once per invoice for the cost of collecting it, in the currency named; by the size of the debt. */
export interface LumpSumRule {
  readonly currency: string
  readonly steps: readonly { readonly below: bigint | null; readonly minor: bigint }[]
  readonly law: string
}

/** agreed: only where the terms say so. cost: what it cost may be asked for without an agreement. never: not at all. */
export interface FeeRule {
  readonly kind: 'agreed' | 'cost' | 'never'
  readonly law: string
}

export interface ClaimLaw {
  readonly interest: InterestRule | null
  readonly lumpSum: LumpSumRule | null
  readonly fee: FeeRule
}

/** By whom a debt is owed: the law asks whether it is a business. */
export interface CountryLaw {
  readonly business: ClaimLaw
  readonly consumer: ClaimLaw
}

const fortyEuro = (law: string): LumpSumRule => ({ currency: 'EUR', steps: [{ below: null, minor: 4000n }], law })
const onlyAgreed: FeeRule = { kind: 'agreed', law: '' }
const nothing: ClaimLaw = { interest: null, lumpSum: null, fee: onlyAgreed }

/** The laws by the seller's country, with their articles. */
const laws: Readonly<Record<string, CountryLaw>> = {
  DE: {
    business: {
      interest: { base: 'bundesbank', points: 900, begins: 'reminder_or_thirty_days', law: '§§ 286, 288 Abs. 2 BGB' },
      lumpSum: fortyEuro('§ 288 Abs. 5 BGB'),
      fee: { kind: 'cost', law: '§§ 280, 286 BGB' },
    },
    consumer: {
      interest: { base: 'bundesbank', points: 500, begins: 'reminder', law: '§§ 286, 288 Abs. 1 BGB' },
      lumpSum: null,
      // The first reminder puts the debtor in default and costs nothing: what follows is damage caused by it.
      fee: { kind: 'cost', law: '§§ 280, 286 BGB' },
    },
  },
  AT: {
    business: {
      interest: { base: 'nationalbank', points: 920, begins: 'due', law: '§ 456 UGB' },
      lumpSum: fortyEuro('§ 458 UGB'),
      fee: { kind: 'cost', law: '§ 1333 Abs. 2 ABGB' },
    },
    consumer: {
      interest: { base: null, points: 400, begins: 'due', law: '§§ 1000, 1333 ABGB' },
      lumpSum: null,
      fee: { kind: 'cost', law: '§ 1333 Abs. 2 ABGB' },
    },
  },
  CH: swiss(),
  FR: {
    business: {
      interest: { base: 'ecb', points: 1000, begins: 'due', law: 'art. L441-10 Code de commerce' },
      lumpSum: fortyEuro('art. L441-10, D441-5 Code de commerce'),
      fee: { kind: 'never', law: 'art. L111-8 Code des procédures civiles d’exécution' },
    },
    consumer: {
      interest: { base: 'frenchLegal', points: 0, begins: 'reminder', law: 'art. 1231-6 Code civil' },
      lumpSum: null,
      fee: { kind: 'never', law: 'art. L111-8 Code des procédures civiles d’exécution' },
    },
  },
  IT: {
    business: {
      interest: { base: 'ecb', points: 800, begins: 'due', law: 'art. 4, 5 D.Lgs. 231/2002' },
      lumpSum: fortyEuro('art. 6 D.Lgs. 231/2002'),
      fee: onlyAgreed,
    },
    consumer: {
      interest: { base: 'italianLegal', points: 0, begins: 'reminder', law: 'art. 1219, 1224, 1284 Codice civile' },
      lumpSum: null,
      fee: onlyAgreed,
    },
  },
  GB: {
    business: {
      interest: { base: 'bankOfEngland', points: 800, begins: 'due', law: 'Late Payment of Commercial Debts (Interest) Act 1998, s. 6' },
      lumpSum: {
        currency: 'GBP',
        steps: [
          { below: 100_000n, minor: 4000n },
          { below: 1_000_000n, minor: 7000n },
          { below: null, minor: 10_000n },
        ],
        law: 'Late Payment of Commercial Debts (Interest) Act 1998, s. 5A',
      },
      fee: { kind: 'never', law: 'Late Payment of Commercial Debts (Interest) Act 1998, s. 5A' },
    },
    consumer: nothing,
  },
}

/** What Directive 2011/7/EU asks of every member state at least (art. 2, 3, 6). */
const european: CountryLaw = {
  business: {
    interest: { base: 'ecb', points: 800, begins: 'due', law: 'Directive 2011/7/EU art. 3' },
    lumpSum: fortyEuro('Directive 2011/7/EU art. 6'),
    fee: onlyAgreed,
  },
  consumer: nothing,
}

const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

/** The law of the seller's country; outside of what is known nothing but what was agreed. */
export function lawOf(country: string, isBusiness: boolean): ClaimLaw {
  const found = laws[country] ?? (union.includes(country) ? european : { business: nothing, consumer: nothing })
  return isBusiness ? found.business : found.consumer
}

/** § 286 Abs. 3 BGB: so many days after the due day a business is in default without a reminder. */
export const daysToDefault = 30

/** Interest of 5 % (OR art. 104) once the debtor was reminded (art. 102); no fee without an agreement. */
function swiss(): CountryLaw {
  const law: ClaimLaw = { interest: { base: null, points: 500, begins: 'reminder', law: 'OR Art. 102, 104' }, lumpSum: null, fee: onlyAgreed }
  return { business: law, consumer: law }
}
