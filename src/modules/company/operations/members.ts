import { fail, Failure, notFound } from '../../../kernel/failure.ts'
import { newId, type CompanyId } from '../../../kernel/id.ts'
import { addSeconds } from '../../../kernel/instant.ts'
import type { MemberRole } from '../../../kernel/role.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement, implementPlatform } from '../../../platform/operation/module.ts'
import { hashOfSecret, newSecret } from '../../../platform/secrets.ts'
import { companyContract } from '../contract.ts'
import { addMember, tables } from '../store.ts'

const invitationDays = 14

export const invite = implement(companyContract['company.invite'], async (context, input) => {
  const secret = newSecret()
  const id = newId<'invitation'>()
  await tables(context.database)
    .insertInto('invitations')
    .values({
      company_id: context.company.id,
      id,
      email: input.email,
      role: input.role,
      secret_hash: hashOfSecret(secret),
      invited_by: context.actor.name,
      expires_at: addSeconds(context.now, invitationDays * 86_400),
      accepted_at: null,
      withdrawn_at: null,
    })
    .execute()
  const link = `${context.publicUrl}/join/${secret}`
  await context.later({ kind: 'company.mail-invitation', payload: { email: input.email, link, by: context.actor.name } })
  return { id, link }
})

export const withdrawInvitation = implement(companyContract['company.withdraw-invitation'], async (context, input) => {
  const result = await tables(context.database)
    .updateTable('invitations')
    .set({ withdrawn_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('id', '=', input.invitationId)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) notFound('invitation')
  return { id: input.invitationId }
})

export const acceptInvitation = implementPlatform(companyContract['company.accept-invitation'], async (context, input) => {
  const { person, database, now } = context
  if (!person) throw new Failure({ code: 'not_signed_in', kind: 'unauthenticated' })
  const invitation = await tables(database).selectFrom('invitations').selectAll().where('secret_hash', '=', hashOfSecret(input.secret)).executeTakeFirst()
  if (!invitation || invitation.withdrawn_at !== null || invitation.expires_at <= now) return fail('invitation_over')
  const id = invitation.company_id as CompanyId
  if (invitation.accepted_at !== null) return fail('invitation_over')
  await tables(database).updateTable('invitations').set({ accepted_at: now }).where('company_id', '=', id).where('id', '=', invitation.id).execute()
  await addMember(database, { companyId: id, userId: person.userId, name: person.name, email: person.email, role: invitation.role as MemberRole, now })
  return { id }
})

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
