/** The columns of this module's tables, as the database gives them. */
export type AgreementTables = {
  agreements: {
    company_id: string
    id: string
    payer_id: string
    name: string
    way: string | null
    product_id: string | null
    course_id: string | null
    note: string
    created_on: string
    offered_on: string | null
    last_sent_on: string | null
    valid_until: string | null
    accepted_on: string | null
    declined_on: string | null
    decline_reason: string | null
    withdrawn_on: string | null
    opening_on: string | null
    changed_at: string
  }
  agreement_terms: {
    company_id: string
    agreement_id: string
    version: bigint
    effective_on: string | null
    terms: string
    state: string
    offer_text: string
    text_hash: string
  }
  agreement_participants: { company_id: string; agreement_id: string; position: bigint; contact_id: string; thing_id: string | null }
  agreement_events: {
    company_id: string
    id: string
    agreement_id: string
    kind: string
    happened_on: string
    milestone_key: string | null
    reason: string
    recorded_at: string
    taken_back_at: string | null
  }
}
