import { exponentOf, type Currency } from '../../../kernel/currency.ts'

/** An amount that stands in a line, in minor units of the receipt's currency, and where it stands. */
export interface Amount {
  readonly minor: bigint
  readonly from: number
  readonly to: number
}

/** Digits as scanners misread them; only inside of what has the shape of an amount. */
const digit = '[\\dOolISB]'
const amountShape = new RegExp(
  // 1'234.50, 1.234,50, 1 234,50, 34, 50, 34.- and 34.–; not a part of a day, a longer number, a quantity or a percentage.
  `(?<![\\dA-Za-z.,/:#'])(-?)((?:${digit}{1,3}(?:['’.,\u00a0\u202f ]${digit}{3}(?=['’.,\u00a0\u202f ]))+)|${digit}{1,7})(?:[.,]\\s?(${digit}{2})|[.,]?(?:--?|[–—]))(?![\\dA-Za-z%]|[.,/]\\d|\\s?%)(-?)`,
  'g',
)
const wholeShape = /(?<![\d.,/:'])(\d{1,3}(?:['’., ]\d{3})+|\d{1,7})(?![\d%]|[.,/:]\d|\s?%)/g

/** Every amount of a line, from left to right. */
export function amountsIn(text: string, currency: Currency): Amount[] {
  if (exponentOf(currency) === 0) return wholeAmounts(text)
  const found: Amount[] = []
  for (const match of text.matchAll(amountShape)) {
    const whole = digitsOf(match[2]!)
    if (!/\d/.test(match[2]!) && !/\d/.test(match[3] ?? '')) continue
    const minor = BigInt(whole) * 100n + BigInt(digitsOf(match[3] ?? '00'))
    const isNegative = match[1] === '-' || match[4] === '-'
    found.push({
      minor: (isNegative ? -minor : minor) * 10n ** BigInt(Math.max(0, exponentOf(currency) - 2)),
      from: match.index,
      to: match.index + match[0].length,
    })
  }
  return found
}

function wholeAmounts(text: string): Amount[] {
  return [...text.matchAll(wholeShape)].map((match) => ({
    minor: BigInt(digitsOf(match[1]!)),
    from: match.index,
    to: match.index + match[0].length,
  }))
}

function digitsOf(text: string): string {
  return text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1').replace(/S/g, '5').replace(/B/g, '8').replace(/\D/g, '')
}

const signs: Readonly<Record<string, Currency>> = { '€': 'EUR', '£': 'GBP', $: 'USD', eur: 'EUR', euro: 'EUR', chf: 'CHF', fr: 'CHF', sfr: 'CHF', usd: 'USD', gbp: 'GBP', sek: 'SEK', nok: 'NOK', dkk: 'DKK', pln: 'PLN', czk: 'CZK', huf: 'HUF', jpy: 'JPY', '¥': 'JPY' } // prettier-ignore

/** The currency that a receipt names most often; the fallback where it names none. */
export function currencyOf(text: string, fallback: Currency): Currency {
  const counts = new Map<Currency, number>()
  for (const [sign] of text
    .toLowerCase()
    .matchAll(/[€£$¥]|(?<![\p{L}])(?:eur|euro|chf|sfr|fr(?=\.? ?\d{1,6}(?:[.,'’]|$| ))|usd|gbp|sek|nok|dkk|pln|czk|huf|jpy)(?![\p{L}])/gu)) {
    const currency = signs[sign]!
    counts.set(currency, (counts.get(currency) ?? 0) + 1)
  }
  const best = [...counts].toSorted(([, left], [, right]) => right - left)
  // Swiss receipts name euro beside francs, as what it would have been.
  if (counts.has('CHF') && (fallback === 'CHF' || counts.get('CHF')! >= (best[0]?.[1] ?? 0))) return 'CHF'
  return best[0]?.[0] ?? fallback
}
