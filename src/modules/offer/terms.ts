import { z } from 'zod'
import { daySchema, idSchema, lineSchema, moneySchema, percentSchema, quantitySchema } from '../../kernel/schema.ts'

/**
 * The terms of a product and of the agreement that is made from it: four independent parts, so that every way of
 * selling (hourly work, project, retainer, pass, course, subscription, goods) is data and not code.
 */

/** What one unit is. `minute` is shown to people as hours and minutes; `lesson` and `piece` are counted. */
export const unitSchema = z.enum(['minute', 'lesson', 'piece'])
export type Unit = z.output<typeof unitSchema>

/** A scope is counted in units, or in money: a credit of 200.00 that any service draws at its price. */
export const scopeUnitSchema = z.enum([...unitSchema.options, 'money'])
export type ScopeUnit = z.output<typeof scopeUnitSchema>

/**
 * What kind of tax a line carries; the company's rate table turns it into a rate for a day.
 * `outside` is outside the scope of tax (EN 16931 category O), `exempt` is E, `zero` is Z. `electronic` is the standard
 * rate, of the consumer's country where it is sold abroad; `credit` is good for services of several rates and taxed when
 * it is used; under `reverse_charge` a business at home owes the tax itself (building work, for one).
 */
export const taxCategorySchema = z.enum(['standard', 'reduced', 'special', 'electronic', 'zero', 'exempt', 'reverse_charge', 'credit', 'outside'])
export type TaxCategory = z.output<typeof taxCategorySchema>

/** How often something is granted or charged: once, or anew in each period of the agreement. */
const everySchema = z.enum(['once', 'period'])

/** What of a session's units a no-show or a late cancellation draws: nothing or all of it. */
const drawSchema = z.enum(['nothing', 'all'])

/** One entitlement: some services, so many units of them, for so long. */
export const scopeLineSchema = z.object({
  /** Stable within the terms: ledger entries and amendments name it. */
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** The services that draw on it; none means every service counted in this unit. */
  serviceIds: z.array(idSchema<'service'>()).max(50),
  unit: scopeUnitSchema,
  /** In money, the amount in the terms' currency. Null is unlimited: deliveries are covered without counting down. */
  units: quantitySchema.nullable(),
  every: everySchema,
  /** Months from the grant to its expiry; null never expires. A period's grant expires with its period unless rolled over. */
  validMonths: z.number().int().min(1).max(120).nullable(),
  /** Of a period's grant, at most this many units move on into the next period; null is none. */
  rollOverMax: quantitySchema.nullable(),
  /** Units are granted when the invoice is paid, not when it is issued. */
  isGrantedOnPayment: z.boolean(),
  noShowDraws: drawSchema,
  lateCancellationDraws: drawSchema,
})
export type ScopeLine = z.output<typeof scopeLineSchema>

/** A price for units delivered that no entitlement covers: the plain hourly rate, or the overage beyond the scope. */
export const rateSchema = z.object({
  /** Null applies to every service counted in this unit. */
  serviceId: idSchema<'service'>().nullable(),
  unit: unitSchema,
  amount: moneySchema,
  /** EN 16931 item price base quantity (BT-149): 160 per 60 minutes has `per` 60. */
  per: quantitySchema,
  taxCategory: taxCategorySchema,
})
export type Rate = z.output<typeof rateSchema>

/** A thing sold along, charged once: a book, a file, a set-up fee. */
export const goodSchema = z.object({
  description: lineSchema(),
  quantity: quantitySchema,
  amount: moneySchema,
  taxCategory: taxCategorySchema,
})
export type Good = z.output<typeof goodSchema>

/** A fixed fee for a session that was missed or cancelled late, beside what the scope draws for it. */
const missedFeeSchema = z.object({ amount: moneySchema, taxCategory: taxCategorySchema })
export type MissedFee = z.output<typeof missedFeeSchema>

