import { isCurrency, type Currency } from '../../../kernel/currency.ts'
import { parseDay, type Day } from '../../../kernel/day.ts'
import { isZero, negate, subtract, sum, type Money } from '../../../kernel/money.ts'
import { addsUp } from './balances.ts'
import { refuse } from './decode.ts'
import {
  accountKeyOf,
  identify,
  type BankFile,
  type BankStatement,
  type Doubt,
  type RawTransaction,
  type SkippedLine,
  type StatementAccount,
} from './transaction.ts'
import { transactionOf } from './camt-transaction.ts'
import { amountIn, child, children, readXml, textAt, type XmlNode } from './xml.ts'

/** ISO 20022: the three cash management messages that share the entry's structure, from version 02 to 13. */
const messages = [
  { root: 'BkToCstmrStmt', statement: 'Stmt', name: 'camt.053' },
  { root: 'BkToCstmrAcctRpt', statement: 'Rpt', name: 'camt.052' },
  { root: 'BkToCstmrDbtCdtNtfctn', statement: 'Ntfctn', name: 'camt.054' },
] as const

/** Whether the text looks like XML; which message it is, the reader finds out. */
export function looksLikeXml(text: string): boolean {
  return /^[\s\uFEFF]{0,100}</.test(text)
}

/**
 * Reads a camt.053, .052 or .054 file. Only booked entries become transactions; a batch becomes its parts.
 * Fails with `camt_not_a_statement`, `camt_amount_malformed`, `camt_day_missing` and those of `readXml`.
 */
export function readCamt(text: string): BankFile {
  const document = child(readXml(text), 'Document')
  const message = messages.find((candidate) => child(document, candidate.root) !== undefined)
  if (!message) return refuse('camt_not_a_statement')
  const nodes = children(child(document, message.root), message.statement)
  if (nodes.length === 0) refuse('camt_not_a_statement')
  const skipped: SkippedLine[] = []
  const doubts = new Set<Doubt>()
  const statements = nodes.map((node) => readStatement(node, skipped, doubts))
  return { format: `${message.name}${versionOf(text)}`, statements, skipped, doubts: [...doubts] }
}

function readStatement(node: XmlNode, skipped: SkippedLine[], doubts: Set<Doubt>): BankStatement {
  const account = readAccount(node)
  const statedOn = dayOfText(textAt(node, 'CreDtTm'))
  const raw: RawTransaction[] = []
  children(node, 'Ntry').forEach((entry, index) => {
    if (isBooked(entry)) raw.push(...readEntry({ entry, account, index, doubts, statedOn }))
    else skipped.push({ line: index + 1, reason: 'not_booked' })
  })
  const opening = balanceOf(node, ['OPBD', 'PRCD'])
  const closing = balanceOf(node, ['CLBD'])
  if (!addsUp(opening, closing, raw)) doubts.add('balance_differs')
  return { account, opening, closing, transactions: identify(accountKeyOf(account), raw) }
}

/** From version 08 on the status is a code inside; ISO 20022 ExternalEntryStatus1Code. */
function isBooked(entry: XmlNode): boolean {
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
  return status === 'BOOK' || status === ''
}

interface EntryOptions {
  readonly entry: XmlNode
  readonly account: StatementAccount
  readonly index: number
  readonly doubts: Set<Doubt>
  readonly statedOn: Day | undefined
}

function readEntry(options: EntryOptions): RawTransaction[] {
  const { entry, account, index, doubts } = options
  const total = signedAmount(entry, child(entry, 'Amt')) ?? refuse('camt_amount_malformed', { entry: index + 1 })
  const valueOn = dayOf(child(entry, 'ValDt'))
  // Some notifications carry no days of their own; they speak of the day on which they are made.
  const bookedOn = dayOf(child(entry, 'BookgDt')) ?? valueOn ?? options.statedOn ?? refuse('camt_day_missing', { entry: index + 1 })
  const bankReference = textAt(entry, 'AcctSvcrRef')
  const shared = {
    entry,
    account,
    bookedOn,
    valueOn: valueOn ?? bookedOn,
    booking: bankReference === '' ? null : { bankReference, total, sequence: index },
  }
  const details = children(entry, 'NtryDtls').flatMap((group) => children(group, 'TxDtls'))
  const amounts = partAmounts(entry, details, total)
  if (!amounts) return [transactionOf({ ...shared, detail: details.length === 1 ? details[0] : undefined, amount: total })]
  const parts = details.map((detail, at) => transactionOf({ ...shared, detail, amount: amounts[at]! }))
  const rest = subtract(total, sum(amounts, total.currency))
  if (isZero(rest)) return parts
  // What the bank kept or did not detail is money too: the lines must sum to the booking.
  doubts.add('batch_difference')
  return [...parts, transactionOf({ ...shared, detail: undefined, amount: rest })]
}

/**
 * The amount of each part of a batch, or undefined when the entry is to be taken whole: one part only, or a part
 * without an amount in the account's currency.
 */
function partAmounts(entry: XmlNode, details: readonly XmlNode[], total: Money): Money[] | undefined {
  if (details.length < 2) return undefined
  const amounts: Money[] = []
  for (const detail of details) {
    const amount = [child(detail, 'Amt'), child(detail, 'AmtDtls', 'TxAmt', 'Amt'), child(detail, 'AmtDtls', 'InstdAmt', 'Amt')]
      .map((node) => signedAmount(child(detail, 'CdtDbtInd') ? detail : entry, node))
      .find((candidate) => candidate?.currency === total.currency)
    if (!amount) return undefined
    amounts.push(amount)
  }
  return amounts
}

function signedAmount(holder: XmlNode, node: XmlNode | undefined): Money | undefined {
  const unsigned = amountIn(node)
  return unsigned && textAt(holder, 'CdtDbtInd') === 'DBIT' ? negate(unsigned) : unsigned
}

function readAccount(node: XmlNode): StatementAccount {
  const id = child(node, 'Acct', 'Id')
  const iban = textAt(id, 'IBAN').replace(/\s/g, '').toUpperCase()
  const stated = textAt(node, 'Acct', 'Ccy') || String(attribute(child(node, 'Ntry', 'Amt')) ?? '')
  return {
    iban: iban === '' ? null : iban.slice(0, 34),
    otherId: textAt(id, 'Othr', 'Id').slice(0, 70) || null,
    currency: isCurrency(stated) ? (stated as Currency) : null,
  }
}

function attribute(node: XmlNode | undefined): XmlNode | readonly XmlNode[] | undefined {
  return node === undefined || typeof node === 'string' ? undefined : node['@Ccy']
}

function dayOf(node: XmlNode | undefined): Day | undefined {
  return dayOfText(textAt(node, 'Dt') || textAt(node, 'DtTm'))
}

function dayOfText(text: string): Day | undefined {
  return parseDay(text.slice(0, 10))
}

function balanceOf(node: XmlNode, codes: readonly string[]): Money | null {
  const balance = children(node, 'Bal').find((candidate) => codes.includes(textAt(candidate, 'Tp', 'CdOrPrtry', 'Cd')))
  return balance === undefined ? null : (signedAmount(balance, child(balance, 'Amt')) ?? null)
}

/** ".001.08" of the name space "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08", which stands at the document's beginning. */
function versionOf(text: string): string {
  return /camt\.05[234](\.\d{3}\.\d{2})/.exec(text.slice(0, 2000))?.[1] ?? ''
}
