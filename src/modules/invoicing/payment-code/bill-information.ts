import type { Day } from '../../../kernel/day.ts'

/**
 * The invoice in short for the payer's bookkeeping: the syntax S1 of Swico (version 1.2), which Swiss programs read from the QR-bill.
 * `//S1/10/2026-0014/11/261124/30/123456789/32/8.1/40/0:30`. Without the number nothing is said.
 */
export function billInformationOf(options: {
  number: string
  issuedOn: Day
  /** "CHE-123.456.789 MWST" */
  vatNumber: string | null
  period: { from: Day; to: Day } | null
  /** Rates in percent with the net amount of each: "8.1" and "1000.00". */
  rates: readonly { rate: string; net: string }[]
  daysToPay: number | null
}): string {
  const uid = /^CHE\D*(\d{3})\D*(\d{3})\D*(\d{3})/.exec(options.vatNumber ?? '')
  const { period, rates } = options
  const parts = [
    ['10', escaped(options.number)],
    ['11', short(options.issuedOn)],
    ['30', uid ? `${uid[1]}${uid[2]}${uid[3]}` : ''],
    ['31', period ? (period.from === period.to ? short(period.from) : short(period.from) + short(period.to)) : ''],
    ['32', uid ? (rates.length === 1 ? rates[0]!.rate : rates.map((each) => `${each.rate}:${each.net}`).join(';')) : ''],
    ['40', options.daysToPay === null ? '' : `0:${options.daysToPay}`],
  ]
  return `//S1${parts.flatMap(([tag, value]) => (value ? [`/${tag}/${value}`] : [])).join('')}`
}

function short(day: Day): string {
  return day.slice(2).replaceAll('-', '')
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('/', '\\/')
}
