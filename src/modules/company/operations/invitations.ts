import { fail, Failure, notFound } from '../../../kernel/failure.ts'
import { newId, type CompanyId } from '../../../kernel/id.ts'
import { addSeconds } from '../../../kernel/instant.ts'
import type { MemberRole } from '../../../kernel/role.ts'
import { implement, implementPlatform } from '../../../platform/operation/module.ts'
import { hashOfSecret, newSecret } from '../../../platform/secrets.ts'
import { companyContract } from '../contract.ts'
import type { InvitationMail } from '../jobs.ts'
import { addMember, findCompany, findMembership, findOpenInvitation, tables } from '../store.ts'

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
  const payload: InvitationMail = { email: input.email, link, by: context.actor.name, company: context.company.name, language: context.company.language }
  await context.later({ kind: 'company.mail-invitation', payload })
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

export const readInvitation = implementPlatform(companyContract['company.read-invitation'], async ({ database, now }, input) => {
  const invitation = await findOpenInvitation(database, input.secret, now)
  if (!invitation) return fail('invitation_over')
  const company = await findCompany(database, invitation.company_id)
  return {
    company: company.name,
    accent: company.accent,
    invitedBy: invitation.invited_by,
    email: invitation.email,
    role: invitation.role as MemberRole,
  }
})

export const acceptInvitation = implementPlatform(companyContract['company.accept-invitation'], async (context, input) => {
  const { person, database, now } = context
  if (!person) throw new Failure({ code: 'not_signed_in', kind: 'unauthenticated' })
  const invitation = await findOpenInvitation(database, input.secret, now)
  if (!invitation) return fail('invitation_over')
  const id = invitation.company_id as CompanyId
  if (await findMembership(database, { companyId: id, userId: person.userId })) return fail('already_member')
  // The condition decides between two who open the same link at once.
  const taken = await tables(database)
    .updateTable('invitations')
    .set({ accepted_at: now })
    .where('company_id', '=', id)
    .where('id', '=', invitation.id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return fail('invitation_over')
  await addMember(database, { companyId: id, userId: person.userId, name: person.name, email: person.email, role: invitation.role as MemberRole, now })
  return { id }
})
