import type { BetterAuthOptions } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { magicLink } from 'better-auth/plugins'
import { newId } from '../../kernel/id.ts'
import type { Database } from '../database/database.ts'
import { Guesses } from './guesses.ts'
import { forgetUnproven } from './mailbox.ts'
import type { SignInMails } from './mails.ts'
import { ownEndpoints } from './own-endpoints.ts'
import { hostsOf, passkeys } from './passkeys.ts'
import { secondFactor } from './second-factor.ts'

/** The door writes the caller's address here; what the caller sends under this name is overwritten. */
export const addressHeader = 'cloudburo-address'

const minutes = (count: number) => count * 60
const days = (count: number) => count * 86_400

interface Needs {
  readonly database: Database
  readonly secret: string
  readonly publicUrl: string
  readonly mails: SignInMails
  readonly isSignUpOpen: boolean
  /** Wrong passwords per account and hour. */
  readonly guessesMax?: number
  assertMaySignUp(headers: Headers | undefined): Promise<void>
  confirmAddress(email: string, headers: Headers | undefined): Promise<void>
  /** The mailbox of an account that nobody had confirmed has been proven by a new password. */
  takeOver(userId: string): Promise<void>
}

/** How the sign-in library is set up: its tables, its limits against guessing, its ways in. */
export function libraryOptions(needs: Needs) {
  const { database, publicUrl } = needs
  const hosts = hostsOf(publicUrl)
  return {
    appName: 'Cloudburo',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: needs.secret,
    database: { db: database.forSignIn as never, type: database.engine, transaction: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'sign_in_users' },
    session: { modelName: 'sign_in_sessions', expiresIn: days(30), updateAge: days(1), freshAge: days(1) },
    account: { modelName: 'sign_in_accounts' },
    verification: { modelName: 'sign_in_verifications', storeIdentifier: 'hashed' },
    ...passwords(needs),
    rateLimit: { enabled: true, window: 60, max: 60, storage: 'memory', customRules: limits },
    advanced: {
      database: { generateId: () => newId<'user'>() },
      cookiePrefix: 'cloudburo',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    trustedOrigins: hosts.origins,
    hooks: guards(needs),
    plugins: [passkeys({ ...needs, hosts }), secondFactor(), mailedLink(needs), ownEndpoints],
  } satisfies BetterAuthOptions
}

/** Requests a minute from one address, where the library's own limits do not fit: a whole office may sign in from one at nine o'clock. */
const limits = {
  '/sign-in/email': { window: 60, max: 20 },
  '/sign-in/magic-link': { window: 60, max: 10 },
  '/magic-link/verify': { window: 60, max: 20 },
  '/sign-up/email': { window: 60, max: 10 },
  '/reset-password': { window: 60, max: 10 },
  '/set-first-password': { window: 60, max: 10 },
  '/passkey/*': { window: 60, max: 30 },
  // Besides, five wrong codes end a sign-in and ten in a row lock the account for a quarter of an hour.
  '/two-factor/*': { window: 60, max: 15 },
}

function passwords({ mails, publicUrl, takeOver }: Needs) {
  return {
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      autoSignIn: true,
      resetPasswordTokenExpiresIn: minutes(60),
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }) => (user.emailVerified ? undefined : takeOver(user.id)),
      sendResetPassword: ({ user, token }, request) =>
        mails.send('password', { to: user.email, url: `${publicUrl}/new-password?token=${token}`, headers: request?.headers }),
    },
    emailVerification: {
      sendOnSignUp: mails.isConnected,
      expiresIn: days(3),
      async sendVerificationEmail({ user, url }, request) {
        const sending = mails.send('confirm', { to: user.email, url, headers: request?.headers })
        // Nobody is kept from signing up because the mail server is down; the account page mails it again.
        await (request?.url.endsWith('/send-verification-email') ? sending : sending.catch(() => undefined))
      },
    },
    databaseHooks: {
      user: {
        update: {
          async after(user, context) {
            if (context && provesMailbox(user, context.path)) await forgetUnproven(context.context.adapter, user.id)
          },
        },
      },
    },
  } satisfies BetterAuthOptions
}

function mailedLink({ mails, publicUrl, isSignUpOpen }: Needs) {
  return magicLink({
    // A link for nobody would make an account without a name; the mail leads to the sign-up instead.
    disableSignUp: true,
    expiresIn: minutes(15),
    sendMagicLink: async ({ email, url, token }, context) => {
      const known = await context?.context.internalAdapter.findUserByEmail(email.toLowerCase())
      const headers = context?.headers
      const to = new URL(url).searchParams.get('callbackURL') ?? '/'
      if (known) return mails.send('link', { to: email, url: pageOfLink(publicUrl, { token, to }), headers })
      if (isSignUpOpen) await mails.send('link-unknown', { to: email, url: `${publicUrl}/sign-up?email=${encodeURIComponent(email)}`, headers })
    },
  })
}

function guards(needs: Needs) {
  const guesses = new Guesses(needs.guessesMax)
  return {
    before: createAuthMiddleware((context) => assertAllowed(context, { ...needs, guesses })),
    after: createAuthMiddleware(async ({ path, body, context }) => {
      if (path === '/sign-in/email') countGuess(guesses, body, context.returned)
    }),
  }
}

/** The page whose button opens the link: programs that look at every address in a mail would use it up. */
function pageOfLink(publicUrl: string, link: { token: string; to: string }): string {
  return `${publicUrl}/sign-in?link=${link.token}${link.to === '/' ? '' : `&to=${encodeURIComponent(link.to)}`}`
}

/** A mailed link changes the account only where it proves the address for the first time. */
function provesMailbox(user: { emailVerified?: boolean }, path: string | undefined): boolean {
  return path === '/magic-link/verify' && user.emailVerified === true
}

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const mailed = new Set(['/sign-in/magic-link', '/request-password-reset', '/send-verification-email'])

/** What is asked before the library answers; the house itself (no request) may do everything. */
async function assertAllowed(
  context: HookContext,
  options: { mails: SignInMails; guesses: Guesses; assertMaySignUp(headers: Headers | undefined): Promise<void> },
): Promise<void> {
  if (!context.request) return
  const { path } = context
  if (path === '/sign-in/email' && options.guesses.areTooMany(emailIn(context.body))) throw new APIError('TOO_MANY_REQUESTS', { code: 'too_many_guesses' })
  if (path === '/sign-up/email') await options.assertMaySignUp(context.headers)
  // Told to known and unknown addresses alike.
  if (mailed.has(path) && !options.mails.isConnected) throw new APIError('SERVICE_UNAVAILABLE', { code: 'mail_not_connected' })
  if (path === '/passkey/generate-register-options') await assertFresh(context)
}

function countGuess(guesses: Guesses, body: unknown, returned: unknown): void {
  if (!(returned instanceof APIError)) guesses.forget(emailIn(body))
  else if (returned.status === 'UNAUTHORIZED') guesses.addWrong(emailIn(body))
}

function emailIn(body: unknown): string {
  const { email } = (body ?? {}) as { email?: unknown }
  return typeof email === 'string' ? email : ''
}

/** A passkey is added only soon after signing in, so that a session left open adds no way in that stays. */
async function assertFresh(context: HookContext): Promise<void> {
  const session = await getSessionFromCtx(context)
  if (session && Date.now() - new Date(session.session.createdAt).getTime() > days(1) * 1000) throw new APIError('FORBIDDEN', { code: 'session_not_fresh' })
}
