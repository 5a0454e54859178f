import { newId, type AgreementId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Place } from '../store.ts'

type EvidenceTables = {
  agreement_evidence: {
    company_id: string
    id: string
    agreement_id: string
    version: bigint
    decision: string
    name: string
    decided_at: string
    address: string | null
    offer_text: string
    text_hash: string
    reason: string
  }
}

/** Who decided what, when, from where, and on which words. Added, never edited: the database refuses. */
export interface Evidence {
  readonly version: number
  readonly decision: 'accepted' | 'declined'
  readonly name: string
  readonly at: Instant
  readonly address: string | null
  readonly offerText: string
  readonly textHash: string
  readonly reason: string
}

const tables = (place: Place) => place.database.withTables<EvidenceTables>()

export async function addEvidence(place: Place, agreementId: AgreementId, evidence: Evidence): Promise<void> {
  await tables(place)
    .insertInto('agreement_evidence')
    .values({
      company_id: place.company.id,
      id: newId<'agreement-evidence'>(),
      agreement_id: agreementId,
      version: BigInt(evidence.version),
      decision: evidence.decision,
      name: evidence.name,
      decided_at: evidence.at,
      address: evidence.address,
      offer_text: evidence.offerText,
      text_hash: evidence.textHash,
      reason: evidence.reason,
    })
    .execute()
}

export async function evidenceOf(place: Place, agreementId: AgreementId): Promise<Evidence[]> {
  const rows = await tables(place)
    .selectFrom('agreement_evidence')
    .selectAll()
    .where('company_id', '=', place.company.id)
    .where('agreement_id', '=', agreementId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    version: Number(row.version),
    decision: row.decision as Evidence['decision'],
    name: row.name,
    at: row.decided_at as Instant,
    address: row.address,
    offerText: row.offer_text,
    textHash: row.text_hash,
    reason: row.reason,
  }))
}
