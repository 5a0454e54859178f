import { notFound } from '../../../kernel/failure.ts'
import type { ContactId } from '../../../kernel/id.ts'
import { add, isPositive, zero, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import type { AgreementLine } from '../../agreements/contract.ts'
import { describeAgreements, factsOf, findAgreements } from '../../agreements/index.ts'
import { stateOf } from '../../agreements/lifecycle.ts'
import { nextSessionOf } from '../../calendar/index.ts'
import { readContactDetail, readTimeline } from '../../contacts/index.ts'
import { byCustomer, payablesOf, unbilledOf, type Payable } from '../../invoicing/index.ts'
import { messagesUnanswered } from '../../messages/index.ts'
import { remindersDue } from '../../payments/index.ts'
import { threadContract } from '../contract.ts'
import { suggest } from '../suggest.ts'

const statesShown: ReadonlySet<string> = new Set(['draft', 'offered', 'upcoming', 'active', 'paused'])

/** The whole thread in one read transaction: a handful of indexed queries, all by the contact. */
export const readThread = implement(threadContract['thread.read'], async (context, { contactId, limit }) => {
  const detail = await readContactDetail(context, contactId)
  const stored = await findAgreements(context, { contactId })
  const agreements = await describeAgreements(
    context,
    stored.filter((agreement) => statesShown.has(stateOf(factsOf(agreement), context.today))),
  )
  const open = (await payablesOf(context, { contactId })).filter((invoice) => isPositive(invoice.open))
  const unbilled = byCustomer((await unbilledOf(context, { contactId })).charges).map(({ amount, since }) => ({ amount, since }))
  const next = await nextSessionOf(context, contactId)
  const unanswered = await messagesUnanswered(context, { contactId, limit: 20 })
  const reminders = open.some((invoice) => invoice.nextDueOn !== null && invoice.nextDueOn < context.today) ? await remindersDue(context, { contactId }) : []
  return {
    contact: contactOf(detail),
    relationships: detail.relationships.map(({ kind, otherId, otherName, otherKind }) => ({ kind, otherId, otherName, otherKind })),
    tasks: detail.tasks.map(({ id, kind, title, dueOn }) => ({ id, kind, title, dueOn })),
    agreements,
    money: openByCurrency(open, context),
    unbilled,
    nextSession: next ? { id: next.sessionId, name: next.name, startsAt: next.startsAt, place: next.place } : null,
    unanswered: unanswered.length,
    timeline: await timelinePage(context, { contactId, limit }),
    suggestions: suggest({
      contactId,
      isThing: detail.kind === 'thing',
      today: context.today,
      openInvoices: open.map((invoice) => ({ id: invoice.id, number: invoice.number, open: invoice.open, dueOn: invoice.nextDueOn })),
      reminder: reminders.find((reminder) => reminder.isDue) ?? null,
      unbilled,
      offers: agreements.filter((agreement) => agreement.state === 'offered' && agreement.payerId === contactId),
      tasks: detail.tasks,
      unansweredMessageId: unanswered[0]?.id ?? null,
      hasRunningAgreement: agreements.some(isRunning),
    }),
  }
})

export const readThreadTimeline = implement(threadContract['thread.timeline'], async (context, { contactId, after, limit }) =>
  timelinePage(context, { contactId, limit, after }),
)

/** A page, the latest first; the cursor is the last entry's moment and id. */
async function timelinePage(context: Context, options: { contactId: ContactId; limit: number; after?: string | undefined }) {
  const [occurredAt, id] = options.after?.split(' ') ?? []
  if (options.after !== undefined && (!occurredAt || !id)) notFound('timeline')
  const before = occurredAt && id ? { occurredAt, id } : undefined
  const found = await readTimeline(context, { contactId: options.contactId, before, limit: options.limit + 1 })
  const entries = found.slice(0, options.limit)
  const last = entries.at(-1)
  return {
    entries: entries.map((entry) => ({
      id: entry.id,
      occurredAt: entry.occurredAt,
      kind: entry.kind,
      subjectId: entry.subjectId,
      actorName: entry.actorName,
      parameters: { ...entry.parameters },
    })),
    next: found.length > options.limit && last ? `${last.occurredAt} ${last.id}` : null,
  }
}

function contactOf(detail: Awaited<ReturnType<typeof readContactDetail>>) {
  const { id, kind, name, state, thingKind, jobTitle, remark, vatNumber, birthDay, isArchived, isErased, lastActivityAt, attributes } = detail
  return {
    id,
    kind,
    name,
    state,
    thingKind,
    jobTitle,
    remark,
    vatNumber,
    birthDay,
    isArchived,
    isErased,
    lastActivityAt,
    emails: detail.emails.map(({ label, value }) => ({ label, value })),
    phones: detail.phones.map(({ label, value }) => ({ label, value })),
    addresses: detail.addresses.map((address) => ({
      label: address.label,
      lines: [...address.street.split('\n'), `${address.postalCode} ${address.city}`.trim(), address.country].filter((line) => line !== ''),
    })),
    attributes: attributes.map(({ name: attribute, value }) => ({ name: attribute, value })),
  }
}

function openByCurrency(open: readonly Payable[], { today }: Context): { open: Money; overdue: Money }[] {
  return [...Map.groupBy(open, (invoice) => invoice.currency)].sort().map(([currency, invoices]) => ({
    open: invoices.reduce((total, invoice) => add(total, invoice.open), zero(currency)),
    overdue: invoices
      .filter((invoice) => invoice.nextDueOn !== null && invoice.nextDueOn < today)
      .reduce((total, invoice) => add(total, invoice.open), zero(currency)),
  }))
}

function isRunning(agreement: AgreementLine): boolean {
  return agreement.state === 'active' || agreement.state === 'upcoming' || agreement.state === 'paused'
}
