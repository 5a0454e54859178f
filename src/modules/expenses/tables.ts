import type { Transaction } from '../../platform/database/database.ts'

export type ExpenseTables = {
  expenses: {
    company_id: string
    id: string
    state: string
    source: string
    revision: bigint
    contact_id: string | null
    payee_folded: string
    document_folded: string
    issued_on: string | null
    category: string
    currency: string
    gross_minor: bigint
    paid_minor: bigint
    receipt_count: bigint
    created_at: string
  }
  expense_revisions: {
    company_id: string
    id: string
    expense_id: string
    revision: bigint
    payee_name: string | null
    payee_street: string | null
    payee_postal_code: string | null
    payee_city: string | null
    payee_country: string | null
    payee_vat_number: string | null
    payee_iban: string | null
    document_number: string | null
    issued_on: string | null
    due_on: string | null
    category: string
    description: string
    currency: string
    paid_by: string
    member_id: string | null
    reference_kind: string | null
    reference: string | null
    contact_id: string | null
    agreement_id: string | null
    rebill_minor: bigint | null
    rebill_currency: string | null
    net_minor: bigint
    tax_minor: bigint
    gross_minor: bigint
    recorded_at: string
    recorded_by: string
  }
  expense_revision_parts: {
    company_id: string
    expense_id: string
    revision: bigint
    position: bigint
    treatment: string
    basis_points: bigint
    net_minor: bigint
    tax_minor: bigint
    gross_minor: bigint
  }
  expense_turns: { company_id: string; id: string; expense_id: string; kind: string; recorded_at: string; recorded_by: string }
  expense_payments: {
    company_id: string
    id: string
    expense_id: string
    paid_on: string
    amount_minor: bigint
    currency: string
    charged_minor: bigint | null
    charged_currency: string | null
    method: string
    is_automatic: bigint
    bank_transaction_id: string | null
    reverses_id: string | null
    recorded_at: string
    recorded_by: string
  }
  expense_receipts: {
    company_id: string
    id: string
    expense_id: string
    file: string
    file_name: string
    content_type: string
    size: bigint
    received_at: string
    received_by: string
    received_via: string
  }
  expense_rhythms: {
    company_id: string
    id: string
    expense_id: string
    rhythm: string
    from_on: string
    next_count: bigint
    next_on: string
    recorded_at: string
    recorded_by: string
    ended_at: string | null
  }
  expense_repetitions: { company_id: string; rhythm_id: string; due_on: string; expense_id: string }
  expense_readings: {
    company_id: string
    id: string
    receipt_id: string
    kind: string
    proposal: string | null
    is_certain: bigint
    findings: string
    problem: string | null
    picture_file: string | null
    read_at: string
  }
}

export function tables(transaction: Transaction) {
  return transaction.withTables<ExpenseTables>()
}
