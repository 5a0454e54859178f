import { fail, notFound } from '../../../kernel/failure.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyContract } from '../contract.ts'
import { tables } from '../store.ts'

export const changeMember = implement(companyContract['company.change-member'], async (context, input) => {
  const member = await findMember(context, input.memberId)
  if (input.role !== undefined && input.role !== member.role) {
    if (member.role === 'owner') await assertAnotherOwner(context, member.id)
    await tables(context.database)
      .updateTable('members')
      .set({ role: input.role })
      .where('company_id', '=', context.company.id)
      .where('id', '=', member.id)
      .execute()
  }
  if (input.capabilities !== undefined) {
    await tables(context.database).deleteFrom('member_capabilities').where('company_id', '=', context.company.id).where('member_id', '=', member.id).execute()
    const rows = [...new Set(input.capabilities)].map((serviceId) => ({ company_id: context.company.id, member_id: member.id, service_id: serviceId }))
    if (rows.length > 0) await tables(context.database).insertInto('member_capabilities').values(rows).execute()
  }
  return { id: member.id }
})

export const removeMember = implement(companyContract['company.remove-member'], async (context, input) => {
  const member = await findMember(context, input.memberId)
  if (member.role === 'owner') await assertAnotherOwner(context, member.id)
  await tables(context.database)
    .updateTable('members')
    .set({ left_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('id', '=', member.id)
    .execute()
  return { id: member.id }
})

export const restoreMember = implement(companyContract['company.restore-member'], async (context, input) => {
  const result = await tables(context.database)
    .updateTable('members')
    .set({ left_at: null })
    .where('company_id', '=', context.company.id)
    .where('id', '=', input.memberId)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) notFound('member')
  return { id: input.memberId }
})

async function findMember(context: Context, memberId: string) {
  const member = await tables(context.database)
    .selectFrom('members')
    .select(['id', 'role'])
    .where('company_id', '=', context.company.id)
    .where('id', '=', memberId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return member ?? notFound('member')
}

/** A company without an owner could never be changed again. */
async function assertAnotherOwner(context: Context, memberId: string): Promise<void> {
  const other = await tables(context.database)
    .selectFrom('members')
    .select('id')
    .where('company_id', '=', context.company.id)
    .where('role', '=', 'owner')
    .where('left_at', 'is', null)
    .where('id', '!=', memberId)
    .executeTakeFirst()
  if (!other) fail('last_owner')
}
