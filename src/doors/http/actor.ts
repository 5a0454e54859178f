import type { Context as HonoContext } from 'hono'
import { Failure } from '../../kernel/failure.ts'
import { isId } from '../../kernel/id.ts'
import { chooseLanguage, type Language } from '../../kernel/language.ts'
import { actorOfToken, findMembership } from '../../modules/company/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Actor, CompanyScope, Person } from '../../platform/operation/context.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'

export interface Visitor {
  readonly person: Person | undefined
  /** Present when the request names a company that the visitor belongs to. */
  readonly seat: { actor: Actor; company: CompanyScope } | undefined
}

/**
 * Who sent the request: a session cookie with the company in the header `cloudburo-company`, or a bearer token, which
 * belongs to one company. A company of which the person is no member is told like one that does not exist.
 */
export async function visitorOf(request: Request, services: { database: Database; signIn: SignIn; clock: Clock }): Promise<Visitor> {
  const { database, signIn, clock } = services
  const bearer = /^Bearer (\S{20,200})$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer) {
    const seat = await database.readPlatform((transaction) => actorOfToken(transaction, bearer, clock.now()))
    if (!seat) throw new Failure({ code: 'token_invalid', kind: 'unauthenticated' })
    return { person: undefined, seat }
  }
  const person = await signIn.personOf(request.headers)
  const companyId = request.headers.get('cloudburo-company') ?? new URL(request.url).searchParams.get('company')
  if (!person || !companyId) return { person, seat: undefined }
  if (!isId(companyId)) throw companyUnknown()
  const membership = await database.readPlatform((transaction) => findMembership(transaction, { companyId, userId: person.userId }))
  if (!membership) throw companyUnknown()
  const { company, memberId, name, role } = membership
  return { person, seat: { company, actor: { kind: 'user', userId: person.userId, memberId, name, role } } }
}

export function requiredSeat(visitor: Visitor): { actor: Actor; company: CompanyScope } {
  if (visitor.seat) return visitor.seat
  if (visitor.person !== undefined) throw new Failure({ code: 'company_missing', kind: 'invalid' })
  throw new Failure({ code: 'not_signed_in', kind: 'unauthenticated' })
}

/** The language of answers: what the office sends, else what the browser or program prefers. */
export function languageOf(context: HonoContext): Language {
  return chooseLanguage([context.req.header('cloudburo-language') ?? '', ...(context.req.header('accept-language') ?? '').split(',')])
}

function companyUnknown(): Failure {
  return new Failure({ code: 'not_found', kind: 'not_found', details: { noun: 'company' } })
}
