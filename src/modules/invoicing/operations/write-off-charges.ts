import { fail } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry } from '../../contacts/index.ts'
import { accountDeliveries } from '../charges/account-deliveries.ts'
import { insertWriteOffs } from '../charges/store.ts'
import { unbilledOf } from '../charges/unbilled.ts'
import { invoicingContract } from '../contract.ts'

export const writeOffCharges = implement(invoicingContract['invoicing.write-off-charges'], async (context, input) => {
  const { charges } = await unbilledOf(context, { contactId: input.contactId })
  const wanted = new Set(input.charges)
  const chosen = charges.filter((charge) => charge.contactId === input.contactId && wanted.has(charge.identity))
  if (chosen.length !== wanted.size) fail('charge_unknown')
  await insertWriteOffs(context, chosen, input.reason)
  await accountDeliveries(
    context,
    chosen.map((charge) => charge.cause),
  )
  await addTimelineEntry(context, {
    contactId: input.contactId,
    kind: 'charges.written-off',
    parameters: { names: [...new Set(chosen.map((charge) => charge.name))].join(', ').slice(0, 300), reason: input.reason },
  })
  context.emit('charges.written-off', { contactId: input.contactId, charges: chosen })
  return { count: chosen.length }
})
