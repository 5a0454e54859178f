import { useQuery } from '@tanstack/react-query'
import { request } from './client.ts'

/** What this house offers for signing in: whether anyone may sign up, and whether mail can leave. */
export interface SignInWays {
  readonly isSignUpOpen: boolean
  readonly isMailConnected: boolean
  /** Nobody has an account yet. */
  readonly isNew: boolean
}

/** Asked once per window; undefined until it is here. */
export function useSignInWays(options: { isAsked?: boolean } = {}): SignInWays | undefined {
  return useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: async () => (await (await request('/api/sign-in', { companyId: null })).json()) as SignInWays,
    staleTime: Infinity,
    enabled: options.isAsked ?? true,
  }).data
}
