import { createHash } from 'node:crypto'
import { addDays, type Day } from '../../../kernel/day.ts'
import { fail } from '../../../kernel/failure.ts'
import { newId } from '../../../kernel/id.ts'
import type { Books } from '../books.ts'
import type { BookTables } from '../tables.ts'
import { sumOf, type Entry } from './entry.ts'
import { bookedAmong, insertEntry, insertSources, journalTip, partyNumber } from './store.ts'

/**
 * Books an entry, once: a fact that is in the journal is left as it is. What lies in a closed period is booked on the
 * first open day and keeps its own day beside it; fails with `period_closed` where a person typed the day.
 */
export async function post(books: Books, entry: Entry): Promise<void> {
  const { context } = books
  const booked = await bookedAmong(context, [entry.source])
  if (booked.has(entry.source)) return
  const sources = [entry.source, ...entry.includes]
  const postings = entry.postings.filter((posting) => posting.minor !== 0n || (posting.foreign?.minor ?? 0n) !== 0n)
  if (postings.length === 0) return insertSources(context, sources, null)
  if (sumOf(postings) !== 0n) throw new Error(`${entry.source} does not balance: ${sumOf(postings)}`)
  const id = newId<'journal-entry'>()
  const lines = postings.map((posting, index) => ({
    position: BigInt(index),
    account: books.accounts.ofKind(posting.kind).number,
    account_kind: posting.kind,
    amount_minor: posting.minor,
    foreign_minor: posting.foreign?.minor ?? null,
    foreign_currency: posting.foreign?.currency ?? null,
    subject: posting.subject ?? null,
    fact: posting.fact,
    tax_code: posting.tax?.code ?? null,
    tax_basis_points: posting.tax ? BigInt(posting.tax.basisPoints) : null,
  }))
  const tip = await journalTip(context)
  const head = {
    id,
    sequence: tip.sequence + 1n,
    posted_on: postingDay(books, entry),
    fact_on: entry.on,
    kind: entry.kind,
    source: entry.source,
    document: entry.document,
    party_name: entry.party?.name ?? null,
    party_number: entry.party && (await partyNumber(context, entry.party)),
    recorded_at: context.now,
    recorded_by: context.actor.name,
    previous_hash: tip.hash,
  }
  await insertEntry(context, { ...head, hash: entryHash(head, lines) }, lines)
  await insertSources(context, sources, id)
}

function postingDay(books: Books, entry: Entry): Day {
  const { closedUntil } = books
  if (closedUntil === null || entry.on > closedUntil) return entry.on
  if (entry.isTyped) fail('period_closed', { until: closedUntil })
  return addDays(closedUntil, 1)
}

type Head = Omit<BookTables['journal_entries'], 'company_id' | 'hash'>
type Line = Omit<BookTables['journal_lines'], 'company_id' | 'entry_id' | 'posted_on'>

/** The link of the chain: SHA-256 over the link before and everything that the entry says (GoBD no. 107 ff, GeBüV art. 9). */
export function entryHash(head: Head, lines: readonly Line[]): string {
  const said = [
    head.previous_hash,
    head.sequence,
    head.posted_on,
    head.fact_on,
    head.kind,
    head.source,
    head.document,
    head.party_name,
    head.party_number,
    head.recorded_at,
    ...lines.flatMap((line) => [line.account, line.account_kind, line.amount_minor, line.foreign_minor, line.foreign_currency, line.subject, line.fact, line.tax_code, line.tax_basis_points]),
  ] // prettier-ignore
  return createHash('sha256')
    .update(JSON.stringify(said.map((value) => (value === null ? null : String(value)))))
    .digest('hex')
}
