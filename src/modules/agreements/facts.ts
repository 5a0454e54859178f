import type { Day } from '../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../kernel/id.ts'
import type { Terms } from '../offer/terms.ts'

/** Everything that is known of an agreement; its state, periods, end and renewals follow from it. */
export interface AgreementFacts {
  readonly id: AgreementId
  readonly payerId: ContactId
  /** The name of the product as the customer should read it. */
  readonly name: string
  readonly offeredOn: Day | null
  /** The last day on which the offer can be accepted; null is without limit. */
  readonly validUntil: Day | null
  readonly acceptedOn: Day | null
  readonly declinedOn: Day | null
  readonly withdrawnOn: Day | null
  /** Of an agreement that ran before Cloudburo: what fell due before this day was billed elsewhere. */
  readonly openingOn: Day | null
  /** The terms as sold, version 1, and each accepted amendment with its day. Never empty, in the order of versions. */
  readonly versions: readonly TermsVersion[]
  readonly events: readonly AgreementEvent[]
}

export interface TermsVersion {
  readonly version: number
  /** Null for the terms as sold: they hold from the start. */
  readonly effectiveOn: Day | null
  readonly terms: Terms
}

/**
 * paused: from this day on; resumed: runs again from this day on; notice_given: on the day it was received;
 * ended_early: the last day; renewed: one more term was agreed; milestone_reached: names the milestone.
 */
export type AgreementEvent =
  | { readonly kind: 'paused' | 'resumed' | 'notice_given' | 'ended_early' | 'renewed'; readonly on: Day }
  | { readonly kind: 'milestone_reached'; readonly on: Day; readonly key: string }
