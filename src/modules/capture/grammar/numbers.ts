import { exponentOf, type Currency } from '../../../kernel/currency.ts'
import type { MoneyOnTheWire } from '../../../kernel/money.ts'
import { parseMoney } from '../../../kernel/money.ts'
import type { Token } from './tokens.ts'

/**
 * Reads a number as people of four languages write it: 1200, 1'200.50, 1.200,50, 1,200.50, 34,50, 34.-, 1.5k.
 * Gives a plain decimal text. Three digits after a single mark are thousands: 1.200 is twelve hundred.
 */
export function readDecimal(word: string): string | undefined {
  const bare = word.replace(/[.,]?[-–—]{1,2}$/, '')
  const thousands = /^(\d{1,4})(?:[.,](\d{1,2}))?k$/.exec(bare)
  if (thousands) return String(Number(thousands[1]) * 1000 + Number((thousands[2] ?? '').padEnd(3, '0')))
  if (/^\d{1,9}$/.test(bare)) return bare
  if (/^\d{1,3}('\d{3})+([.,]\d{1,2})?$/.test(bare)) return bare.replaceAll("'", '').replace(',', '.')
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d{1,2})?$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d{1,2})?$/.test(bare)) return bare.replaceAll(',', '')
  return /^\d{1,9}[.,]\d{1,2}$/.test(bare) ? bare.replace(',', '.') : undefined
}

/** An amount in the line. It is marked when a currency or cents say that it can be nothing else. */
export interface MoneyRead {
  readonly length: number
  readonly amount: MoneyOnTheWire
  readonly isMarked: boolean
}

/** Reads an amount at this token: `300`, `CHF 300`, `300 eur`, `€34.50`, `1 200,50`. */
export function readMoney(tokens: readonly Token[], at: number, currency: Currency): MoneyRead | undefined {
  const word = tokens[at]!.word
  const next = tokens[at + 1]?.word
  if (word in currencyWords && next !== undefined) {
    const number = readDecimal(next)
    return number === undefined ? undefined : moneyRead(number, currencyWords[word]!, { length: 2, isMarked: true })
  }
  const glued = /^(chf|fr\.?|sfr\.?|eur|usd|us\$|gbp|[€$£])?(\d[\d.,']*k?(?:[.,]?[-–—]{1,2})?)(chf|fr\.?|eur|euro|euros|usd|gbp|[€$£])?$/.exec(word)
  const number = glued ? readDecimal(glued[2]!) : undefined
  if (!glued || number === undefined) return undefined
  const own = glued[1] ?? glued[3]
  if (own !== undefined) return moneyRead(number, currencyWords[own]!, { length: 1, isMarked: true })
  const spaced = next === undefined ? undefined : spacedThousands(word, next, tokens[at + 2]?.word)
  if (spaced) return moneyRead(spaced.number, spaced.currency ?? currency, { length: spaced.currency ? 3 : 2, isMarked: true })
  if (next !== undefined && next in currencyWords) {
    return moneyRead(number, currencyWords[next]!, { length: 2, isMarked: true })
  }
  return moneyRead(number, currency, { length: 1, isMarked: /[.,]/.test(word) || /k$/.test(word) })
}

/** `1 200 €` and `1 200,50`: without a currency or cents they could as well be two numbers. */
function spacedThousands(word: string, next: string, afterNext: string | undefined): { number: string; currency?: string } | undefined {
  if (!/^[1-9]\d{0,2}$/.test(word)) return undefined
  if (/^\d{3}$/.test(next) && afterNext !== undefined && afterNext in currencyWords) {
    return { number: word + next, currency: currencyWords[afterNext]! }
  }
  return /^\d{3},\d{2}$/.test(next) ? { number: (word + next).replace(',', '.') } : undefined
}

function moneyRead(number: string, currency: Currency, rest: { length: number; isMarked: boolean }): MoneyRead | undefined {
  const parsed = parseMoney(number, currency) ?? parseMoney(Number(number).toFixed(exponentOf(currency)), currency)
  return parsed ? { ...rest, amount: parsed.toJSON() } : undefined
}

const currencyWords: Readonly<Record<string, Currency>> = Object.assign(Object.create(null) as Record<string, Currency>, {
  chf: 'CHF',
  fr: 'CHF',
  'fr.': 'CHF',
  sfr: 'CHF',
  'sfr.': 'CHF',
  franken: 'CHF',
  francs: 'CHF',
  franc: 'CHF',
  franchi: 'CHF',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '€': 'EUR',
  usd: 'USD',
  us$: 'USD',
  $: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  dollari: 'USD',
  gbp: 'GBP',
  '£': 'GBP',
  pounds: 'GBP',
  pfund: 'GBP',
})

/** A count of lessons or pieces: `10`, `10 lessons`, `10er`, `10x`, `3 x`. */
export function readUnits(tokens: readonly Token[], at: number): { length: number; units: number; isMarked: boolean } | undefined {
  const match = /^(?:x(\d{1,4})|(\d{1,4})(x|er|×)?)$/.exec(tokens[at]!.word)
  if (!match) return undefined
  const units = Number(match[1] ?? match[2])
  if (units < 1) return undefined
  if (match[1] !== undefined || match[3] !== undefined) return { length: 1, units, isMarked: true }
  const next = tokens[at + 1]?.word
  return next !== undefined && unitWords.has(next) ? { length: 2, units, isMarked: true } : { length: 1, units, isMarked: false }
}

const unitWords = new Set([
  'x',
  '×',
  'lesson',
  'lessons',
  'sessions',
  'session',
  'classes',
  'times',
  'pieces',
  'units',
  'lektion',
  'lektionen',
  'mal',
  'stuck',
  'einheiten',
  'termine',
  'sitzungen',
  'eintritte',
  'lecon',
  'lecons',
  'seance',
  'seances',
  'fois',
  'pieces',
  'cours',
  'entrees',
  'lezione',
  'lezioni',
  'volte',
  'pezzi',
  'sedute',
  'ingressi',
])

/** The number of a document: `14`, `#14`, `2026-0014`, `RE-2026-0014`. */
export function readNumber(word: string): string | undefined {
  const match = /^(?:#|no\.?|nr\.?|n°)?((?:[a-z]{1,4}-?)?(?:\d{2,4}[-/])?\d{1,6})$/.exec(word)
  return match?.[1]
}
