import { addMonths, type Day } from '../../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../../kernel/id.ts'
import type { Place } from '../store.ts'

type LexiconTables = {
  agreements: { company_id: string; id: string; payer_id: string; name: string; accepted_on: string | null }
  agreement_terms: { company_id: string; agreement_id: string; version: bigint; terms: string }
  agreement_events: { company_id: string; agreement_id: string; kind: string; happened_on: string; taken_back_at: string | null }
}

/** What quick capture completes of an agreement. */
export interface AgreementWords {
  readonly id: AgreementId
  readonly name: string
  readonly payerId: ContactId
}

/** Accepted agreements that have not visibly ended, latest first, at most `limit`. Light: no ledger, terms only glanced at. */
export async function agreementWords(place: Place & { readonly today: Day }, limit = 1500): Promise<AgreementWords[]> {
  const database = place.database.withTables<LexiconTables>()
  const rows = await database
    .selectFrom('agreements')
    .innerJoin('agreement_terms', (join) =>
      join.onRef('agreement_terms.company_id', '=', 'agreements.company_id').onRef('agreement_terms.agreement_id', '=', 'agreements.id'),
    )
    .select([
      'agreements.id as id',
      'agreements.name as name',
      'agreements.payer_id as payerId',
      'agreements.accepted_on as acceptedOn',
      'agreement_terms.terms as terms',
    ])
    .where('agreements.company_id', '=', place.company.id)
    .where('agreements.accepted_on', 'is not', null)
    .where('agreement_terms.version', '=', 1n)
    .orderBy('agreements.id', 'desc')
    .limit(limit)
    .execute()
  const events = await database
    .selectFrom('agreement_events')
    .select(['agreement_id', 'kind', 'happened_on'])
    .where('company_id', '=', place.company.id)
    .where('kind', 'in', ['ended_early', 'renewed'])
    .where('taken_back_at', 'is', null)
    .execute()
  const ended = new Set(events.filter((event) => event.kind === 'ended_early' && event.happened_on < place.today).map((event) => event.agreement_id))
  const renewed = new Set(events.filter((event) => event.kind === 'renewed').map((event) => event.agreement_id))
  return rows
    .filter((row) => !ended.has(row.id) && (renewed.has(row.id) || !isOver(row.terms, row.acceptedOn as Day, place.today)))
    .map((row) => ({ id: row.id as AgreementId, name: row.name, payerId: row.payerId as ContactId }))
}

/** A single term that does not renew by itself and is past. */
function isOver(text: string, acceptedOn: Day, today: Day): boolean {
  const { duration } = JSON.parse(text) as { duration: { startsOn: Day | null; termMonths: number | null; renewal: string } }
  if (duration.termMonths === null || duration.renewal === 'automatic') return false
  return addMonths(duration.startsOn ?? acceptedOn, duration.termMonths) < today
}
