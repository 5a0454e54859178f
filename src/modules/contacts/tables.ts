import type { Transaction } from '../../platform/database/database.ts'

export type ContactTables = {
  contacts: {
    company_id: string
    id: string
    kind: string
    name: string
    sort_name: string
    given_name: string
    family_name: string
    job_title: string
    thing_kind: string
    birth_day: string | null
    language: string | null
    currency: string | null
    zone: string | null
    vat_number: string
    buyer_reference: string
    remark: string
    attributes: string
    email: string
    phone: string
    city: string
    customer_from: string | null
    customer_until: string | null
    import_id: string | null
    created_at: string
    changed_at: string
    last_activity_at: string
    archived_at: string | null
    erased_at: string | null
    removed_at: string | null
    merged_into_id: string | null
  }
  contact_entries: {
    company_id: string
    id: string
    contact_id: string
    kind: string
    label: string
    value: string
    match_key: string
    is_preferred: bigint
    position: bigint
  }
  contact_addresses: {
    company_id: string
    id: string
    contact_id: string
    label: string
    street: string
    postal_code: string
    city: string
    region: string
    country: string
    is_preferred: bigint
    position: bigint
  }
  contact_relationships: { company_id: string; id: string; from_id: string; kind: string; to_id: string; created_at: string }
  contact_notes: { company_id: string; id: string; contact_id: string; content: string; author: string; created_at: string }
  contact_tasks: {
    company_id: string
    id: string
    contact_id: string | null
    kind: string
    title: string
    due_on: string
    created_at: string
    done_at: string | null
    done_by: string | null
  }
}

export function tables(transaction: Transaction) {
  return transaction.withTables<ContactTables>()
}
