import { isCurrency, type Currency } from '../../../kernel/currency.ts'
import { parseDay, type Day } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/fold.ts'
import { negate, parseMoney, type Money } from '../../../kernel/money.ts'

/** Which part of "03/04/2026" is the day. */
export type DayOrder = 'day_first' | 'month_first'

/** The order that a whole column of days follows; `isSure` is false when every day would read both ways. */
export function dayOrderOf(cells: readonly string[]): { order: DayOrder; isSure: boolean } {
  let isAmbiguous = false
  for (const cell of cells) {
    const match = /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}/.exec(cell.trim())
    if (!match) continue
    if (Number(match[1]) > 12) return { order: 'day_first', isSure: true }
    if (Number(match[2]) > 12) return { order: 'month_first', isSure: true }
    // Points are European; only slashes and dashes are read both ways.
    isAmbiguous ||= cell.includes('/') && match[1] !== match[2]
  }
  return { order: 'day_first', isSure: !isAmbiguous }
}

/** Reads the days that banks print: ISO, with points, slashes or dashes, compact, with a month's name, with a time after. */
export function readDay(cell: string, order: DayOrder): Day | undefined {
  const text = cell.trim().slice(0, 40)
  const iso = /^(\d{4})[-/.] ?(\d{1,2})[-/.] ?(\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text)
  if (iso) return compose(iso[1]!, iso[2]!, iso[3]!)
  const numeric = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})(?!\d)/.exec(text)
  if (numeric) {
    const [first, second] = order === 'day_first' ? [numeric[1]!, numeric[2]!] : [numeric[2]!, numeric[1]!]
    return compose(numeric[3]!, second, first)
  }
  const named = /^(\d{1,2})\.?[ -](\p{L}{3,12})\.?[ -](\d{4}|\d{2})(?!\d)/u.exec(text)
  const month = named && monthNumber(named[2]!)
  if (named && month) return compose(named[3]!, String(month), named[1]!)
  const american = /^(\p{L}{3,12})\.? (\d{1,2}),? (\d{4})(?!\d)/u.exec(text)
  const americanMonth = american && monthNumber(american[1]!)
  return american && americanMonth ? compose(american[3]!, String(americanMonth), american[2]!) : undefined
}

/** The mark before the decimals in a column of amounts; a column of whole numbers has none. */
export function decimalMarkOf(cells: readonly string[]): '.' | ',' {
  let commas = 0
  let points = 0
  for (const cell of cells) {
    const last = /([.,])(\d*)\D*$/.exec(cell)
    if (!last) continue
    const hasBoth = cell.includes('.') && cell.includes(',')
    // Three digits after the only mark are thousands; after the last of two marks they are not a hint either.
    const weight = hasBoth ? 10 : last[2]!.length === 3 ? 0 : 10
    if (last[1] === ',') commas += weight
    else points += weight
    if (weight === 0) {
      // "1.234" alone says that the point groups, weakly: the other mark would be the decimal one.
      if (last[1] === ',') points += 1
      else commas += 1
    }
  }
  return commas > points ? ',' : '.'
}

/**
 * Reads an amount as banks print it: "1'234.50", "1.234,56-", "(4.50)", "CHF 12.00", "− 3,5". Undefined when it is none or has
 * more places than the currency.
 */
export function readAmount(cell: string, mark: '.' | ',', currency: Currency): Money | undefined {
  let text = cell
    .normalize('NFKC')
    .replace(/[\s'’‘`´]/g, '')
    .replace(/[−–]/g, '-')
  if (text.length > 40) return undefined
  const symbols = `${currency}|€|\\$|£|Kč|zł|kr\\.?|SFr\\.?|Fr\\.?|Ft|lei`
  text = text.replace(new RegExp(`^([-+]?)(?:${symbols})|(?:${symbols})$`, 'i'), '$1')
  const isDebit = /\d(S|DR?)$/i.test(text)
  // "12,-" has no cents; "5,00 S" and "5.00 DR" went out.
  text = text.replace(/(\d)(?:S|H|DR?|CR?)$/i, '$1').replace(/[.,]-{1,2}$/, '')
  const isBracketed = /^\(.*\)$/.test(text)
  if (isBracketed) text = text.slice(1, -1)
  const isNegative = isDebit || isBracketed || text.startsWith('-') || text.endsWith('-')
  const grouping = mark === '.' ? ',' : '.'
  const digits = text.replace(/^[-+]|[-+]$/g, '')
  const match = mark === '.' ? /^(\d[\d,]*)?(?:\.(\d*))?$/.exec(digits) : /^(\d[\d.]*)?(?:,(\d*))?$/.exec(digits)
  if (!match || (!match[1] && !match[2])) return undefined
  const whole = (match[1] ?? '0').split(grouping)
  // Groups after the first have three digits (or two, in India): anything else is no number.
  if (whole.slice(1).some((group) => group.length !== 3 && group.length !== 2)) return undefined
  const value = parseMoney(`${whole.join('') || '0'}${match[2] ? `.${match[2]}` : ''}`, currency)
  return value && isNegative ? negate(value) : value
}

/** The currency that a cell or a header such as "Betrag (EUR)" names. */
export function currencyWithin(text: string): Currency | undefined {
  const words = text.toUpperCase().match(/(?<![A-Z])[A-Z]{3}(?![A-Z])/g) ?? []
  return words.find((word) => isCurrency(word) && commonCurrencies.has(word)) ?? (text.includes('€') ? 'EUR' : undefined)
}

/** "ALL", "TOP" or "LAK" are currencies too; in a header only these are taken for one. */
const commonCurrencies = new Set(
  'CHF EUR USD GBP CAD AUD NZD JPY CNY HKD SGD SEK NOK DKK ISK PLN CZK HUF RON BGN RSD TRY UAH ILS AED SAR ZAR INR THB MXN BRL KWD BHD TND'.split(' '),
)

function compose(year: string, month: string, dayOfMonth: string): Day | undefined {
  const fullYear = year.length === 2 ? `20${year}` : year
  return parseDay(`${fullYear}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`)
}

/** Month names by their folded beginnings: English, German, French, Italian, Spanish, Portuguese, Dutch, Polish, Scandinavian. */
const monthBeginnings: readonly (readonly string[])[] = [
  ['jan', 'gen', 'ene', 'sty'],
  ['feb', 'fev', 'lut'],
  ['mar', 'mae', 'mrz', 'maa', 'mrt'],
  ['apr', 'avr', 'abr', 'kwi'],
  ['may', 'mai', 'mag', 'maj', 'mei'],
  ['jun', 'juin', 'giu', 'cze'],
  ['jul', 'juil', 'lug', 'lip'],
  ['aug', 'aou', 'ago', 'sie'],
  ['sep', 'set', 'wrz'],
  ['oct', 'okt', 'ott', 'out', 'paz'],
  ['nov', 'lis'],
  ['dec', 'dez', 'dic', 'des', 'gru'],
]

function monthNumber(name: string): number | undefined {
  const folded = fold(name)
  const index = monthBeginnings.findIndex((beginnings) => beginnings.some((beginning) => folded.startsWith(beginning)))
  return index === -1 ? undefined : index + 1
}
