import { isCurrency, type Currency } from '../../../kernel/currency.ts'
import { daysBetween, endOfMonth, parseDay, type Day } from '../../../kernel/day.ts'
import { negate, parseMoney, type Money } from '../../../kernel/money.ts'
import { addsUp } from './balances.ts'
import { refuse } from './decode.ts'
import { readDetails } from './mt940-details.ts'
import { splitMessages, type Field } from './mt940-fields.ts'
export { looksLikeMt940 } from './mt940-fields.ts'
import { readIban } from './reference.ts'
import { accountKeyOf, identify, plainly, type BankFile, type BankStatement, type Doubt, type RawTransaction, type StatementAccount } from './transaction.ts'

/**
 * Reads an MT940 (or MT942) file in the dialects of banks: with or without SWIFT's envelope, with structured or free
 * text. Sub-statements of one account follow one another. Fails with `mt940_not_a_statement`, `mt940_entry_malformed`,
 * `mt940_day_malformed` (details: entry), `bank_currency_unknown` (details: currency).
 */
export function readMt940(text: string): BankFile {
  const messages = splitMessages(text).filter((fields) => fields.some((field) => /^(60|61|62|34F)/.test(field.tag)))
  if (messages.length === 0) return refuse('mt940_not_a_statement')
  const doubts = new Set<Doubt>()
  const raw = messages.map((fields, index) => readMessage(fields, index + 1))
  if (!raw.every(({ opening, closing, transactions }) => addsUp(opening, closing, transactions))) doubts.add('balance_differs')
  const statements = joined(raw).map(({ account, opening, closing, transactions }): BankStatement => ({
    account,
    opening,
    closing,
    transactions: identify(accountKeyOf(account), transactions),
  }))
  const isInterim = messages.some((fields) => fields.some((field) => field.tag === '34F'))
  return { format: isInterim ? 'mt942' : 'mt940', statements, skipped: [], doubts: [...doubts] }
}

interface RawStatement {
  readonly account: StatementAccount
  readonly opening: Money | null
  readonly closing: Money | null
  readonly transactions: readonly RawTransaction[]
}

/** The statements of one account become one, so that twins on two pages are counted together; the balances are the outer ones. */
function joined(statements: readonly RawStatement[]): RawStatement[] {
  const byAccount = Map.groupBy(statements, ({ account }) => `${accountKeyOf(account)} ${account.currency}`)
  return [...byAccount.values()].map((parts) => ({
    account: parts[0]!.account,
    opening: parts.every(isContinued) ? parts[0]!.opening : null,
    closing: parts.every(isContinued) ? parts.at(-1)!.closing : null,
    transactions: parts.flatMap((part) => part.transactions),
  }))
}

/** Each statement begins where the one before it ended; days that are missing between two are no error of the file. */
function isContinued(part: RawStatement, index: number, all: readonly RawStatement[]): boolean {
  const before = all[index - 1]
  return !before || (before.closing !== null && before.closing.minor === part.opening?.minor)
}

function readMessage(fields: readonly Field[], number: number): RawStatement {
  const balance = fields.find((field) => /^6[0]/.test(field.tag)) ?? fields.find((field) => /^(62|34F)/.test(field.tag))
  const stated = /[A-Z]{3}/.exec(balance?.value.replace(/^[CD]\d{6}/, '') ?? '')?.[0] ?? /[A-Z]{3}$/.exec(valueOf(fields, '25'))?.[0]
  const currency = stated === undefined ? refuse('mt940_not_a_statement') : isCurrency(stated) ? stated : refuse('bank_currency_unknown', { currency: stated })
  const transactions: RawTransaction[] = []
  fields.forEach((field, at) => {
    if (field.tag !== '61') return
    const following = fields.slice(at + 1)
    const end = following.findIndex((next) => next.tag !== '86' && next.tag !== 'NS')
    const details = following.slice(0, end === -1 ? undefined : end)
    transactions.push(readEntry({ field, details, currency, place: { statement: number, entry: transactions.length + 1 } }))
  })
  return {
    account: accountOf(valueOf(fields, '25'), currency),
    opening: balanceOf(fields, '60', currency),
    closing: balanceOf(fields, '62', currency),
    transactions,
  }
}

