import type { Transaction } from '../../platform/database/database.ts'

export type BookTables = {
  journal_entries: {
    company_id: string
    id: string
    sequence: bigint
    posted_on: string
    fact_on: string
    kind: string
    source: string
    document: string | null
    party_name: string | null
    party_number: bigint | null
    recorded_at: string
    recorded_by: string
    previous_hash: string
    hash: string
  }
  journal_lines: {
    company_id: string
    entry_id: string
    position: bigint
    posted_on: string
    account: string
    account_kind: string
    amount_minor: bigint
    foreign_minor: bigint | null
    foreign_currency: string | null
    subject: string | null
    fact: string
    tax_code: string | null
    tax_basis_points: bigint | null
  }
  journal_sources: { company_id: string; source: string; entry_id: string | null }
  journal_progress: { company_id: string; kind: string; place: string }
  ledger_parties: { company_id: string; side: 'customer' | 'supplier'; key: string; number: bigint; name: string }
  account_choices: {
    company_id: string
    id: string
    kind: string
    number: string
    name: string | null
    recorded_at: string
    recorded_by: string
  }
  period_closings: {
    company_id: string
    id: string
    kind: 'closed' | 'reopened'
    closed_until: string | null
    reason: string | null
    recorded_at: string
    recorded_by: string
  }
}

export function tables(transaction: Transaction) {
  return transaction.withTables<BookTables>()
}
