import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { getMigrations } from 'better-auth/db/migration'
import type { UserId } from '../../kernel/id.ts'
import type { Database } from '../database/database.ts'
import type { Person } from '../operation/context.ts'
import { forgetUnproven } from './mailbox.ts'
import type { SignInMails } from './mails.ts'
import { addressHeader, libraryOptions } from './options.ts'
import { RecentSessions } from './recent-sessions.ts'
import { leadingToCode } from './second-factor.ts'

/**
 * Sign-in by password, passkey, mailed link and second factor, all of it better-auth's: security is not where we
 * invent. Sign-in mail goes by SMTP or nowhere: it never enters a company's outbox.
 */
export interface SignIn {
  /** Answers everything below /api/auth, for a caller from that address. */
  handle(request: Request, address: string): Promise<Response>
  /** What a page for signing in must know about this house. */
  readonly ways: { readonly isSignUpOpen: boolean; readonly isMailConnected: boolean }
  /** Whether nobody has an account yet: whoever comes first signs up. */
  isNew(): Promise<boolean>
  /** The person behind the request's session cookie, or undefined. */
  personOf(headers: Headers): Promise<Person | undefined>
  /** The person with that address, or undefined: for the operator. */
  personByEmail(email: string): Promise<Person | undefined>
  /** A one-time link that signs a person in, or up where there is no such person: for the operator, who needs no mail. */
  linkFor(email: string): Promise<string>
  /** Signs up with a password and answers the person: for the demo and the operator. */
  signUp(person: { name: string; email: string; password: string }): Promise<Person>
  /** Brings the sign-in tables up to date. */
  migrate(): Promise<void>
}

/** Opens sign-in on the house's database. `isInvited` says whether a secret is an invitation that still stands. */
export function openSignIn(options: {
  database: Database
  secret: string
  publicUrl: string
  mails: SignInMails
  isSignUpOpen: boolean
  isInvited(secret: string): Promise<boolean>
  guessesMax?: number
}): SignIn {
  const { mails, isSignUpOpen } = options
  const configuration = libraryOptions({
    ...options,
    async assertMaySignUp(headers) {
      const invitation = headers?.get('cloudburo-invitation')
      if (isSignUpOpen || (invitation && (await options.isInvited(invitation)))) return
      throw new APIError('FORBIDDEN', { code: 'sign_up_closed' })
    },
    async takeOver(userId) {
      const { adapter, internalAdapter } = await auth.$context
      await forgetUnproven(adapter, userId)
      await internalAdapter.updateUser(userId, { emailVerified: true })
    },
    async confirmAddress(email, headers) {
      if (mails.isConnected) await auth.api.sendVerificationEmail({ body: { email, callbackURL: '/' }, ...(headers ? { headers } : {}) })
    },
  })
  const auth = betterAuth(configuration)
  const asPerson = (user: { id: string; name: string; email: string }): Person => ({
    userId: user.id as UserId,
    name: user.name,
    email: user.email,
  })
  const sessions = new RecentSessions()
  let hasAccounts = false

  return {
    ways: { isSignUpOpen, isMailConnected: mails.isConnected },
    async isNew() {
      if (!hasAccounts) hasAccounts = (await (await auth.$context).adapter.findMany({ model: 'user', limit: 1 })).length > 0
      return !hasAccounts
    },
    async handle(request, address) {
      request.headers.set(addressHeader, address)
      try {
        return leadingToCode(request, await auth.handler(request))
      } finally {
        // A sign-in, sign-out or change of password counts at once.
        if (request.method !== 'GET') sessions.forgetAll()
      }
    },
    async personOf(headers) {
      const cookie = /(?:^|;\s*)((?:__Secure-)?cloudburo\.session_token=[^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
      if (!cookie) return undefined
      const known = sessions.find(cookie)
      if (known) return known
      const asked = sessions.epoch
      const found = await auth.api.getSession({ headers: new Headers({ cookie }) })
      if (!found) return undefined
      const person = asPerson(found.user)
      sessions.keep(cookie, person, asked)
      return person
    },
    async personByEmail(email) {
      const { internalAdapter } = await auth.$context
      const found = await internalAdapter.findUserByEmail(email.trim().toLowerCase())
      return found ? asPerson(found.user) : undefined
    },
    linkFor: (email) => auth.api.makeOperatorLink({ body: { email } }),
    async signUp(person) {
      const { user } = await auth.api.signUpEmail({ body: person })
      return asPerson(user)
    },
    async migrate() {
      const { runMigrations } = await getMigrations(configuration)
      await runMigrations()
    },
  }
}
