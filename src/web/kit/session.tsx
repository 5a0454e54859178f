import { createContext, useContext } from 'react'
import type { MemberRole } from '../../kernel/role.ts'
import type { Language } from '../../kernel/language.ts'

/** The signed-in person and the companies the person belongs to. */
export interface Session {
  readonly user: { readonly id: string; readonly name: string; readonly email: string }
  readonly companies: readonly SessionCompany[]
}

/** What every screen may know about the company without asking. */
export interface SessionCompany {
  readonly id: string
  /** Stands in the address: /c/<slug>/… */
  readonly slug: string
  readonly name: string
  readonly role: MemberRole
  readonly country: string
  readonly currency: string
  readonly zone: string
  readonly language: Language
  readonly accent: string
  readonly hasLogo: boolean
  readonly daysToPay: number
  readonly isTaxIncluded: boolean
  /** Who the person is in this company. */
  readonly memberId: string
}

export const SessionContext = createContext<Session | undefined>(undefined)
export const CompanyContext = createContext<SessionCompany | undefined>(undefined)

/** The signed-in person; throws outside the office. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session: this screen belongs inside the office')
  return session
}

/** The company in the address; throws outside /c/<company>. */
export function useCompany(): SessionCompany {
  const company = useContext(CompanyContext)
  if (!company) throw new Error('no company: this screen belongs under /c/<company>')
  return company
}

/** The company's id, or undefined on the pages before a company is chosen. */
export function useCompanyId(): string | undefined {
  return useContext(CompanyContext)?.id
}

/** Whether the person may do what these roles may: hide what would be refused. `useMay('owner', 'staff')`. */
export function useMay(...roles: readonly MemberRole[]): boolean {
  const company = useContext(CompanyContext)
  return company !== undefined && roles.includes(company.role)
}
