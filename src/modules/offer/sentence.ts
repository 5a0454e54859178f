import { formatHours, formatMoney, formatNumber, formatPercent, formatQuantity, type Locale } from '../../kernel/format.ts'
import { money, multiply, parseMoney } from '../../kernel/money.ts'
import { quantity, quantityText, type Quantity } from '../../kernel/quantity.ts'
import { fillText, type TextParameters } from '../../kernel/text.ts'
import { sentenceTexts, type SentenceKey } from './sentence-texts.ts'
import type { Rate, Rhythm, ScopeLine, Terms } from './terms.ts'

/**
 * What the customer gets and pays, in one sentence: "10 hours a month for CHF 1'500.00, paid in advance; up to
 * 5 hours unused move on; further hours at CHF 160.00; renewed automatically, one month's notice; plus tax."
 * `isTaxed` false leaves the tax unsaid: a small business charges none.
 */
export function sentenceOf(terms: Terms, locale: Locale, options: { isTaxed: boolean } = { isTaxed: true }): string {
  const words = new Words(terms, locale)
  const parts = [...words.promise(), ...words.conditions(), ...words.duration()]
  if (parts.length === 0) return `${words.say('nothing')}.`
  if (options.isTaxed && isTaxable(terms)) parts.push(words.say(terms.price.isTaxIncluded ? 'taxIncluded' : 'taxExcluded'))
  // French sets its semicolon off by a space that does not break.
  const text = parts.join(locale.language === 'fr' ? '\u00a0; ' : '; ')
  return `${text.slice(0, 1).toLocaleUpperCase(locale.language)}${text.slice(1)}.`
}

function isTaxable({ price }: Terms): boolean {
  const categories = [...(price.fixed ? [price.fixed] : []), ...price.rates, ...price.goods].map((each) => each.taxCategory)
  return categories.some((category) => category === 'standard' || category === 'reduced' || category === 'special')
}

class Words {
  private readonly terms: Terms
  private readonly locale: Locale

  constructor(terms: Terms, locale: Locale) {
    this.terms = terms
    this.locale = locale
  }

  say(key: SentenceKey, parameters: TextParameters = {}): string {
    return fillText(sentenceTexts[this.locale.language][key], this.locale.language, parameters)
  }

  /** What one gets, what it costs, and when it is paid. */
  promise(): string[] {
    const { scope, price, billing } = this.terms
    const what = scope.map((line) => this.scope(line)).join(' + ')
    const cost = this.fixed()
    const main = what !== '' && cost !== '' ? this.say('for', { what, price: cost }) : what || cost
    const when = price.fixed === null || billing.when === 'by_milestone' ? '' : this.say(`when.${billing.when}`)
    const plan = billing.instalments.length > 1 ? this.say('instalments', { count: billing.instalments.length }) : ''
    const first = [main, when, plan].filter((part) => part !== '').join(', ')
    const milestones = billing.milestones.map((milestone) =>
      this.say(milestone.isOnAcceptance ? 'milestoneNow' : 'milestoneLater', { share: formatPercent(milestone.share, this.locale), name: milestone.name }),
    )
    return [first, ...(milestones.length > 0 ? [milestones.join(', ')] : []), ...this.goods()].filter((part) => part !== '')
  }

  /** Validity, roll-over, further units, missed appointments. */
  conditions(): string[] {
    const { scope, price } = this.terms
    const counted = scope.length > 0
    return [
      ...scope.flatMap((line) => (line.validMonths === null ? [] : [this.say('valid', { count: line.validMonths })])),
      ...scope.flatMap((line) => (line.rollOverMax === null ? [] : [this.say('rollOver', { quantity: this.count(line.rollOverMax, line.unit) })])),
      ...price.rates.map((rate) => this.say(`${counted ? 'further' : 'rate'}.${rate.unit}`, { amount: this.amountOf(rate) })),
      ...(scope.some((line) => line.isGrantedOnPayment) ? [this.say('onPayment')] : []),
      ...(scope.some((line) => line.noShowDraws === 'all' && line.units !== null) ? [this.say('noShow')] : []),
      ...(price.noShowFee ? [this.say('noShowFee', { amount: formatMoney(price.noShowFee.amount, this.locale) })] : []),
    ]
  }

  duration(): string[] {
    const { termMonths, renewal, noticeDays } = this.terms.duration
    const isSaidByValidity = this.terms.scope.some((line) => line.validMonths !== null && line.validMonths === termMonths)
    const months = noticeDays / 30
    const notice =
      noticeDays === 0 ? '' : Number.isInteger(months) && months <= 12 ? this.say('noticeMonths', { count: months }) : this.say('notice', { count: noticeDays })
    const renewed = [renewal === 'automatic' ? this.say('renewed') : '', notice].filter((part) => part !== '').join(', ')
    const term = termMonths === null || isSaidByValidity || (renewal === 'automatic' && termMonths === 1) ? '' : this.say('term', { count: termMonths })
    return [term, renewed].filter((part) => part !== '')
  }

  private scope(line: ScopeLine): string {
    const what = line.units === null ? this.say(`unlimited.${line.unit}`) : this.count(line.units, line.unit)
    const isSaidByPrice = line.units === null && this.terms.price.fixed?.every === 'period'
    return line.every === 'period' && !isSaidByPrice ? this.say('per', { quantity: what, every: this.every() }) : what
  }

  private count(units: Quantity, unit: ScopeLine['unit']): string {
    if (unit === 'minute') return formatHours(units, this.locale)
    if (unit !== 'money') return formatQuantity(units, unit, this.locale)
    const amount = parseMoney(quantityText(units), this.terms.price.currency) ?? money(0n, this.terms.price.currency)
    return this.say('credit', { amount: formatMoney(amount, this.locale) })
  }

  /** The price; its rhythm is said with the scope when both have it. */
  private fixed(): string {
    const { fixed, discount } = this.terms.price
    if (fixed === null) return ''
    const isRhythmSaid = this.terms.scope.some((line) => line.every === 'period' && line.units !== null)
    const amount = formatMoney(fixed.amount, this.locale)
    const price = fixed.every === 'period' && !isRhythmSaid ? this.say('fixed.period', { amount, every: this.every() }) : amount
    if (discount === null) return price
    const off = discount.kind === 'percent' ? formatPercent(discount.percent, this.locale) : formatMoney(discount.amount, this.locale)
    return this.say('discounted', { price, discount: off, reason: discount.reason })
  }

  private every(): string {
    const rhythm: Rhythm = this.terms.billing.rhythm ?? { unit: 'month', count: 1 }
    return this.say(`every.${rhythm.unit}`, { count: rhythm.count })
  }

  /** A rate for minutes is said per hour. */
  private amountOf(rate: Rate): string {
    const one = rate.unit === 'minute' ? quantity(60) : quantity(1)
    return formatMoney(multiply(rate.amount, one, rate.per), this.locale)
  }

  private goods(): string[] {
    return this.terms.price.goods.map((good) => {
      const amount = formatMoney(multiply(good.amount, good.quantity), this.locale)
      const count = formatNumber(good.quantity, this.locale)
      return count === '1' ? this.say('goodOne', { name: good.description, amount }) : this.say('good', { quantity: count, name: good.description, amount })
    })
  }
}
