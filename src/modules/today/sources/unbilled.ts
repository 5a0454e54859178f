import type { ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { contactNames } from '../../contacts/index.ts'
import { byCustomer, unbilledOf } from '../../invoicing/index.ts'
import type { Move } from '../move.ts'
import { unbilledWorkMove } from '../moves/unbilled-work.ts'

export async function unbilledMoves(context: Context, filter: { contactId?: ContactId | undefined }): Promise<Move[]> {
  const { charges } = await unbilledOf(context, filter)
  const customers = byCustomer(charges)
  const names = await contactNames(
    context,
    customers.map((customer) => customer.contactId),
  )
  return customers.flatMap((customer) => unbilledWorkMove({ ...customer, contactName: names.get(customer.contactId) ?? '' }, context.today) ?? [])
}
