import { fromWire, parseMoney, sum, type MoneyOnTheWire } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { hashOf } from '../../../platform/files.ts'
import type { Verified } from '../../../platform/operation/module.ts'
import { nextNumbers } from '../../company/index.ts'
import { account } from '../account.ts'
import { bill } from '../billing.ts'
import { chainHash, chainStart, documentHash } from '../chain.ts'
import { billingFactsOf } from '../charges/unbilled.ts'
import { totalsOfDocument } from '../document-totals.ts'
import type { InvoiceDocument } from '../invoice.ts'
import { readDocument } from '../stored-document.ts'
import { chargedLines, dueSums, issuedAfter, lineSums, storedStates, type IssuedRow } from './store.ts'

/** Numbers, chain, totals, states and every delivery of a company's invoicing. */
export async function checkInvoicing(context: Context): Promise<Verified[]> {
  const issued = await readIssued(context)
  return [
    await checkNumbers(context, issued),
    checkChain(issued),
    await checkTotals(context, issued),
    await checkStates(context),
    await checkLiveCharges(context),
    await checkAccounts(context),
  ]
}

/** What is kept of each document while the whole chain is looked at. */
interface Looked {
  readonly row: Omit<IssuedRow, 'document'>
  readonly problems: readonly string[]
  /** What allowances, charges and deducted advances add to the sum of the lines. */
  readonly besideLines: bigint
}

async function readIssued(context: Context): Promise<Looked[]> {
  const looked: Looked[] = []
  for (let sequence = 0n; ;) {
    const rows = await issuedAfter(context, sequence)
    for (const { document, ...row } of rows) looked.push({ row, ...lookAt(row, document) })
    const last = rows.at(-1)
    if (!last) return looked
    sequence = last.sequence
  }
}

/** What is wrong within one document: its content against its digest, its sums against each other and the columns. */
function lookAt(row: Omit<IssuedRow, 'document'>, text: string): Omit<Looked, 'row'> {
  const stored = JSON.parse(text) as Partial<InvoiceDocument>
  if (stored.totals === undefined) return { problems: [], besideLines: 0n }
  const document = readDocument(text)
  const problems = [
    // Byte by byte: what is stored is the canonical text that was digested.
    ...(hashOf(text) === row.document_hash && documentHash(stored) === row.document_hash
      ? []
      : [`${row.number_text}: the document is not the one that was issued`]),
    ...problemsOf(row, document),
  ]
  const adjustments = totalsOfDocument(document).adjustments.minor
  const prepaid = document.prepaid ? fromWire(document.prepaid[row.is_tax_included === 1n ? 'gross' : 'net']).minor : 0n
  return { problems, besideLines: adjustments - prepaid }
}

function problemsOf(row: Omit<IssuedRow, 'document'>, document: InvoiceDocument): string[] {
  const name = row.number_text
  const problems: string[] = []
  if (document.number !== name) problems.push(`${name}: the document carries the number ${document.number}`)
  const { totals } = document
  const minor = (wire: MoneyOnTheWire) => parseMoney(wire.amount, wire.currency)?.minor ?? 0n
  const [net, tax, gross] = [minor(totals.net), minor(totals.tax), minor(totals.gross)]
  const isSummed =
    net + tax === gross &&
    (['net', 'tax', 'gross'] as const).every((part) => totals.groups.reduce((total, group) => total + minor(group[part]), 0n) === minor(totals[part]))
  if (!isSummed) problems.push(`${name}: net, tax and total of the document do not add up`)
  if (net !== row.net_minor || tax !== row.tax_minor || gross !== row.gross_minor) problems.push(`${name}: the stored totals are not those of the document`)
  const lines = sum(
    document.lines.map((line) => parseMoney(line.amount.amount, line.amount.currency)!),
    row.currency,
  )
  if (lines.minor !== minor(totals.lines)) problems.push(`${name}: the lines of the document do not add up`)
  return problems
}

async function checkNumbers(context: Context, issued: readonly Looked[]): Promise<Verified> {
  const findings: string[] = []
  const counters = new Map((await nextNumbers(context)).map((each) => [`${each.kind} ${each.year}`, each.next]))
  const numbered = issued.map((each) => each.row).filter((row) => row.number !== null)
  for (const [series, rows] of Map.groupBy(numbered, (row) => `${row.series} ${row.year}`)) {
    const numbers = rows.map((row) => Number(row.number)).toSorted((left, right) => left - right)
    for (const [index, number] of numbers.entries()) {
      const before = numbers[index - 1]
      if (before !== undefined && number !== before + 1) findings.push(`${series}: after ${before} comes ${number}`)
    }
    const next = counters.get(series)
    if (next !== numbers.at(-1)! + 1) findings.push(`${series}: the last number is ${numbers.at(-1)}, the next would be ${next ?? 1}`)
  }
  return { what: 'document numbers without gaps', count: numbered.length, findings }
}

