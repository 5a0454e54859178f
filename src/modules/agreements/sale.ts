import { invalid, notFound } from '../../kernel/failure.ts'
import type { Language } from '../../kernel/language.ts'
import { parseQuantity, quantity, Quantity } from '../../kernel/quantity.ts'
import type { InputOf } from '../../kernel/operation.ts'
import type { Context } from '../../platform/operation/context.ts'
import { companyDetails } from '../company/index.ts'
import { assertConsistent, findProduct } from '../offer/index.ts'
import type { SellingWay, Terms } from '../offer/terms.ts'
import { courseTerms, goodsTerms, milestone, passTerms, projectTerms, rateTerms, retainerTerms, subscriptionTerms, type WayBasics } from '../offer/ways.ts'
import type { agreementsContract } from './contract.ts'

type Said = Omit<InputOf<(typeof agreementsContract)['agreements.create']>, 'then' | 'validUntil' | 'payerId' | 'participants'>

export interface Sale {
  readonly name: string
  readonly way: SellingWay | null
  readonly terms: Terms
}

/**
 * The terms of a sale from what was said: whole terms, a product (with another amount or number where said), or the
 * few numbers of a way of selling. Fails with input_invalid and the field that is missing.
 */
export async function termsOfSale(context: Context, said: Said, language: Language): Promise<Sale> {
  const sale = await saleOf(context, said, language)
  const startsOn = said.startsOn ?? sale.terms.duration.startsOn
  const terms = { ...sale.terms, duration: { ...sale.terms.duration, startsOn } }
  assertConsistent(terms)
  return { ...sale, terms }
}

async function saleOf(context: Context, said: Said, language: Language): Promise<Sale> {
  if (said.terms) return { name: said.name ?? invalid({ name: 'text_missing' }), way: said.way ?? null, terms: said.terms }
  if (said.productId !== undefined) {
    const product = (await findProduct(context, said.productId)) ?? notFound('product')
    return { name: said.name ?? product.name, way: product.way, terms: withSaid(product.terms, said) }
  }
  const name = said.name ?? invalid({ name: 'text_missing' })
  const amount = said.amount ?? invalid({ amount: 'amount_missing' })
  const { daysToPay, isTaxIncluded } = await companyDetails(context)
  const basics: WayBasics = { currency: amount.currency, isTaxIncluded, taxCategory: 'standard', daysToPay }
  const way = said.way ?? (said.minutes !== undefined ? 'retainer' : said.units !== undefined ? 'pass' : 'project')
  return { name, way, terms: termsOfWay(basics, way, { ...said, name, amount }, language) }
}

function termsOfWay(basics: WayBasics, way: SellingWay, said: Said & { name: string; amount: NonNullable<Said['amount']> }, language: Language): Terms {
  const { amount } = said
  const units = unitsOf(said)
  switch (way) {
    case 'rate':
      return rateTerms(basics, { amount, unit: 'minute' })
    case 'project':
      return projectTerms(basics, { amount, milestones: said.way === 'project' ? milestonesIn(language) : [milestone('start', said.name, 100, true)] })
    case 'retainer':
      return retainerTerms(basics, {
        units: said.minutes === undefined ? (units ?? invalid({ minutes: 'quantity_missing' })) : quantity(said.minutes),
        unit: said.minutes === undefined ? 'lesson' : 'minute',
        fee: amount,
        overage: said.overage ?? null,
      })
    case 'pass':
      return passTerms(basics, { units: units ?? invalid({ units: 'quantity_missing' }), amount, validMonths: 6 })
    case 'course':
      return courseTerms(basics, { lessons: Number((units ?? invalid({ units: 'quantity_missing' })).thousandths / 1000n), amount })
    case 'subscription':
      return subscriptionTerms(basics, { fee: amount })
    case 'goods':
      return goodsTerms(basics, { goods: [{ description: said.name, quantity: units ?? Quantity.one, amount, taxCategory: 'standard' }] })
  }
}

/** A product sold at another price or size than the catalogue's. */
function withSaid(terms: Terms, said: Said): Terms {
  const units = said.minutes === undefined ? unitsOf(said) : quantity(said.minutes)
  const scope = units && terms.scope[0] ? [{ ...terms.scope[0], units }, ...terms.scope.slice(1)] : terms.scope
  if (!said.amount) return { ...terms, scope }
  const { fixed, rates } = terms.price
  const price = fixed
    ? { ...terms.price, fixed: { ...fixed, amount: said.amount } }
    : { ...terms.price, rates: rates.map((rate, index) => (index === 0 ? { ...rate, amount: said.amount! } : rate)) }
  return { ...terms, scope, price: { ...price, currency: said.amount.currency } }
}

function unitsOf(said: Said): Quantity | undefined {
  if (said.units === undefined || said.units instanceof Quantity) return said.units
  return parseQuantity(String(said.units)) ?? invalid({ units: 'quantity_malformed' })
}

const milestoneNames: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['Start', 'Delivery'],
  de: ['Beginn', 'Abgabe'],
  fr: ['Début', 'Livraison'],
  it: ['Inizio', 'Consegna'],
}

function milestonesIn(language: Language) {
  const [start, delivery] = milestoneNames[language]
  return [milestone('start', start, 30, true), milestone('delivery', delivery, 70, false)]
}
