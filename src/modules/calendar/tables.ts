import type { Transaction } from '../../platform/database/database.ts'

export type CalendarTables = {
  sessions: {
    company_id: string
    id: string
    service_id: string
    member_id: string | null
    starts_at: string
    ends_at: string
    zone: string
    place: string
    note: string
    booked_at: string
    cancelled_at: string | null
    cancel_reason: string | null
  }
  session_participants: {
    company_id: string
    id: string
    session_id: string
    contact_id: string
    thing_id: string | null
    agreement_id: string | null
    outcome: string
    booked_on: string
    decided_at: string | null
    units_thousandths: bigint
    unit: string
    rate_minor: bigint | null
    rate_currency: string | null
    rate_per_thousandths: bigint | null
    rate_tax_category: string | null
    rate_is_tax_included: bigint | null
  }
}

export function tables(transaction: Transaction) {
  return transaction.withTables<CalendarTables>()
}
