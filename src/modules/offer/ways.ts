import type { Currency } from '../../kernel/currency.ts'
import type { ServiceId } from '../../kernel/id.ts'
import type { Money } from '../../kernel/money.ts'
import { Percent } from '../../kernel/percent.ts'
import { Quantity, quantity } from '../../kernel/quantity.ts'
import type { Billing, Duration, Good, Rate, Rhythm, ScopeLine, TaxCategory, Terms, Unit } from './terms.ts'

/** What is said once for every way of selling. */
export interface WayBasics {
  readonly currency: Currency
  readonly isTaxIncluded: boolean
  readonly taxCategory: TaxCategory
  readonly daysToPay: number
}

/** Plain work: so much per hour (or lesson, or piece), charged afterwards. Billed monthly unless another rhythm is said. */
export function rateTerms(basics: WayBasics, options: { amount: Money; unit: Unit; serviceId?: ServiceId | null; rhythm?: Rhythm | null }): Terms {
  return build(basics, {
    rates: [rate(basics, options.amount, options.unit, options.serviceId ?? null)],
    billing: { when: 'in_arrears', rhythm: options.rhythm === undefined ? monthly : options.rhythm },
    duration: {},
  })
}

/** A fixed price in parts; 30 % on acceptance and 70 % on delivery unless other milestones are said. */
export function projectTerms(basics: WayBasics, options: { amount: Money; milestones?: Billing['milestones'] }): Terms {
  return build(basics, {
    fixed: { amount: options.amount, every: 'once' },
    billing: { when: 'by_milestone', milestones: options.milestones ?? [milestone('start', 'Start', 30, true), milestone('delivery', 'Delivery', 70, false)] },
    duration: {},
  })
}

/** So many minutes (or units) per period for a fee in advance, with overage at a rate and some roll-over. */
export function retainerTerms(
  basics: WayBasics,
  options: {
    units: Quantity
    unit: Unit
    fee: Money
    overage: Money | null
    rollOverMax?: Quantity | null
    rhythm?: Rhythm
    noticeDays?: number
    serviceIds?: readonly ServiceId[]
  },
): Terms {
  return build(basics, {
    scope: [
      {
        ...scopeLine(options.unit),
        units: options.units,
        every: 'period',
        rollOverMax: options.rollOverMax ?? null,
        serviceIds: [...(options.serviceIds ?? [])],
      },
    ],
    fixed: { amount: options.fee, every: 'period' },
    rates: options.overage === null ? [] : [rate(basics, options.overage, options.unit, null)],
    billing: { when: 'in_advance', rhythm: options.rhythm ?? monthly },
    duration: { termMonths: 1, renewal: 'automatic', noticeDays: options.noticeDays ?? 30 },
  })
}

/** So many lessons for a price, valid for some months. */
export function passTerms(
  basics: WayBasics,
  options: { units: Quantity; unit?: Unit; amount: Money; validMonths: number | null; serviceIds?: readonly ServiceId[]; isGrantedOnPayment?: boolean },
): Terms {
  const line = scopeLine(options.unit ?? 'lesson')
  return build(basics, {
    scope: [
      {
        ...line,
        units: options.units,
        validMonths: options.validMonths,
        serviceIds: [...(options.serviceIds ?? [])],
        isGrantedOnPayment: options.isGrantedOnPayment ?? false,
        noShowDraws: 'all',
        lateCancellationDraws: 'all',
      },
    ],
    fixed: { amount: options.amount, every: 'once' },
    billing: { when: 'on_acceptance' },
    duration: { termMonths: options.validMonths, renewal: 'ask', pause: { isAllowed: true, stopsFee: false, extendsValidity: true } },
  })
}

/** A number of dated lessons for a price, payable on acceptance. */
export function courseTerms(basics: WayBasics, options: { lessons: number; amount: Money; serviceIds?: readonly ServiceId[]; goods?: readonly Good[] }): Terms {
  return build(basics, {
    scope: [
      {
        ...scopeLine('lesson'),
        units: quantity(options.lessons),
        serviceIds: [...(options.serviceIds ?? [])],
        noShowDraws: 'all',
        lateCancellationDraws: 'all',
      },
    ],
    fixed: { amount: options.amount, every: 'once' },
    goods: options.goods,
    billing: { when: 'on_acceptance' },
    duration: {},
  })
}

/** As much as one likes, for a fee per period, renewed automatically. */
export function subscriptionTerms(
  basics: WayBasics,
  options: { fee: Money; unit?: Unit; rhythm?: Rhythm; noticeDays?: number; serviceIds?: readonly ServiceId[]; noShowFee?: Money | null },
): Terms {
  const terms = build(basics, {
    scope: [{ ...scopeLine(options.unit ?? 'lesson'), every: 'period', serviceIds: [...(options.serviceIds ?? [])] }],
    fixed: { amount: options.fee, every: 'period' },
    billing: { when: 'in_advance', rhythm: options.rhythm ?? monthly },
    duration: { termMonths: 1, renewal: 'automatic', noticeDays: options.noticeDays ?? 30 },
  })
  const noShowFee = options.noShowFee ? { amount: options.noShowFee, taxCategory: basics.taxCategory } : null
  return { ...terms, price: { ...terms.price, noShowFee } }
}

/** Things, charged once. */
export function goodsTerms(basics: WayBasics, options: { goods: readonly Good[] }): Terms {
  return build(basics, { goods: options.goods, billing: { when: 'on_acceptance' }, duration: {} })
}

export function milestone(key: string, name: string, percent: number, isOnAcceptance: boolean): Billing['milestones'][number] {
  return { key, name, share: new Percent(percent * 100), isOnAcceptance }
}

const monthly: Rhythm = { unit: 'month', count: 1 }

/** A rate for minutes is said per hour. */
function rate(basics: WayBasics, amount: Money, unit: Unit, serviceId: ServiceId | null): Rate {
  return { serviceId, unit, amount, per: unit === 'minute' ? quantity(60) : Quantity.one, taxCategory: basics.taxCategory }
}

function scopeLine(unit: Unit): ScopeLine {
  return {
    key: 'scope',
    serviceIds: [],
    unit,
    units: null,
    every: 'once',
    validMonths: null,
    rollOverMax: null,
    isGrantedOnPayment: false,
    noShowDraws: 'nothing',
    lateCancellationDraws: 'nothing',
  }
}

interface Parts {
  scope?: ScopeLine[]
  fixed?: { amount: Money; every: 'once' | 'period' }
  rates?: Rate[]
  goods?: readonly Good[] | undefined
  billing: Pick<Billing, 'when'> & Partial<Billing>
  duration: Partial<Duration>
}

function build(basics: WayBasics, parts: Parts): Terms {
  const { currency, isTaxIncluded, taxCategory, daysToPay } = basics
  return {
    scope: parts.scope ?? [],
    price: {
      currency,
      isTaxIncluded,
      fixed: parts.fixed ? { ...parts.fixed, taxCategory } : null,
      rates: parts.rates ?? [],
      goods: [...(parts.goods ?? [])],
      noShowFee: null,
      lateCancellationFee: null,
      discount: null,
    },
    billing: { rhythm: null, daysToPay, proration: 'by_day', instalments: [], milestones: [], ...parts.billing },
    duration: {
      startsOn: null,
      termMonths: null,
      renewal: 'none',
      noticeDays: 0,
      pause: { isAllowed: true, stopsFee: true, extendsValidity: true },
      earlyEnd: { kind: 'nothing' },
      ...parts.duration,
    },
  }
}
