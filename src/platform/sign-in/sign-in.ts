import { passkey } from '@better-auth/passkey'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { magicLink, twoFactor } from 'better-auth/plugins'
import type { UserId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import type { Database } from '../database/database.ts'
import type { Mail } from '../mail.ts'
import type { Person } from '../operation/context.ts'

/**
 * Sign-in by password, passkey, magic link and second factor, all of it better-auth's: security is not where we
 * invent. Sign-in mail goes by SMTP or nowhere: it never enters a company's outbox.
 */
export interface SignIn {
  /** Answers everything below /api/auth. */
  handle(request: Request): Promise<Response>
  /** The person behind the request's session cookie, or undefined. */
  personOf(headers: Headers): Promise<Person | undefined>
  /** The person with that address, or undefined: for the operator. */
  personByEmail(email: string): Promise<Person | undefined>
  /** A one-time link that signs a person in: for the operator, when no mail can leave. */
  linkFor(email: string): Promise<string>
  /** Signs up with a password and answers the person: for the demo and the operator. */
  signUp(person: { name: string; email: string; password: string }): Promise<Person>
  /** Brings the sign-in tables up to date. */
  migrate(): Promise<void>
}

export function openSignIn(options: { database: Database; secret: string; publicUrl: string; mail: Mail; mailFrom: string; isSignUpOpen: boolean }): SignIn {
  const awaitedLinks = new Map<string, string>()
  const configuration = {
    appName: 'Cloudburo',
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    database: { db: options.database.forSignIn as never, type: options.database.engine, transaction: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'sign_in_users' },
    session: {
      modelName: 'sign_in_sessions',
      expiresIn: 60 * 60 * 24 * 30,
      updateAge: 60 * 60 * 24,
    },
    account: { modelName: 'sign_in_accounts' },
    verification: { modelName: 'sign_in_verifications' },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200, autoSignIn: true, disableSignUp: !options.isSignUpOpen },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 60,
      storage: 'memory',
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/sign-up/email': { window: 60, max: 10 } },
    },
    advanced: {
      database: { generateId: () => newId<'user'>() },
      cookiePrefix: 'cloudburo',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      disableOriginCheck: false,
    },
    trustedOrigins: [options.publicUrl],
    plugins: [
      passkey({
        rpName: 'Cloudburo',
        rpID: new URL(options.publicUrl).hostname,
        origin: options.publicUrl,
        schema: { passkey: { modelName: 'sign_in_passkeys' } },
      }),
      twoFactor({ issuer: 'Cloudburo', schema: { twoFactor: { modelName: 'sign_in_second_factors' } } }),
      magicLink({
        disableSignUp: !options.isSignUpOpen,
        sendMagicLink: async ({ email, url }) => {
          if (awaitedLinks.has(email)) return void awaitedLinks.set(email, url)
          await options.mail.send({
            from: { name: 'Cloudburo', address: options.mailFrom },
            to: email,
            subject: 'Cloudburo: sign in / anmelden / se connecter / accedi',
            text: `${url}\n`,
          })
        },
      }),
    ],
  } satisfies BetterAuthOptions
  const auth = betterAuth(configuration)
  const asPerson = (user: { id: string; name: string; email: string }): Person => ({
    userId: user.id as UserId,
    name: user.name,
    email: user.email,
  })

  const sessions = new RecentSessions()

  return {
    async handle(request) {
      // A sign-in, sign-out or change of password counts at once.
      if (request.method !== 'GET') sessions.forgetAll()
      return auth.handler(request)
    },
    async personOf(headers) {
      const cookie = /(?:^|;\s*)((?:__Secure-)?cloudburo\.session_token=[^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
      if (!cookie) return undefined
      const known = sessions.find(cookie)
      if (known) return known
      const found = await auth.api.getSession({ headers: new Headers({ cookie }) })
      if (!found) return undefined
      const person = asPerson(found.user)
      sessions.keep(cookie, person)
      return person
    },
    async personByEmail(email) {
      const { internalAdapter } = await auth.$context
      const found = await internalAdapter.findUserByEmail(email.trim().toLowerCase())
      return found ? asPerson(found.user) : undefined
    },
    async linkFor(email) {
      awaitedLinks.set(email, '')
      await auth.api.signInMagicLink({ body: { email, callbackURL: '/' }, headers: new Headers() })
      const link = awaitedLinks.get(email)
      awaitedLinks.delete(email)
      if (!link) throw new Error('no link was made')
      return link
    },
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

/** Sessions seen in the last seconds, so that a page's few reads check the session once. Bounded. */
class RecentSessions {
  readonly #persons = new Map<string, { person: Person; until: number }>()

  find(cookie: string): Person | undefined {
    const entry = this.#persons.get(cookie)
    return entry && entry.until > performance.now() ? entry.person : undefined
  }

  keep(cookie: string, person: Person): void {
    if (this.#persons.size >= 5000) this.#persons.clear()
    this.#persons.set(cookie, { person, until: performance.now() + 10_000 })
  }

  forgetAll(): void {
    this.#persons.clear()
  }
}
