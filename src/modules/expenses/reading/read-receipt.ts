import type { Currency } from '../../../kernel/currency.ts'
import type { Day } from '../../../kernel/day.ts'
import { money, type Money } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import type { ExpenseCategory, ExpensePart, PaidBy, PayeeReference } from '../expense.ts'
import { currencyOf } from './amounts.ts'
import { categoryOf } from './category.ts'
import { daysOf } from './days.ts'
import { linesOf, phrases, says, type Line } from './lines.ts'
import { documentNumberOf, ibanOf, payeeReferenceOf, vatNumberOf } from './numbers.ts'
import { payeeNameOf } from './payee.ts'
import { taxesOf } from './tax.ts'
import { totalOf } from './total.ts'

/** What the reader may know beside the text. */
export interface ReadingSituation {
  /** Of the company, ISO 3166-1: whose tax may be deducted, and which country is meant where none is named. */
  readonly country: string
  readonly currency: Currency
  readonly today: Day
  /** The company's names and tax numbers, which a bill to it names too. */
  readonly own?: readonly string[]
  /** Payees of earlier expenses. */
  readonly known?: readonly string[]
  /** What a payment code on it says for certain. */
  readonly total?: Money
}

/** What a receipt's text says, as far as it does. */
export interface ReceiptRead {
  readonly payee: { readonly name: string; readonly country: string | null; readonly vatNumber: string | null; readonly iban: string | null } | null
  readonly documentNumber: string | null
  readonly issuedOn: Day | null
  readonly dueOn: Day | null
  readonly currency: Currency
  readonly gross: Money | null
  readonly parts: readonly ExpensePart[]
  readonly paidBy: PaidBy | null
  readonly reference: PayeeReference | null
  readonly category: ExpenseCategory | null
  /** What two places of the text agree on, or one names without a rival. */
  readonly certain: { readonly gross: boolean; readonly issuedOn: boolean }
}

/** Reads a receipt from its text layer or from what OCR made of its picture. Pure; never throws, whatever the text is. */
export function readReceipt(text: string, situation: ReadingSituation): ReceiptRead {
  const lines = linesOf(text)
  const whole = lines.map((line) => line.text).join('\n')
  const own = situation.own ?? []
  const currency = situation.total?.currency ?? currencyOf(whole, situation.currency)
  const vat = vatNumberOf(whole, own)
  const iban = ibanOf(whole)
  const country = vat?.country ?? countryOf(currency, iban, situation)
  const total = situation.total ? { minor: situation.total.minor, isCertain: true } : totalOf(lines, currency)
  const days = daysOf(lines, { today: situation.today, isMonthFirst: country === 'US' || currency === 'USD' })
  const name = payeeNameOf(lines, { own, known: situation.known ?? [] })
  return {
    payee: name === null ? null : { name, country, vatNumber: vat?.number ?? null, iban },
    documentNumber: documentNumberOf(lines),
    issuedOn: days.issuedOn,
    dueOn: days.dueOn,
    currency,
    gross: total ? money(total.minor, currency) : null,
    parts: total ? partsOf(lines, { total: total.minor, currency, country, home: situation.country }) : [],
    paidBy: paidByOf(lines, { iban, dueOn: days.dueOn }),
    reference: payeeReferenceOf(whole),
    category: categoryOf(whole) ?? null,
    certain: { gross: total?.isCertain ?? false, issuedOn: days.isCertain },
  }
}

function countryOf(currency: Currency, iban: string | null, situation: ReadingSituation): string {
  if (currency === situation.currency) return situation.country
  const byCurrency: Readonly<Record<string, string>> = { CHF: 'CH', USD: 'US', GBP: 'GB', SEK: 'SE', NOK: 'NO', DKK: 'DK', PLN: 'PL', CZK: 'CZ', HUF: 'HU' }
  return byCurrency[currency] ?? iban?.slice(0, 2) ?? ''
}

const reverseCharge = phrases('reverse charge,steuerschuldnerschaft,autoliquidation,inversione contabile,reverse charged,bezugsteuer')

/** The amounts by rate. Tax of another country stands apart; a bill without tax from abroad that says so is a reverse charge. */
function partsOf(lines: readonly Line[], options: { total: bigint; currency: Currency; country: string; home: string }): ExpensePart[] {
  const { currency, total } = options
  const isHome = options.country === options.home || (options.home === 'CH' && options.country === 'LI')
  const taxes = options.country === 'US' ? [] : taxesOf(lines, options)
  if (taxes.length === 0) {
    const treatment = !isHome && lines.some((line) => says(line, reverseCharge)) ? 'reverse_charge' : 'exempt'
    return [{ treatment, rate: Percent.zero, net: money(total, currency), tax: money(0n, currency), gross: money(total, currency) }]
  }
  return taxes.map((read) => ({
    treatment: read.basisPoints === 0 ? 'exempt' : isHome ? 'domestic' : 'foreign',
    rate: new Percent(read.basisPoints),
    net: money(read.net, currency),
    tax: money(read.tax, currency),
    gross: money(read.gross, currency),
  }))
}

const cashWords = phrases('bar,bargeld,cash,especes,contanti,contante,barzahlung,pagamento contante,ruckgeld,rendu,resto,change')
const cardWords = phrases(
  'visa,mastercard,maestro,twint,girocard,ec karte,kartenzahlung,carte bancaire,cb,bancomat,pagamento elettronico,debit,credit card,card,amex,american express,contactless,kontaktlos,sans contact,apple pay,google pay,paypal,carta di credito,carta,v pay,postfinance card,kreditkarte,debitkarte,carte,charged to',
)
const billWords = phrases(
  'zahlbar bis,zahlbar innert,zahlbar innerhalb,uberweisen,uberweisung,payable,bank transfer,virement,bonifico,einzahlungsschein,fallig,echeance,scadenza,zahlungsfrist,zahlbar,payment terms,einzugsermachtigung,lastschrift,prelevement',
)

function paidByOf(lines: readonly Line[], bill: { iban: string | null; dueOn: Day | null }): PaidBy | null {
  if (bill.dueOn !== null || lines.some((line) => says(line, billWords))) return 'bank'
  if (lines.some((line) => says(line, cardWords))) return 'card'
  if (lines.some((line) => says(line, cashWords))) return 'cash'
  return bill.iban !== null ? 'bank' : null
}
