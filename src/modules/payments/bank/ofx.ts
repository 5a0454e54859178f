import { isCurrency, type Currency } from '../../../kernel/currency.ts'
import { parseDay, type Day } from '../../../kernel/day.ts'
import { parseMoney, type Money } from '../../../kernel/money.ts'
import { refuse } from './decode.ts'
import { allNamed, oneNamed, readOfxNodes, type OfxNode } from './ofx-nodes.ts'
import { readIban, referenceWithin } from './reference.ts'
import {
  accountKeyOf,
  identify,
  plainly,
  type BankFile,
  type BankStatement,
  type Doubt,
  type RawTransaction,
  type SkippedLine,
  type StatementAccount,
} from './transaction.ts'

/** Whether the text is OFX or QFX: the header of version 1, the instruction of version 2, or the root itself. */
export function looksLikeOfx(text: string): boolean {
  const head = text.slice(0, 4000)
  return /^\s*OFXHEADER\s*:/m.test(head) || /<\?OFX\b/i.test(head) || /<OFX>/i.test(head)
}

/**
 * Reads an OFX or QFX file: bank accounts, credit cards, and the cash of an investment account. Fails with
 * `ofx_bank_error` (what the bank answered instead of a statement), `ofx_no_statement`, `ofx_investments_only`,
 * `ofx_amount_malformed`, `ofx_day_missing` (details: entry), `ofx_malformed`, `bank_currency_unknown`.
 */
export function readOfx(text: string, options: { currency?: Currency | undefined } = {}): BankFile {
  const root = readOfxNodes(text)
  refuseError(root)
  const doubts = new Set<Doubt>()
  const skipped: SkippedLine[] = []
  const nodes = [...allNamed(root, 'STMTRS'), ...allNamed(root, 'CCSTMTRS'), ...allNamed(root, 'INVSTMTRS')]
  if (nodes.length === 0) return refuse('ofx_no_statement')
  const statements = nodes.map((node) => readStatement(node, { skipped, doubts, fallback: options.currency }))
  const isEmpty = statements.every((statement) => statement.transactions.length === 0)
  if (isEmpty && skipped.length > 0) refuse('ofx_investments_only')
  return { format: 'ofx', statements, skipped, doubts: [...doubts] }
}

/** A bank that cannot answer says so in the file: its words are the reason. */
function refuseError(root: OfxNode): void {
  const error = allNamed(root, 'STATUS').find((status) => /^(ERROR|FATAL)$/i.test(status.values.get('SEVERITY') ?? ''))
  if (!error || allNamed(root, 'STMTTRN').length > 0) return
  refuse('ofx_bank_error', { code: (error.values.get('CODE') ?? '').slice(0, 20), message: (error.values.get('MESSAGE') ?? '').slice(0, 200) })
}

const tradeWords = /^(BUY|SELL|INCOME|REINVEST|INVEXPENSE|MARGININTEREST|RETOFCAP|SPLIT|TRANSFER|JRNL|CLOSUREOPT|INVBANKTRAN)/

function readStatement(node: OfxNode, about: { skipped: SkippedLine[]; doubts: Set<Doubt>; fallback: Currency | undefined }): BankStatement {
  const entries = allNamed(node, 'STMTTRN')
  const trades = (oneNamed(node, 'INVTRANLIST')?.children ?? []).filter((each) => tradeWords.test(each.name) && each.name !== 'INVBANKTRAN')
  trades.forEach((_, index) => about.skipped.push({ line: index + 1, reason: 'securities' }))
  if (trades.length > 0) about.doubts.add('securities_left_out')
  const currency = currencyOf(node, entries, about.fallback)
  const account = accountOf(node, currency)
  const raw = entries.map((entry, index) => readEntry(entry, currency, index + 1))
  const closing = parseMoney(decimal(oneNamed(node, 'LEDGERBAL')?.values.get('BALAMT') ?? ''), currency) ?? null
  return { account, opening: null, closing, transactions: identify(accountKeyOf(account), raw) }
}

