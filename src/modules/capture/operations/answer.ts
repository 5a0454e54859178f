import type { ContactId } from '../../../kernel/id.ts'
import { isPositive, sum } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { describeAgreements, factsOf, findAgreements } from '../../agreements/index.ts'
import { stateOf } from '../../agreements/lifecycle.ts'
import { nextSessionOf } from '../../calendar/index.ts'
import { readContactDetail } from '../../contacts/index.ts'
import { payablesOf } from '../../invoicing/index.ts'
import { lastPaymentOf } from '../../payments/index.ts'
import { captureContract } from '../contract.ts'

/** Who is this customer, what was agreed, what is left, open and paid, what comes next: without a page. */
export const answer = implement(captureContract['capture.answer'], async (context, { contactId }) => {
  const contact = await readContactDetail(context, contactId)
  const open = (await payablesOf(context, { contactId })).filter((invoice) => isPositive(invoice.open))
  const lines = await agreedWith(context, contactId)
  const next = await nextSessionOf(context, contactId)
  return {
    contactId,
    name: contact.name,
    email: contact.emails.find((entry) => entry.isPreferred)?.value ?? contact.emails[0]?.value ?? '',
    phone: contact.phones.find((entry) => entry.isPreferred)?.value ?? contact.phones[0]?.value ?? '',
    open: [...Map.groupBy(open, (invoice) => invoice.currency)].map(([currency, own]) =>
      sum(
        own.map((invoice) => invoice.open),
        currency,
      ),
    ),
    isOverdue: open.some((invoice) => invoice.nextDueOn !== null && invoice.nextDueOn < context.today),
    balances: lines.flatMap((line) =>
      line.standing.map((standing) => ({ agreementId: line.id, name: line.name, unit: standing.unit, left: standing.isUnlimited ? null : standing.left })),
    ),
    agreements: lines.map(({ id, name, sentence }) => ({ agreementId: id, name, sentence })),
    lastPayment: (await lastPaymentOf(context, contactId)) ?? null,
    next: next ? { sessionId: next.sessionId, startsAt: next.startsAt, name: next.name } : null,
    lastActivityAt: contact.lastActivityAt,
  }
})

/** What runs, is paused or begins later, as lists show it. */
async function agreedWith(context: Context, contactId: ContactId) {
  const agreed = (await findAgreements(context, { contactId })).filter((agreement) => standing.has(stateOf(factsOf(agreement), context.today)))
  return describeAgreements(context, agreed)
}

const standing: ReadonlySet<string> = new Set(['active', 'paused', 'upcoming'])
