import { day } from '../../../../kernel/day.ts'
import { parseMoney, zero, type Money } from '../../../../kernel/money.ts'
import { matchTransactions, type Match, type MatchHistory, type MatchInvoice, type MatchPayer, type MatchTransaction } from '../match.ts'

/** A company with its open invoices, what it learnt of payers, and lines of its bank with the answer that is right. */
export interface GoldenCompany {
  readonly name: string
  /** What stands before the short numbers of the answers. */
  readonly prefix: string
  readonly invoices: string
  readonly payers: string
  readonly lines: string
}

export interface GoldenLine {
  readonly company: string
  readonly line: string
  /** "auto 0301", "first 0311+0312", "first credit 0343", "first return 0349", "first refund Urs Gerber", "ambiguous 0323 0324", "none". */
  readonly expected: string
  readonly match: Match
  /** What the first candidate says, in the words of `expected`. */
  readonly answer: string
}

/** Matches every line alone with all that is open: lines do not know of one another. */
export function play(company: GoldenCompany): GoldenLine[] {
  const { invoices, history } = invoicesOf(company)
  const payers = payersOf(company, invoices)
  return rowsOf(company.lines).map(({ line, cells }, at) => {
    const transaction = transactionOf(cells, String(at), company.prefix)
    const match = matchTransactions([transaction], { invoices, payers, history })[0]!
    return { company: company.name, line, expected: cells[3]!, match, answer: answerOf(match, invoices, company.prefix) }
  })
}

/** Whether the first candidate is what was expected, automatic or not. */
export function isFirst({ expected, answer }: GoldenLine): boolean {
  const [kind, ...rest] = expected.split(' ')
  if (kind === 'none') return true
  return kind === 'ambiguous' ? rest.includes(answer) : rest.join(' ') === answer
}

/** Nothing is done by itself that a person should decide, and nothing wrong. */
export function isSafe(line: GoldenLine): boolean {
  if (line.match.certainty !== 'certain') return true
  return line.expected.startsWith('auto ') && isFirst(line)
}

function answerOf(match: Match, invoices: readonly MatchInvoice[], prefix: string): string {
  const first = match.candidates[0]
  if (!first) return 'nothing'
  const nameOf = (customerId: string) => invoices.find((invoice) => invoice.customerId === customerId)?.customerName ?? customerId
  if (first.kind === 'refund') return `refund ${nameOf(first.customerId)}`
  if (first.kind === 'return') return `return ${first.paymentId}`
  const short = (id: string) => (invoices.find((invoice) => invoice.id === id)?.number ?? '').slice(prefix.length)
  if (first.allocations.length === 0)
    return `credit ${invoices
      .filter((invoice) => invoice.customerId === first.customerId)
      .map((invoice) => short(invoice.id))
      .join('+')}`
  return first.allocations
    .map((part) => short(part.invoiceId))
    .sort()
    .join('+')
}

function invoicesOf(company: GoldenCompany): { invoices: MatchInvoice[]; history: MatchHistory } {
  const payments: { id: string; customerId: string; customerName: string; amount: Money; numbers: string[] }[] = []
  const credits: { customerId: string; customerName: string; left: Money }[] = []
  const refunded = new Set(rowsOf(company.lines).flatMap(({ cells }) => /refund (.+)/.exec(cells[3]!)?.[1] ?? []))
  const invoices = rowsOf(company.invoices).map(({ cells }): MatchInvoice => {
    const [number, customer, open, due, more] = cells as [string, string, string, string, string]
    const customerName = customer.replace(/ \(.*\)$/, '')
    const amount = moneyOf(open)
    const short = number.slice(company.prefix.length)
    if (more.includes('settled')) {
      payments.push({ id: short, customerId: customer, customerName, amount, numbers: [number] })
      if (refunded.has(customerName)) credits.push({ customerId: customer, customerName, left: amount })
    }
    const plan = /plan (.+)/.exec(more)?.[1]?.split(' ')
    return {
      id: number,
      number,
      customerId: customer,
      customerName,
      open: more.includes('settled') ? zero(amount.currency) : amount,
      dueOn: day(due),
      ...(plan ? { openParts: plan.map((part) => parseMoney(part, amount.currency)!) } : {}),
      reference: /\b(qr|rf)\b/.test(more) ? referenceOf(number) : null,
    }
  })
  return { invoices, history: { payments, credits } }
}

/** Stands for whatever reference the document carries. */
function referenceOf(number: string): string {
  return `RF00GOLDEN${number.replace(/\W/g, '')}`
}

function payersOf(company: GoldenCompany, invoices: readonly MatchInvoice[]): MatchPayer[] {
  return rowsOf(company.payers).map(({ cells }) => {
    const [customer, name, iban, amount] = cells
    const customerId = invoices.find((invoice) => invoice.customerName === customer)!.customerId
    return { customerId, names: [name!], ibans: iban ? [iban] : [], amounts: amount ? [moneyOf(amount)] : [] }
  })
}

function transactionOf(cells: readonly string[], id: string, prefix: string): MatchTransaction {
  const [amount, payer, text, , more = ''] = cells
  const value = (key: string) => new RegExp(`\\b${key}=(\\S+)`).exec(more)?.[1]
  const glued = (key: string) => {
    const match = /^([A-Z]{3})(.+)$/.exec(value(key) ?? '')
    return match ? moneyOf(`${match[1]} ${match[2]}`) : null
  }
  const own = /^(?:qr|rf)(\d{3,4})$/.exec(value('ref') ?? '')
  return {
    id,
    amount: moneyOf(amount!),
    counterpartyName: payer || null,
    counterpartyIban: value('iban') ?? null,
    reference: own ? { text: referenceOf(`${prefix}${own[1]}`) } : value('ref') ? { text: value('ref')! } : null,
    remittance: text!,
    instructed: glued('inst'),
    charges: glued('chg'),
    isReturn: false,
  }
}

function rowsOf(table: string): { line: string; cells: string[] }[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line, cells: line.split('|').map((cell) => cell.trim()) }))
}

function moneyOf(text: string): Money {
  const [currency, amount] = text.split(' ')
  return parseMoney(amount!, currency!)!
}
