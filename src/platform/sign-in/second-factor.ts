import { twoFactor } from 'better-auth/plugins'

/**
 * The second factor, asked for after a mailed link too: the library asks only after a password, and a mailbox alone
 * must not open what a password alone does not.
 */
export function secondFactor() {
  const plugin = twoFactor({ issuer: 'Cloudburo', schema: { twoFactor: { modelName: 'sign_in_second_factors' } } })
  for (const hook of plugin.hooks.after) {
    const asksAfterPassword = hook.matcher
    hook.matcher = (context) => context.path === '/magic-link/verify' || asksAfterPassword(context)
  }
  return plugin
}

/** A mailed link whose account asks for a code leads to the page for the code. Every other answer stays as it is. */
export function leadingToCode(request: Request, response: Response): Response {
  const isAsking = response.status === 302 && response.headers.getSetCookie().some((cookie) => /^(__Secure-)?cloudburo\.two_factor=[^;]/.test(cookie))
  if (!isAsking) return response
  const to = new URL(request.url).searchParams.get('callbackURL') ?? '/'
  const headers = new Headers(response.headers)
  headers.set('location', `/sign-in?step=code&to=${encodeURIComponent(to)}`)
  return new Response(null, { status: 302, headers })
}
