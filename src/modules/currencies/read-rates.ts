import { Unzip, UnzipInflate } from 'fflate'
import { isCurrency } from '../../kernel/currency.ts'
import { addDays, day, parseDay, type Day } from '../../kernel/day.ts'
import { Failure } from '../../kernel/failure.ts'
import { parseRate } from './rate.ts'

/** The reference rates of one day: how much of each currency a euro was worth, as decimal texts. */
export interface DayRates {
  readonly on: Day
  readonly rates: Readonly<Record<string, string>>
}

/** The whole history of the ECB is about 8 MB of XML, 2 MB of CSV, 0.6 MB zipped (2026). */
export const rateFileBytesMax = 3_000_000
const textBytesMax = 20_000_000
const daysMax = 20_000

/**
 * Reads a file of the European Central Bank: eurofxref-daily.xml, -hist-90d.xml, -hist.xml, the CSV of the same, or
 * that in its ZIP. Fails with `rate_file_unreadable` or `rate_file_too_large`. Earliest day first.
 */
export function readRates(bytes: Uint8Array): DayRates[] {
  if (bytes.length > rateFileBytesMax) tooLarge()
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const text = new TextDecoder().decode(isZip ? unzipOne(bytes) : bytes)
  const days = text.trimStart().startsWith('<') ? readXml(text) : readCsv(text)
  if (days.length === 0) unreadable()
  return days.toSorted((left, right) => left.on.localeCompare(right.on))
}

/** `<Cube time="2026-04-13"><Cube currency="USD" rate="1.1684"/>…`: attributes only, so there is no entity to resolve. */
function readXml(text: string): DayRates[] {
  const days: DayRates[] = []
  let rates: Record<string, string> = {}
  for (const [tag] of text.matchAll(/<Cube\b[^<>]{0,200}>/g)) {
    const on = parseDay(attribute(tag, 'time') ?? '')
    if (on) days.push({ on, rates: (rates = {}) })
    const currency = attribute(tag, 'currency')
    const rate = attribute(tag, 'rate')
    if (currency !== undefined && rate !== undefined && days.length > 0) keep(rates, currency, rate)
    if (days.length > daysMax) tooLarge()
  }
  return days
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}=["']([^"']*)["']`).exec(tag)?.[1]
}

/** "Date,USD,JPY,…" and a line a day; what a currency had no rate on is "N/A". The daily file writes "13 April 2026". */
function readCsv(text: string): DayRates[] {
  const [head, ...lines] = text.split(/\r?\n/)
  const names = (head ?? '').split(',').map((name) => name.trim())
  if (names[0] !== 'Date' || lines.length > daysMax) unreadable()
  return lines.flatMap((line) => {
    const cells = line.split(',').map((cell) => cell.trim())
    const on = dayOf(cells[0] ?? '')
    if (!on) return []
    const rates: Record<string, string> = {}
    for (const [index, name] of names.entries()) if (index > 0) keep(rates, name, cells[index] ?? '')
    return [{ on, rates }]
  })
}

function keep(rates: Record<string, string>, currency: string, rate: string): void {
  if (isCurrency(currency) && parseRate(rate)) rates[currency] = rate
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

function dayOf(text: string): Day | undefined {
  const match = /^(\d{1,2}) (\w+) (\d{4})$/.exec(text)
  const month = months.indexOf(match?.[2]?.toLowerCase() ?? '')
  return match && month >= 0 ? parseDay(`${match[3]}-${String(month + 1).padStart(2, '0')}-${match[1]!.padStart(2, '0')}`) : parseDay(text)
}

/** The first file of the archive, given up as soon as it grows beyond what the whole history needs. */
function unzipOne(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  let isFound = false
  try {
    const unzip = new Unzip((file) => {
      if (isFound || !/\.(csv|xml)$/i.test(file.name)) return
      isFound = true
      file.ondata = (error, part) => {
        if (error) throw error
        length += part.length
        if (length > textBytesMax) tooLarge()
        parts.push(part)
      }
      file.start()
    })
    unzip.register(UnzipInflate)
    const step = 65_536
    for (let at = 0; at < bytes.length; at += step) unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
  } catch (error) {
    if (error instanceof Failure) throw error
    unreadable()
  }
  return isFound ? new Uint8Array(Buffer.concat(parts)) : unreadable()
}

function unreadable(): never {
  throw new Failure({ code: 'rate_file_unreadable', kind: 'invalid' })
}

function tooLarge(): never {
  throw new Failure({ code: 'rate_file_too_large', kind: 'too_large' })
}

/** How many days back a rate may be found: over Easter the ECB is silent for four days, at most. */
export const ratesReachBackDays = 7

/** From the day on until which rates are looked for. */
export function earliestRateDay(on: Day): Day {
  return addDays(day(on), -ratesReachBackDays)
}