function checkChain(issued: readonly Looked[]): Verified {
  const findings: string[] = []
  let previous = chainStart
  let sequence = 0n
  for (const { row } of issued) {
    sequence += 1n
    if (row.sequence !== sequence) findings.push(`${row.number_text}: a document before it is missing from the chain`)
    if (row.previous_hash !== previous || row.hash !== chainHash(row.previous_hash, row.document_hash))
      findings.push(`${row.number_text}: the chain of digests is broken here`)
    previous = row.hash
    sequence = row.sequence
  }
  return { what: 'documents in the chain of digests', count: issued.length, findings }
}

async function checkTotals(context: Context, issued: readonly Looked[]): Promise<Verified> {
  const sums = await lineSums(context)
  const findings = issued.flatMap((each) => each.problems)
  for (const { row, besideLines } of issued) {
    if (row.kind === 'opening' || !sums.has(row.id)) continue
    const expected = row.is_tax_included === 1n ? row.gross_minor : row.net_minor
    if (sums.get(row.id)! + besideLines !== expected) findings.push(`${row.number_text}: its lines add up to another total`)
  }
  for (const { number_text: name, gross, dues } of await dueSums(context)) {
    if (gross !== dues) findings.push(`${name}: its due dates do not add up to the total`)
  }
  return { what: 'totals recomputed from lines', count: issued.length, findings }
}

async function checkStates(context: Context): Promise<Verified> {
  const states = await storedStates(context)
  const findings = states.flatMap((state) => {
    const open = state.kind === 'credit_note' ? 0n : state.gross - state.settled
    if (state.open === null) return [`${state.number_text}: nothing is stored of what is open`]
    if (state.open === open && state.credited === state.credits) return []
    return [`${state.number_text}: stored as open ${state.open}, but its facts leave ${open}`]
  })
  return { what: 'open amounts equal to their facts', count: states.length, findings }
}

/** What stands on a document keeps its identity; what is taken back whole has freed it, and no more is taken back than there was. */
async function checkLiveCharges(context: Context): Promise<Verified> {
  const lines = await chargedLines(context)
  const findings = lines.flatMap((line) => {
    const isBeyond = line.quantity < 0n ? line.credited < line.quantity : line.credited > line.quantity
    if (isBeyond) return [`line ${line.id}: ${line.credited} of ${line.quantity} thousandths are credited`]
    const isWhole = line.credits > 0n && line.credited === line.quantity
    const expected = isWhole ? null : line.identity
    return expected === line.live ? [] : [`line ${line.id}: its charge ${line.identity ?? line.live} could be billed twice`]
  })
  return { what: 'charges billed once', count: lines.filter((line) => line.identity !== null).length, findings }
}

/** covered + invoiced + written off + unbilled = all, where unbilled is what the billing rule proposes. */
async function checkAccounts(context: Context): Promise<Verified> {
  const facts = await billingFactsOf(context)
  const accounted = account(facts)
  const { charges, unpriced } = bill(facts, accounted)
  const proposed = new Map<string, bigint>()
  for (const charge of charges) proposed.set(charge.cause, (proposed.get(charge.cause) ?? 0n) + charge.quantity.thousandths)
  const waiting = new Map(unpriced.map((each) => [each.deliveryId, each.units.thousandths]))
  const findings: string[] = []
  for (const { delivery, all, covered, invoiced, writtenOff } of accounted.deliveries) {
    const unbilled = (proposed.get(`delivery/${delivery.id}`) ?? 0n) + (waiting.get(delivery.id) ?? 0n)
    const total = covered.thousandths + invoiced.thousandths + writtenOff.thousandths + unbilled
    if (total !== all.thousandths) findings.push(`delivery ${delivery.id}: ${total} of ${all.thousandths} thousandths are accounted for`)
    if (covered.thousandths < 0n || writtenOff.thousandths < 0n) findings.push(`delivery ${delivery.id}: less than nothing is covered or written off`)
  }
  for (const { cause, all, invoiced, writtenOff, unbilled } of accounted.fixed) {
    if (invoiced.minor + writtenOff.minor + unbilled.minor !== all.minor) findings.push(`${cause}: is not accounted for`)
    if (unbilled.minor !== 0n && !proposed.has(cause)) findings.push(`${cause}: ${unbilled.minor} is forgotten by the billing rule`)
  }
  return { what: 'deliveries and fees accounted for', count: accounted.deliveries.length + accounted.fixed.length, findings }
}
