import { fromWire } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { Verified } from '../../../platform/operation/module.ts'
import { expensesInOrder, type Expense } from '../../expenses/index.ts'
import { issuedDocuments, openAmounts } from '../../invoicing/index.ts'
import { creditsOpen, feesOpen, moneyFactKinds, moneyFacts } from '../../payments/index.ts'
import { isPastBooked } from '../journal/catch-up.ts'
import { standingCost } from '../journal/expenses.ts'
import { entryHash } from '../journal/post.ts'
import { bookedAmong } from '../journal/store.ts'
import { documentSums, entriesAfter, openBySubject } from './store.ts'

/** The journal balances, is whole, and says what the documents and the money say. */
export async function checkBooks(context: Context): Promise<Verified[]> {
  // A company that comes from a version without books is told wrong only once its past had its turn.
  if (!(await isPastBooked(context))) return [await checkEntries(context), { what: 'the past is still being booked', count: 0, findings: [] }]
  return [await checkEntries(context), await checkFacts(context), await checkOpen(context), await checkDocuments(context)]
}

async function checkEntries(context: Context): Promise<Verified> {
  const findings: string[] = []
  let count = 0
  let previous = { sequence: 0n, hash: '' }
  for (;;) {
    const page = await entriesAfter(context, previous.sequence)
    if (page.length === 0) break
    for (const { entry, lines } of page) {
      count += 1
      const sum = lines.reduce((total, line) => total + line.amount_minor, 0n)
      if (sum !== 0n) findings.push(`entry ${entry.sequence}: debit and credit differ by ${sum}`)
      if (entry.sequence !== previous.sequence + 1n) findings.push(`entry ${entry.sequence}: the one before it is missing`)
      if (entry.previous_hash !== previous.hash || entryHash(entry, lines) !== entry.hash) findings.push(`entry ${entry.sequence}: it is not what was booked`)
      previous = { sequence: entry.sequence, hash: entry.hash }
    }
  }
  return { what: 'journal entries balanced, and chained as they were booked', count, findings }
}

/** Looks at every fact, not at what was noted as looked through. */
async function checkFacts(context: Context): Promise<Verified> {
  const findings: string[] = []
  let count = 0
  const look = async (sources: readonly string[]) => {
    count += sources.length
    const booked = await bookedAmong(context, sources)
    findings.push(...sources.filter((source) => !booked.has(source)).map((source) => `${source} is not in the journal`))
  }
  for (let after = 0n; ;) {
    const page = await issuedDocuments(context, { after, limit: 500 })
    if (page.length === 0) break
    await look(page.map((issued) => `invoice/${issued.id}`))
    after = page.at(-1)!.sequence
  }
  for (const kind of moneyFactKinds) {
    for (let after = ''; ;) {
      const page = await moneyFacts(context, kind, { after, limit: 500 })
      if (page.length === 0) break
      await look(page.map((fact) => `${kind}/${fact.id}`))
      after = page.at(-1)!.cursor
    }
  }
  await eachExpense(context, async (expense) => {
    count += 1
    const standing = await standingCost({ context }, expense.id)
    if ((standing !== undefined) !== (expense.state === 'recorded')) findings.push(`expense ${expense.id} is ${expense.state}, and not so in the journal`)
  })
  return { what: 'facts of money in the journal', count, findings }
}

/** Of each invoice and reminder fee what is open, and of each credit what is left: so each customer's receivable less credit is the customer's balance. */
async function checkOpen(context: Context): Promise<Verified> {
  const open = new Map<string, bigint>((await openAmounts(context)).map((row) => [row.id, row.minor]))
  for (const fee of await feesOpen(context)) open.set(fee.id, fee.open.minor)
  const left = new Map((await creditsOpen(context)).map((row) => [row.id, -row.minor]))
  const receivable = await openBySubject(context, 'receivable')
  const credit = await openBySubject(context, 'customer_credit')
  const owed = await openBySubject(context, 'payable')
  for (const [subject, of] of await openBySubject(context, 'member_owed')) {
    const other = owed.get(subject) ?? { minor: 0n, foreign: 0n }
    owed.set(subject, { minor: other.minor + of.minor, foreign: other.foreign + of.foreign })
  }
  const unpaid = new Map<string, bigint>()
  await eachExpense(context, async (expense) => {
    if (expense.state === 'recorded') unpaid.set(expense.id, -expense.open.minor)
  })
  const findings = [...differences('invoice', open, receivable), ...differences('credit', left, credit), ...differences('expense', unpaid, owed)]
  return { what: 'receivables, credits and payables of the journal equal to what is open', count: open.size + left.size + unpaid.size, findings }
}

async function eachExpense(context: Context, look: (expense: Expense) => Promise<void>): Promise<void> {
  for (let after = ''; ;) {
    const page = await expensesInOrder(context, { after, limit: 500 })
    if (page.length === 0) return
    for (const expense of page) await look(expense)
    after = page.at(-1)!.id
  }
}

function differences(noun: string, facts: ReadonlyMap<string, bigint>, booked: ReadonlyMap<string, { minor: bigint; foreign: bigint }>): string[] {
  return [...new Set([...facts.keys(), ...booked.keys()])].flatMap((id) => {
    const fact = facts.get(id) ?? 0n
    const entry = booked.get(id) ?? { minor: 0n, foreign: 0n }
    if (fact !== entry.foreign) return [`${noun} ${id}: ${fact} is open, the journal carries ${entry.foreign}`]
    return fact === 0n && entry.minor !== 0n ? [`${noun} ${id}: nothing is open, the journal carries a value of ${entry.minor}`] : []
  })
}

/** Revenue and tax, added up anew from the documents alone. */
async function checkDocuments(context: Context): Promise<Verified> {
  const expected = new Map<string, bigint>()
  const add = (key: string, minor: bigint) => expected.set(key, (expected.get(key) ?? 0n) + minor)
  let count = 0
  for (let after = 0n; ;) {
    const page = await issuedDocuments(context, { after, limit: 500 })
    if (page.length === 0) break
    for (const { kind, document } of page) {
      if (kind === 'opening') continue
      count += 1
      const sign = kind === 'credit_note' ? 1n : -1n
      add(`net ${document.currency}`, sign * fromWire(document.totals.net).minor)
      add(`tax ${document.currency}`, sign * fromWire(document.totals.tax).minor)
    }
    after = page.at(-1)!.sequence
  }
  const booked = new Map<string, bigint>()
  for (const [key, minor] of await documentSums(context)) {
    const [kind, currency] = key.split(' ') as [string, string]
    if (['receivable', 'customer_credit', 'opening'].includes(kind) || kind.startsWith('exchange')) continue
    const what = kind.startsWith('tax_payable') ? `tax ${currency}` : `net ${currency}`
    booked.set(what, (booked.get(what) ?? 0n) + minor)
  }
  const findings = [...new Set([...expected.keys(), ...booked.keys()])].flatMap((key) => {
    const [left, right] = [expected.get(key) ?? 0n, booked.get(key) ?? 0n]
    return left === right ? [] : [`${key}: the documents say ${-left}, the journal says ${-right}`]
  })
  return { what: 'revenue and tax of the journal equal to the documents', count, findings }
}
