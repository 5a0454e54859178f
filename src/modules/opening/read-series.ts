import { yearOf, type Day } from '../../kernel/day.ts'
import { fold } from '../../kernel/fold.ts'
import type { SeriesKind } from '../company/index.ts'

const seriesWords: Readonly<Record<SeriesKind, RegExp>> = {
  credit_note: /^(credit[ _-]?notes?|gutschrift(en)?|avoirs?|notes? de credit|not[ae] di credito)$/,
  invoice: /^(invoices?|rechnung(en)?|factures?|fattur[ae])$/,
  offer: /^(offers?|quotes?|offerten?|angebote?|offres?|devis|offert[ae]|preventiv[oi])$/,
}

/** The series of a word in any of our languages. */
export function readSeries(text: string): SeriesKind | undefined {
  const folded = fold(text)
  return (Object.keys(seriesWords) as SeriesKind[]).find((kind) => seriesWords[kind].test(folded))
}

/**
 * The next number as people write it: "114", or in full, "RE-2026-0114", which also says how numbers are written:
 * "RE-{year}-{number:0000}". Otherwise the code of what is wrong.
 */
export function readNextNumber(
  text: string,
  today: Day,
): { next: number; format: string | null } | 'opening_number_malformed' | 'opening_number_of_other_year' {
  const match = /^([^{}]{0,30}?)(\d{1,8})([^{}\d]{0,10})$/.exec(text)
  const next = Number(match?.[2] ?? 0)
  if (!match || next < 1) return 'opening_number_malformed'
  const [, before, digits, after] = match as unknown as [string, string, string, string]
  const year = String(yearOf(today))
  const rest = digits.slice(4)
  if (before === '' && after === '' && digits.startsWith(year) && rest.length > 1)
    return { next: Number(rest) || 1, format: `{year}{number:${'0'.repeat(rest.length)}}` }
  if (before === '' && after === '') return { next, format: null }
  const written = /(?<!\d)20\d\d(?!\d)/.exec(before)?.[0]
  if (written !== undefined && written !== year) return 'opening_number_of_other_year'
  const start = written ? before.replace(written, '{year}') : before.replace(new RegExp(`(?<!\\d)${year.slice(2)}(?!\\d)`), '{yy}')
  const number = digits.startsWith('0') ? `{number:${'0'.repeat(digits.length)}}` : '{number}'
  const format = `${start}${number}${after}`
  return format.length <= 40 ? { next, format } : 'opening_number_malformed'
}