export const priceSchema = z.object({
  currency: z.string().length(3),
  /** Whether every amount of these terms contains the tax. */
  isTaxIncluded: z.boolean(),
  /** The fixed price, once or per period; null when only delivered units are charged. */
  fixed: z.object({ amount: moneySchema, every: everySchema, taxCategory: taxCategorySchema }).nullable(),
  rates: z.array(rateSchema).max(50),
  goods: z.array(goodSchema).max(50),
  noShowFee: missedFeeSchema.nullable().default(null),
  lateCancellationFee: missedFeeSchema.nullable().default(null),
  /** Off the fixed price, in per cent or as an amount, with the reason that the invoice prints. */
  discount: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('percent'), percent: percentSchema, reason: lineSchema() }),
      z.object({ kind: z.literal('amount'), amount: moneySchema, reason: lineSchema() }),
    ])
    .nullable(),
})
export type Price = z.output<typeof priceSchema>

/** The rhythm of everything that is "per period", counted from the agreement's start. */
export const rhythmSchema = z.object({ unit: z.enum(['week', 'month', 'year']), count: z.number().int().min(1).max(24) })
export type Rhythm = z.output<typeof rhythmSchema>

export const billingSchema = z.object({
  /** When the fixed price becomes a charge. Delivered units are always charged in arrears. */
  when: z.enum(['on_acceptance', 'in_advance', 'in_arrears', 'by_milestone']),
  /** Needed when anything is per period. */
  rhythm: rhythmSchema.nullable(),
  daysToPay: z.number().int().min(0).max(365),
  /** A first or last period that is not whole: charged by its days, in full, or not at all. */
  proration: z.enum(['by_day', 'full', 'none']),
  /** Payment plan: one invoice with several due dates. Shares sum to 100 %. Empty is one due date. */
  instalments: z.array(z.object({ share: percentSchema, daysAfterIssue: z.number().int().min(0).max(3650) })).max(36),
  /** Partial invoices: one each when its milestone is reached. Shares sum to 100 %. Only with `by_milestone`. */
  milestones: z.array(z.object({ key: z.string().regex(/^[a-z0-9-]{1,40}$/), name: lineSchema(), share: percentSchema, isOnAcceptance: z.boolean() })).max(36),
})
export type Billing = z.output<typeof billingSchema>

export const durationSchema = z.object({
  /** Null starts on the day of acceptance. */
  startsOn: daySchema.nullable(),
  /** Months of one term; null is open-ended. */
  termMonths: z.number().int().min(1).max(120).nullable(),
  /** At the end of a term: it ends, it is proposed to the owner, or another term starts by itself. */
  renewal: z.enum(['none', 'ask', 'automatic']),
  /** Days before the end of a term (or before any day, when open-ended) by which notice must be given. */
  noticeDays: z.number().int().min(0).max(730),
  /** What a pause does: the fee stops, and validity and term grow by the paused days. */
  pause: z.object({ isAllowed: z.boolean(), stopsFee: z.boolean(), extendsValidity: z.boolean() }),
  /**
   * Settlement when it ends early: nothing; the unused share of the price is given back; or the used units are
   * charged at the single price and the rest is given back.
   */
  earlyEnd: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('nothing') }),
    z.object({ kind: z.literal('units_left') }),
    z.object({ kind: z.literal('single_price'), amount: moneySchema }),
  ]),
})
export type Duration = z.output<typeof durationSchema>

export const termsSchema = z.object({
  scope: z.array(scopeLineSchema).max(20),
  price: priceSchema,
  billing: billingSchema,
  duration: durationSchema,
})
export type Terms = z.output<typeof termsSchema>
export type TermsOnTheWire = z.input<typeof termsSchema>

/** The seven ways of selling: how a form starts, never what the rules look at. */
export const sellingWays = ['rate', 'project', 'retainer', 'pass', 'course', 'subscription', 'goods'] as const
export type SellingWay = (typeof sellingWays)[number]