/** Of the statement, else of its transactions, where all agree. */
function currencyOf(node: OfxNode, entries: readonly OfxNode[], fallback: Currency | undefined): Currency {
  const own = new Set(entries.map((entry) => oneNamed(entry, 'CURRENCY')?.values.get('CURSYM') ?? ''))
  const stated = node.values.get('CURDEF') || (own.size === 1 ? [...own][0]! : '') || fallback || ''
  return isCurrency(stated) ? stated : refuse('bank_currency_unknown', { currency: stated })
}

function accountOf(node: OfxNode, currency: Currency): StatementAccount {
  const from = ['BANKACCTFROM', 'CCACCTFROM', 'INVACCTFROM'].map((name) => oneNamed(node, name)).find(Boolean)
  const id = (from?.values.get('ACCTID') ?? '').trim()
  const bank = (from?.values.get('BANKID') ?? from?.values.get('BROKERID') ?? '').trim()
  const iban = readIban(id)
  return { iban, otherId: iban ? null : [bank, id].filter(Boolean).join('/').slice(0, 70) || null, currency }
}

function readEntry(entry: OfxNode, currency: Currency, number: number): RawTransaction {
  const value = (name: string) => (entry.values.get(name) ?? '').trim()
  const amount = parseMoney(decimal(value('TRNAMT')), currency) ?? refuse('ofx_amount_malformed', { entry: number })
  const bookedOn = dayOf(value('DTPOSTED')) ?? refuse('ofx_day_missing', { entry: number })
  const payee = oneNamed(entry, 'PAYEE')?.values.get('NAME') ?? ''
  const name = value('NAME') || payee
  const account = oneNamed(entry, 'BANKACCTTO')?.values.get('ACCTID') ?? ''
  const memo = value('MEMO')
  const remittance = [memo, value('EXTDNAME')].filter((text, index, all) => text !== '' && all.indexOf(text) === index).join(' ') || name
  return {
    ...plainly,
    bookedOn,
    valueOn: dayOf(value('DTAVAIL')) ?? bookedOn,
    amount,
    counterpartyName: name.slice(0, 140) || null,
    counterpartyIban: readIban(account),
    reference: referenceWithin(remittance),
    endToEndId: value('REFNUM').slice(0, 140) || null,
    remittance: remittance.slice(0, 2000),
    bankReference: value('FITID').slice(0, 140) || null,
    isReversal: value('CORRECTACTION') !== '',
    instructed: instructedOf(entry, amount),
  }
}

/** ORIGCURRENCY: the amount was converted at CURRATE from CURSYM. */
function instructedOf(entry: OfxNode, amount: Money): Money | null {
  const original = oneNamed(entry, 'ORIGCURRENCY')
  const currency = original?.values.get('CURSYM') ?? ''
  const rate = /^(\d{1,8})(?:[.,](\d{1,10}))?$/.exec(original?.values.get('CURRATE') ?? '')
  if (!isCurrency(currency) || !rate || amount.currency === currency) return null
  const scale = 10n ** BigInt((rate[2] ?? '').length)
  const numerator = BigInt(rate[1]! + (rate[2] ?? ''))
  if (numerator === 0n) return null
  const absolute = amount.minor < 0n ? -amount.minor : amount.minor
  // OFX 2.3, 5.2: the rate is of the account's currency to the original one.
  return parseMoney(textOf((absolute * scale + numerator / 2n) / numerator), currency) ?? null
}

function textOf(minor: bigint): string {
  return `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`
}

/** "20090401122017.000[-5:EST]" is the bank's own day; nothing is moved into another zone. */
function dayOf(text: string): Day | undefined {
  const match = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})/.exec(text)
  return match ? parseDay(`${match[1]}-${match[2]}-${match[3]}`) : undefined
}

function decimal(text: string): string {
  const plain = text.replace(/\s/g, '').replace(/^\+/, '')
  return /^-?[\d.]*,\d{1,3}$/.test(plain) ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '')
}
