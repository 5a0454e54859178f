import { yearOf } from '../../../kernel/day.ts'
import { Failure } from '../../../kernel/failure.ts'
import type { CompanyId, Id, MemberId, ServiceId, UserId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Language } from '../../../kernel/language.ts'
import { Percent } from '../../../kernel/percent.ts'
import type { MemberRole } from '../../../kernel/role.ts'
import { implement, implementPlatform } from '../../../platform/operation/module.ts'
import { companyContract, type seriesKindSchema } from '../contract.ts'
import { proposalFor } from '../countries.ts'
import { companyDetails } from '../details.ts'
import { findTaxRates, tables } from '../store.ts'
import type { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'

export const readCompany = implement(companyContract['company.read'], async (context) => {
  const database = tables(context.database)
  const companyId = context.company.id
  const company = await companyDetails(context)
  const members = await database.selectFrom('members').selectAll().where('company_id', '=', companyId).orderBy('id').execute()
  const capabilities = await database.selectFrom('member_capabilities').selectAll().where('company_id', '=', companyId).execute()
  const invitations = await database
    .selectFrom('invitations')
    .select(['id', 'email', 'role', 'expires_at'])
    .where('company_id', '=', companyId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', context.now)
    .orderBy('id')
    .execute()
  const series = await database
    .selectFrom('number_series')
    .leftJoin('number_counters', (join) =>
      join
        .onRef('number_counters.company_id', '=', 'number_series.company_id')
        .onRef('number_counters.kind', '=', 'number_series.kind')
        .on('number_counters.year', '=', BigInt(yearOf(context.today))),
    )
    .select(['number_series.kind as kind', 'format', 'next'])
    .where('number_series.company_id', '=', companyId)
    .orderBy('number_series.kind', 'desc')
    .execute()
  return {
    company,
    members: members.map((member) => ({
      id: member.id as MemberId,
      name: member.name,
      email: member.email,
      role: member.role as MemberRole,
      capabilities: capabilities.filter((each) => each.member_id === member.id).map((each) => each.service_id as ServiceId),
      hasLeft: member.left_at !== null,
    })),
    invitations: invitations.map((invitation) => ({
      id: invitation.id as Id<'invitation'>,
      email: invitation.email,
      role: invitation.role as MemberRole,
      expiresAt: invitation.expires_at as Instant,
    })),
    taxRates: (await findTaxRates(context.database, companyId)).map(({ basisPoints, ...rate }) => ({
      ...rate,
      rate: new Percent(basisPoints),
    })),
    series: series.map((each) => ({
      kind: each.kind as z.output<typeof seriesKindSchema>,
      format: each.format,
      next: Number(each.next ?? 1n),
    })),
  }
})

export const proposeCompany = implementPlatform(companyContract['company.propose'], async (_context, input) => {
  const proposal = proposalFor(input.country)
  return {
    currency: proposal.currency,
    languages: [...proposal.languages],
    zone: proposal.zone,
    daysToPay: proposal.daysToPay,
    rates: proposal.rates.map((rate) => ({
      category: rate.category,
      rate: new Percent(rate.basisPoints),
      validFrom: rate.from as Day,
      validTo: (rate.to ?? null) as Day | null,
    })),
  }
})

export const listMine = implementPlatform(companyContract['company.mine'], async (context) => {
  const { person } = context
  if (!person) throw new Failure({ code: 'not_signed_in', kind: 'unauthenticated' })
  const rows = await tables(context.database)
    .selectFrom('members')
    .innerJoin('companies', 'companies.id', 'members.company_id')
    .selectAll('companies')
    .select(['members.role as role', 'members.id as memberId'])
    .where('members.user_id', '=', person.userId)
    .where('members.left_at', 'is', null)
    .orderBy('companies.name')
    .execute()
  return {
    person: { id: person.userId as UserId, name: person.name, email: person.email },
    companies: rows.map((row) => ({
      id: row.id as CompanyId,
      name: row.name,
      role: row.role as MemberRole,
      country: row.country,
      currency: row.currency,
      language: row.language as Language,
      zone: row.zone,
      accent: row.accent,
      hasLogo: row.logo_file !== null,
      daysToPay: Number(row.days_to_pay),
      isTaxIncluded: row.is_tax_included === 1n,
      memberId: row.memberId as MemberId,
    })),
  }
})
