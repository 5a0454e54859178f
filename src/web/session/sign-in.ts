import { request } from '../kit/client.ts'
import { asProblem, Problem } from '../kit/problem.ts'
import { forgetSession } from './session-query.ts'

/** The sign-in service speaks plain HTTP under /api/auth; its client library would weigh more than this whole file. */
async function post(path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await request(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    companyId: null,
  })
  const text = await response.text()
  return text ? ((JSON.parse(text) as Record<string, unknown> | null) ?? {}) : {}
}

export type SignedIn = 'in' | 'second-factor'

/** Signs in by password; `second-factor` when a code is asked for next. */
export async function signInByPassword(options: { email: string; password: string }): Promise<SignedIn> {
  try {
    const answer = await post('sign-in/email', { ...options, rememberMe: true })
    return answer['twoFactorRedirect'] === true ? 'second-factor' : 'in'
  } catch (error) {
    throw named(error, { 401: 'sign_in_failed', 403: 'sign_in_failed', 400: 'sign_in_failed' })
  }
}

export async function signUp(options: { name: string; email: string; password: string }): Promise<void> {
  try {
    await post('sign-up/email', options)
  } catch (error) {
    const problem = asProblem(error)
    if (/EXIST/.test(problem.code)) throw new Problem({ code: 'account_taken', status: 409, fields: { email: 'account_taken' } })
    if (/PASSWORD/.test(problem.code)) throw new Problem({ code: 'input_invalid', status: 422, fields: { password: 'password_short' } })
    if (/EMAIL/.test(problem.code)) throw new Problem({ code: 'input_invalid', status: 422, fields: { email: 'email_malformed' } })
    throw problem
  }
}

export async function checkSecondFactor(code: string): Promise<void> {
  try {
    await post('two-factor/verify-totp', { code: code.replace(/\s/g, ''), trustDevice: true })
  } catch (error) {
    throw named(error, { 401: 'code_wrong', 400: 'code_wrong' })
  }
}

/** Mails a link that signs in once. */
export async function mailLink(options: { email: string; to: string }): Promise<void> {
  await post('sign-in/magic-link', { email: options.email, callbackURL: options.to })
}

/** Signs in with a passkey of this device; its library is fetched only now. */
export async function signInByPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  try {
    const response = await request('/api/auth/passkey/generate-authenticate-options', { companyId: null })
    const answer = await startAuthentication({ optionsJSON: await response.json() })
    await post('passkey/verify-authentication', { response: answer })
  } catch (error) {
    if (error instanceof Problem && error.status === 0) throw error
    throw new Problem({ code: 'passkey_failed', status: 401 })
  }
}

/** Adds a passkey of this device to the signed-in account. */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  try {
    const response = await request('/api/auth/passkey/generate-register-options', { companyId: null })
    const answer = await startRegistration({ optionsJSON: await response.json() })
    await post('passkey/verify-registration', { response: answer, name })
  } catch (error) {
    if (error instanceof Problem && error.status === 0) throw error
    throw new Problem({ code: 'passkey_failed', status: 401 })
  }
}

export async function signOut(): Promise<void> {
  await post('sign-out', {}).catch(() => undefined)
  forgetSession()
  window.location.assign('/sign-in')
}

function named(error: unknown, codes: Readonly<Record<number, string>>): Problem {
  const problem = asProblem(error)
  const code = codes[problem.status]
  return code ? new Problem({ code, status: problem.status }) : problem
}
