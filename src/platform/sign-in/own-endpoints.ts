import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint, freshSessionMiddleware } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { newSecret } from '../secrets.ts'

/** How long the operator's link may be opened. */
const linkMinutes = 60

/**
 * What the sign-in library does not have. The operator owns the data folder, so the operator's link proves no mailbox:
 * it leaves passwords and passkeys as they are and asks for no second factor. And whoever signed up with a passkey
 * may choose a first password.
 */
export const ownEndpoints = {
  id: 'cloudburo',
  endpoints: {
    makeOperatorLink: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ email: z.string() }) }, async (context) => {
      const secret = newSecret()
      await context.context.internalAdapter.createVerificationValue({
        identifier: `operator-link:${secret}`,
        value: context.body.email,
        expiresAt: new Date(Date.now() + linkMinutes * 60_000),
      })
      return `${context.context.baseURL}/operator-link/${secret}`
    }),
    openOperatorLink: createAuthEndpoint('/operator-link/:secret', { method: 'GET' }, async (context) => {
      const { internalAdapter } = context.context
      const verification = await internalAdapter.consumeVerificationValue(`operator-link:${context.params.secret}`)
      if (!verification) throw context.redirect('/sign-in?error=INVALID_TOKEN')
      const email = verification.value
      const known = await internalAdapter.findUserByEmail(email)
      const user =
        known?.user ?? (await internalAdapter.createUser({ email, name: email.split('@')[0] ?? email, emailVerified: false }, { method: 'operator-link' }))
      const session = await internalAdapter.createSession(user.id)
      await setSessionCookie(context, { session, user })
      throw context.redirect('/')
    }),
    setFirstPassword: createAuthEndpoint(
      '/set-first-password',
      { method: 'POST', use: [freshSessionMiddleware], body: z.object({ newPassword: z.string().min(10).max(200) }) },
      async (context) => {
        const { internalAdapter, password, session } = context.context
        const userId = session.user.id
        if (await internalAdapter.findCredentialAccount(userId)) throw new APIError('BAD_REQUEST', { code: 'PASSWORD_ALREADY_SET' })
        await internalAdapter.linkAccount({
          userId,
          accountId: userId,
          providerId: 'credential',
          password: await password.hash(context.body.newPassword),
        })
        return context.json({ status: true })
      },
    ),
  },
  rateLimit: [{ pathMatcher: (path: string) => path.startsWith('/operator-link/'), window: 60, max: 10 }],
} satisfies BetterAuthPlugin
