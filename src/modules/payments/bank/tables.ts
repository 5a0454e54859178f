export type TransactionState = 'unmatched' | 'matched' | 'ignored'

/** The columns of the bank's tables, as the database gives them. */
export type BankTables = {
  bank_accounts: { company_id: string; id: string; name: string; iban: string | null; other_id: string | null; currency: string; created_at: string }
  bank_statements: {
    company_id: string
    id: string
    bank_account_id: string
    bank_file_id: string | null
    file_name: string
    file_hash: string
    format: string
    opening_minor: bigint | null
    closing_minor: bigint | null
    new_count: bigint
    known_count: bigint
    imported_at: string
    imported_by: string
  }
  bank_transactions: {
    company_id: string
    id: string
    bank_account_id: string
    statement_id: string
    booked_on: string
    value_on: string
    amount_minor: bigint
    currency: string
    counterparty_name: string | null
    counterparty_iban: string | null
    reference_kind: string | null
    reference: string | null
    end_to_end_id: string | null
    remittance: string
    bank_reference: string | null
    is_reversal: bigint
    is_return: bigint
    is_another: bigint
    ultimate_name: string | null
    instructed_minor: bigint | null
    instructed_currency: string | null
    charges_minor: bigint | null
    format: string
    perhaps_id: string | null
    content_hash: string
    booking_hash: string | null
    state: TransactionState
    contact_id: string | null
  }
  bank_match_facts: {
    company_id: string
    id: string
    bank_transaction_id: string
    kind: string
    certainty: string | null
    reason: string | null
    recorded_at: string
    recorded_by: string
  }
}
