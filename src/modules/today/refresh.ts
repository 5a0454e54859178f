import type { AgreementId, ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Subscriber } from '../../platform/operation/module.ts'
import { payersOf } from '../agreements/index.ts'
import { refreshExpected } from './expected-moves.ts'
import { asideFollowsMerge } from './merge.ts'
import { clearExpected, expectedOf, putAside } from './store.ts'

/**
 * Keeps the expected moves true: what changes something of a customer is heard in the same transaction, each customer is
 * looked at once per operation, after everything else has been told.
 */
const eventsOfContact = [
  'deliveries.changed',
  'agreement.offered',
  'agreement.accepted',
  'agreement.declined',
  'agreement.withdrawn',
  'agreement.changed',
  'agreement.ended',
  'agreement.reminded',
  'agreement.paused',
  'agreement.resumed',
  'agreement.renewed',
  'agreement.amended',
  'agreement.milestone-reached',
  'agreement.noticed',
  'agreement.adjusted',
  'agreement.entered',
  'agreement.event-taken-back',
  'invoice.drafted',
  'invoice.draft-changed',
  'invoice.draft-deleted',
  'invoice.issued',
  'invoice.sent',
  'invoice.seen',
  'invoice.credited',
  'invoice.settled',
  'invoice.reopened',
  'invoice.reminded',
  'invoice.opened',
  'invoice.written-off',
  'charges.written-off',
  'payment.received',
  'payment.removed',
  'reminders.paused',
  'reminders.resumed',
] as const

interface About {
  readonly contactId?: ContactId | null
  readonly payerId?: ContactId | null
  readonly contactIds?: readonly ContactId[]
  readonly agreementId?: AgreementId | null
  readonly agreementIds?: readonly AgreementId[]
}

const wanted = new WeakMap<Context, Set<ContactId>>()

async function hear(context: Context, about: About): Promise<void> {
  const agreementIds = [...(about.agreementIds ?? []), ...(about.agreementId ? [about.agreementId] : [])]
  const contactIds = [about.contactId, about.payerId, ...(about.contactIds ?? []), ...(await payersOf(context, agreementIds))]
  for (const contactId of contactIds) if (contactId) want(context, contactId)
}

function want(context: Context, contactId: ContactId): void {
  const waiting = wanted.get(context) ?? new Set()
  wanted.set(context, waiting)
  if (waiting.has(contactId)) return
  waiting.add(contactId)
  context.emit('today.refresh', { contactId })
}

async function refresh(context: Context, { contactId }: { contactId: ContactId }): Promise<void> {
  wanted.get(context)?.delete(contactId)
  await refreshExpected(context, contactId)
}

async function forget(context: Context, { contactId, otherId }: { contactId: ContactId; otherId?: ContactId }): Promise<void> {
  if (otherId === undefined) return clearExpected(context, contactId)
  await asideFollowsMerge(context, { contactId, otherId })
  await clearExpected(context, otherId)
  want(context, contactId)
}

/** The customer knows how the hours stand: it need not be told again until they stand differently. */
async function quietAfterTold(context: Context, { agreementId, contactId }: { agreementId: AgreementId; contactId: ContactId }): Promise<void> {
  for (const move of await expectedOf(context, contactId)) {
    const isTold = move.kind === 'retainer-nearly-used' && move.subject.id === agreementId
    if (isTold) await putAside(context, { cause: move.cause, until: null })
  }
}

/** Days that changed for everybody: everybody is looked at. */
async function refreshAll(context: Context): Promise<void> {
  await refreshExpected(context)
}

export const refreshers: Readonly<Record<string, Subscriber>> = {
  ...Object.fromEntries(eventsOfContact.map((event) => [event, hear as Subscriber])),
  'today.refresh': refresh as Subscriber,
  'balance.told': quietAfterTold as Subscriber,
  'reminders.days-changed': refreshAll as Subscriber,
  'contact.merged': forget as Subscriber,
  'contact.erased': forget as Subscriber,
}
