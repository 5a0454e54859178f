import { zero } from '../../../kernel/money.ts'
import { quantity } from '../../../kernel/quantity.ts'
import type { SellingWay, Terms, TermsOnTheWire } from '../terms.ts'
import { courseTerms, goodsTerms, passTerms, projectTerms, rateTerms, retainerTerms, subscriptionTerms, type WayBasics } from '../ways.ts'

/** The seven ways of selling, in the order in which they are offered. */
export const waysInOrder: readonly SellingWay[] = ['pass', 'course', 'subscription', 'retainer', 'project', 'rate', 'goods']

/** How a form for a way of selling starts: sensible terms without amounts. */
export function newTerms(way: SellingWay, basics: WayBasics): TermsOnTheWire {
  return JSON.parse(JSON.stringify(startOf(way, basics))) as TermsOnTheWire
}

function startOf(way: SellingWay, basics: WayBasics): Terms {
  const amount = zero(basics.currency)
  switch (way) {
    case 'pass':
      return passTerms(basics, { units: quantity(10), amount, validMonths: 6 })
    case 'course':
      return courseTerms(basics, { lessons: 8, amount })
    case 'subscription':
      return subscriptionTerms(basics, { fee: amount })
    case 'retainer':
      return retainerTerms(basics, { units: quantity(600), unit: 'minute', fee: amount, overage: amount, rollOverMax: quantity(300) })
    case 'project':
      return projectTerms(basics, { amount })
    case 'rate':
      return rateTerms(basics, { amount, unit: 'minute' })
    case 'goods':
      return goodsTerms(basics, { goods: [{ description: '', quantity: quantity(1), amount, taxCategory: basics.taxCategory }] })
  }
}
