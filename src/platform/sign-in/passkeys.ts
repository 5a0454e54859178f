import { passkey } from '@better-auth/passkey'
import { APIError, getSessionFromCtx } from 'better-auth/api'
import { z } from 'zod'

type Registration = NonNullable<NonNullable<Parameters<typeof passkey>[0]>['registration']>
type EndpointContext = Parameters<NonNullable<Registration['resolveUser']>>[0]['ctx']

const newcomer = z.object({ name: z.string().trim().min(1).max(200), email: z.email().max(320) })

/** Marks the owner of a passkey whose account begins with it. */
const newcomerId = (email: string) => `newcomer:${email.toLowerCase()}`

/**
 * Passkeys, also for signing up: the account is made once the passkey has been verified, never before. A passkey is
 * tied to a host name, and browsers take no number for one; so a server at 127.0.0.1 offers them at localhost.
 */
export function passkeys(options: {
  hosts: { passkeyHost: string; origins: string[] }
  /** Throws where the one who asks may not make an account. */
  assertMaySignUp(headers: Headers | undefined): Promise<void>
  /** Asks the newcomer to confirm the address, where mail can leave. */
  confirmAddress(email: string, headers: Headers | undefined): Promise<void>
}) {
  const assertNew = async (ctx: EndpointContext, context: string | null | undefined) => {
    await options.assertMaySignUp(ctx.headers)
    const person = newcomerIn(context)
    const known = await ctx.context.internalAdapter.findUserByEmail(person.email.toLowerCase())
    if (known) throw new APIError('UNPROCESSABLE_ENTITY', { code: 'USER_ALREADY_EXISTS' })
    return person
  }
  return passkey({
    rpName: 'Cloudburo',
    rpID: options.hosts.passkeyHost,
    origin: options.hosts.origins,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    schema: { passkey: { modelName: 'sign_in_passkeys' } },
    registration: {
      requireSession: false,
      async resolveUser({ ctx, context }) {
        const person = await assertNew(ctx, context)
        return { id: newcomerId(person.email), name: person.email, displayName: person.name }
      },
      async afterVerification({ ctx, user, context, verification }) {
        assertVerifiedUser(verification.registrationInfo?.userVerified)
        // The library has checked already that a signed-in person registers for nobody else.
        if (await getSessionFromCtx(ctx)) return
        const person = await assertNew(ctx, context)
        if (user.id !== newcomerId(person.email)) throw new APIError('UNAUTHORIZED', { code: 'SESSION_REQUIRED' })
        const made = await ctx.context.internalAdapter.createUser({ ...person, emailVerified: false }, { method: 'passkey' })
        await options.confirmAddress(person.email, ctx.headers)
        return { userId: made.id }
      },
    },
    authentication: {
      async afterVerification({ verification }) {
        assertVerifiedUser(verification.authenticationInfo.userVerified)
      },
    },
  })
}

/** Where passkeys live and which pages may use them. */
export function hostsOf(publicUrl: string): { passkeyHost: string; origins: string[] } {
  const url = new URL(publicUrl)
  if (!['127.0.0.1', '[::1]'].includes(url.hostname)) return { passkeyHost: url.hostname, origins: [url.origin] }
  const named = new URL(publicUrl)
  named.hostname = 'localhost'
  return { passkeyHost: 'localhost', origins: [url.origin, named.origin] }
}

/** A passkey stands for password and second factor at once, so the device must have asked for finger, face or code. */
function assertVerifiedUser(isVerified: boolean | undefined): void {
  if (isVerified !== true) throw new APIError('UNAUTHORIZED', { code: 'USER_VERIFICATION_MISSING' })
}

function newcomerIn(context: string | null | undefined): z.output<typeof newcomer> {
  try {
    return newcomer.parse(JSON.parse(context ?? 'null'))
  } catch {
    throw new APIError('UNAUTHORIZED', { code: 'SESSION_REQUIRED' })
  }
}
