import type { ContactId } from '../../../kernel/id.ts'
import { isPositive, sum } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { describeAgreements, factsOf, findAgreements } from '../../agreements/index.ts'
import { stateOf } from '../../agreements/lifecycle.ts'
import { nextSessionOf } from '../../calendar/index.ts'
import { readContactDetail } from '../../contacts/index.ts'
import { payablesOf } from '../../invoicing/index.ts'
import { captureContract } from '../contract.ts'

/** Who is this customer, what is open, what is left, what comes next: without a page. */
export const answer = implement(captureContract['capture.answer'], async (context, { contactId }) => {
  const contact = await readContactDetail(context, contactId)
  const open = (await payablesOf(context, { contactId })).filter((invoice) => isPositive(invoice.open))
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
    balances: await balancesOf(context, contactId),
    next: next ? { sessionId: next.sessionId, startsAt: next.startsAt, name: next.name } : null,
    lastActivityAt: contact.lastActivityAt,
  }
})

async function balancesOf(context: Context, contactId: ContactId) {
  const running = (await findAgreements(context, { contactId })).filter((agreement) => stateOf(factsOf(agreement), context.today) === 'active')
  const lines = await describeAgreements(context, running)
  return lines.flatMap((line) =>
    line.standing.map((standing) => ({ agreementId: line.id, name: line.name, unit: standing.unit, left: standing.isUnlimited ? null : standing.left })),
  )
}
