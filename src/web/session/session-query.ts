import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { fold } from '../../kernel/fold.ts'
import { call } from '../kit/client.ts'
import { asProblem, type Problem } from '../kit/problem.ts'
import { queryClient } from '../kit/query.ts'
import type { Session, SessionCompany } from '../kit/session.tsx'
import '../operations.ts'

const sessionKey = ['session'] as const

/** Who is signed in and in which companies. Fails with status 401 when nobody is. */
export function useSessionQuery(): UseQueryResult<Session, Problem> {
  return useQuery<Session, Problem>({
    queryKey: sessionKey,
    queryFn: () => readSession().catch((error) => Promise.reject(asProblem(error))),
    staleTime: 60_000,
  })
}

/** Asks again who is signed in: after signing in, setting up or joining a company, or renaming it. */
export function reloadSession(): Promise<Session> {
  return queryClient.fetchQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 0 })
}

/** Forgets everything that was read for the person who signed out. */
export function forgetSession(): void {
  queryClient.clear()
}

async function readSession(): Promise<Session> {
  const { person, companies } = await call('company.mine', {}, { companyId: null })
  return { user: person, companies: companies.map((company) => ({ ...company, slug: slugOf(company, companies) })) }
}

/** "/c/acme-studio": the folded name, with a piece of the id where two companies share it. */
function slugOf(company: { id: string; name: string }, all: readonly { id: string; name: string }[]): string {
  const slug =
    fold(company.name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || company.id
  const isShared = all.some((other) => other.id !== company.id && fold(other.name) === fold(company.name))
  return isShared ? `${slug}-${company.id.slice(-6)}` : slug
}

/** The company that an address means, by slug or id. */
export function companyInAddress(session: Session, part: string): SessionCompany | undefined {
  return session.companies.find((company) => company.slug === part || company.id === part)
}

const lastKey = 'cloudburo.company'

export function rememberCompany(company: SessionCompany): void {
  localStorage.setItem(lastKey, company.id)
}

/** Where the person worked last, else the first company. */
export function lastCompany(session: Session): SessionCompany | undefined {
  const id = localStorage.getItem(lastKey)
  return session.companies.find((company) => company.id === id) ?? session.companies[0]
}
