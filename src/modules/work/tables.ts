import type { Transaction } from '../../platform/database/database.ts'

export type WorkTables = {
  time_entries: {
    company_id: string
    id: string
    member_id: string | null
    contact_id: string
    agreement_id: string | null
    service_id: string | null
    performed_on: string
    minutes: bigint
    note: string
    is_billable: bigint
    rate_minor: bigint | null
    rate_currency: string | null
    rate_per_thousandths: bigint | null
    rate_tax_category: string | null
    rate_is_tax_included: bigint | null
    recorded_at: string
    changed_at: string
    removed_at: string | null
  }
  timers: {
    company_id: string
    member_id: string
    started_at: string
    contact_id: string | null
    agreement_id: string | null
    service_id: string | null
    note: string
  }
}

export function tables(transaction: Transaction) {
  return transaction.withTables<WorkTables>()
}
