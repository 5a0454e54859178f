import { expect, test } from 'vitest'
import { languages } from '../../kernel/language.ts'
import { money } from '../../kernel/money.ts'
import { quantity } from '../../kernel/quantity.ts'
import { checkTerms } from './check-terms.ts'
import { sentenceOf } from './sentence.ts'
import { courseTerms, goodsTerms, passTerms, projectTerms, rateTerms, retainerTerms, subscriptionTerms, type WayBasics } from './ways.ts'

const basics: WayBasics = { currency: 'CHF', isTaxIncluded: false, taxCategory: 'standard', daysToPay: 30 }
const chf = (francs: number) => money(BigInt(francs) * 100n, 'CHF')
const swiss = { language: 'en', country: 'CH' } as const

const ways = {
  rate: rateTerms(basics, { amount: chf(160), unit: 'minute' }),
  project: projectTerms(basics, { amount: chf(1200) }),
  retainer: retainerTerms(basics, { units: quantity(600), unit: 'minute', fee: chf(1500), overage: chf(160), rollOverMax: quantity(300) }),
  pass: passTerms(basics, { units: quantity(10), amount: chf(300), validMonths: 6 }),
  course: courseTerms(basics, { lessons: 8, amount: chf(320) }),
  subscription: subscriptionTerms(basics, { fee: chf(49) }),
  goods: goodsTerms(basics, { goods: [{ description: 'Book', quantity: quantity(2), amount: chf(30), taxCategory: 'reduced' }] }),
}

test('each way of selling is consistent and says what the customer gets and pays', () => {
  const said = Object.fromEntries(Object.entries(ways).map(([way, terms]) => [way, sentenceOf(terms, swiss).replaceAll('\u00a0', ' ')]))
  expect(said).toEqual({
    rate: 'CHF 160.00 an hour; plus tax.',
    project: "CHF 1'200.00; 30% on acceptance (Start), 70% on “Delivery”; plus tax.",
    retainer:
      "10 hours a month for CHF 1'500.00, paid in advance; up to 5 hours unused move on; further hours at CHF 160.00; renewed automatically, one month’s notice; plus tax.",
    pass: '10 lessons for CHF 300.00, payable on acceptance; valid for 6 months; a missed appointment counts as used; plus tax.',
    course: '8 lessons for CHF 320.00, payable on acceptance; a missed appointment counts as used; plus tax.',
    subscription: 'As many lessons as you like for CHF 49.00 a month, paid in advance; renewed automatically, one month’s notice; plus tax.',
    goods: '2 × Book for CHF 60.00; plus tax.',
  })
  for (const terms of Object.values(ways)) expect(checkTerms(terms)).toEqual({})
})

test('the sentence is whole in every language', () => {
  for (const language of languages) {
    for (const terms of Object.values(ways)) expect(sentenceOf(terms, { language })).not.toMatch(/[{}]|undefined/)
  }
})

test('terms that do not fit together are named by field', () => {
  const { retainer, project } = ways
  expect(checkTerms({ ...retainer, billing: { ...retainer.billing, rhythm: null } })).toEqual({ 'billing.rhythm': 'rhythm_missing' })
  expect(checkTerms({ ...project, billing: { ...project.billing, milestones: project.billing.milestones.slice(1) } })).toEqual({
    'billing.milestones': 'shares_not_whole',
  })
  expect(checkTerms({ ...retainer, scope: [...retainer.scope, ...retainer.scope] })).toEqual({ 'scope.1.key': 'key_not_unique' })
  expect(checkTerms({ ...retainer, price: { ...retainer.price, currency: 'EUR' } })).toMatchObject({ 'price.fixed.amount': 'currency_differs' })
})
