import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { money } from '../../../kernel/money.ts'
import type { Accounts } from '../accounts/chart.ts'
import type { EntryKind } from '../journal/entry.ts'
import type { StoredEntry } from './store.ts'

/** An entry as it is read outside: its lines by name, and where its document is. */
export function entryOnWire({ head, lines }: StoredEntry, accounts: Accounts, currency: string) {
  return {
    id: head.id as Id<'journal-entry'>,
    sequence: Number(head.sequence),
    postedOn: head.posted_on as Day,
    factOn: head.fact_on as Day,
    kind: head.kind as EntryKind,
    document: head.document,
    party: head.party_name,
    link: linkOf({ head, lines }),
    lines: lines.map((line) => ({
      account: line.account,
      name: accounts.ofNumber(line.account, line.account_kind).name,
      amount: money(line.amount_minor, currency),
      foreign: line.foreign_minor === null || line.foreign_currency === currency ? null : money(line.foreign_minor, line.foreign_currency!),
    })),
  }
}

/** The document of an entry: an invoice, an expense, or what the payment settled. */
function linkOf({ head, lines }: StoredEntry): { kind: 'invoice' | 'payment' | 'expense'; id: string } | null {
  const [kind, id] = head.source.split('/') as [string, string]
  if (kind === 'invoice') return { kind: 'invoice', id }
  if (kind === 'expense' || kind === 'expense-undone') return { kind: 'expense', id }
  const subjectOn = (account: string) => lines.find((line) => line.account_kind === account && line.subject !== null)?.subject
  const expense = subjectOn('payable') ?? subjectOn('member_owed')
  if (expense) return { kind: 'expense', id: expense }
  const invoice = subjectOn('receivable')
  if (invoice) return { kind: 'invoice', id: invoice }
  const credit = subjectOn('customer_credit')
  return credit ? { kind: 'payment', id: credit } : null
}