/** ":25:" is an IBAN, "BLZ/account", a number, or one of these with the currency behind it. */
function accountOf(value: string, currency: Currency): StatementAccount {
  const text = value.trim().replace(/\s+/g, '')
  const bare = text.endsWith(currency) ? text.slice(0, -3) : text
  const iban = readIban(bare) ?? readIban(bare.split('/').at(-1)!)
  return { iban, otherId: iban ? null : bare.slice(0, 70) || null, currency }
}

function balanceOf(fields: readonly Field[], tag: string, currency: Currency): Money | null {
  const field = tag === '60' ? fields.find((each) => each.tag.startsWith('60')) : fields.findLast((each) => each.tag.startsWith('62'))
  const match = /^([CD])\d{6}(?:[A-Z]{3})?\s*(\d[\d.]*,?\d*)\s*$/.exec(field?.value.split('\n')[0] ?? '')
  const amount = match && amountOf(match[2]!, currency)
  return amount ? (match[1] === 'D' ? negate(amount) : amount) : null
}

/** SWIFT: value day YYMMDD, entry day MMDD, mark, funds code, amount, type, reference for the owner, "//" reference of the bank. */
const entryPattern = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d[\d.]*,?\d{0,3})(?:([NFS])([A-Z0-9 ]{3}))?([^\n]*)/

function readEntry(options: {
  readonly field: Field
  readonly details: readonly Field[]
  readonly currency: Currency
  readonly place: { statement: number; entry: number }
}): RawTransaction {
  const { field, currency, place } = options
  const match = entryPattern.exec(field.value) ?? refuse('mt940_entry_malformed', place)
  const valueOn = valueDayOf(match[1]!) ?? refuse('mt940_day_malformed', place)
  const unsigned = amountOf(match[5]!, currency) ?? refuse('mt940_entry_malformed', place)
  const mark = match[3]!
  const [ownReference = '', bankReference = ''] = (match[8] ?? '').split('//')
  const supplement = field.value.split('\n').slice(1).join('\n')
  const details = readDetails({ details: options.details, supplement, ownReference: ownReference.trim(), currency })
  return {
    ...plainly,
    ...details,
    bookedOn: (match[2] && entryDayOf(match[2], valueOn)) || valueOn,
    valueOn,
    // RC takes a credit back, RD a debit.
    amount: mark === 'C' || mark === 'RD' ? unsigned : negate(unsigned),
    bankReference: bankReference.trim().slice(0, 140) || null,
    isReversal: mark.startsWith('R'),
    isReturn: details.isReturn || match[7] === 'RTI',
  }
}

function amountOf(text: string, currency: Currency): Money | undefined {
  return parseMoney(text.replace(/\./g, '').replace(/,$/, '').replace(',', '.'), currency)
}

/** "160230" is a value day that German banks print: their months have thirty days. It is the month's last. */
function valueDayOf(text: string): Day | undefined {
  const century = Number(text.slice(0, 2)) >= 80 ? '19' : '20'
  const [year, month, dayOfMonth] = [`${century}${text.slice(0, 2)}`, text.slice(2, 4), text.slice(4, 6)]
  const exact = parseDay(`${year}-${month}-${dayOfMonth}`)
  if (exact) return exact
  const first = dayOfMonth === '29' || dayOfMonth === '30' ? parseDay(`${year}-${month}-01`) : undefined
  return first && endOfMonth(first)
}

/** The entry day has no year: it is the one nearest to the value day, also over the turn of a year. */
function entryDayOf(text: string, valueOn: Day): Day | undefined {
  const year = Number(valueOn.slice(0, 4))
  const candidates = [year - 1, year, year + 1].flatMap((each) => parseDay(`${each}-${text.slice(0, 2)}-${text.slice(2, 4)}`) ?? [])
  return candidates.sort((left, right) => Math.abs(daysBetween(left, valueOn)) - Math.abs(daysBetween(right, valueOn)))[0]
}

function valueOf(fields: readonly Field[], tag: string): string {
  return fields.find((field) => field.tag.startsWith(tag))?.value ?? ''
}
