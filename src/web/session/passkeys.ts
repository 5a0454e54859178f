import { asProblem, Problem } from '../kit/problem.ts'
import { post, read, wrongFields } from './auth-call.ts'

/**
 * Where passkeys work. Browsers tie them to a name: a page at 127.0.0.1 has none, but the same server answers at
 * localhost. `here`, an address to go to, or undefined where there are none.
 */
export function passkeyPlace(): 'here' | { readonly address: string } | undefined {
  const { protocol, hostname, port, pathname, search } = window.location
  const isNumber = /^[\d.]+$|^\[/.test(hostname)
  if (!isNumber) return 'PublicKeyCredential' in window ? 'here' : undefined
  if (hostname !== '127.0.0.1' && hostname !== '[::1]') return undefined
  return { address: `${protocol}//localhost${port ? `:${port}` : ''}${pathname}${search}` }
}

/** Signs in with a passkey of this device; its library is fetched only now. */
export async function signInByPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  await asked(async () => {
    const options = await read<Parameters<typeof startAuthentication>[0]['optionsJSON']>('passkey/generate-authenticate-options')
    const response = await startAuthentication({ optionsJSON: { ...options, userVerification: 'required' } })
    await post('passkey/verify-authentication', { response }).catch((error: unknown) => {
      if (asProblem(error).code === 'PASSKEY_NOT_FOUND') forget({ rpId: options.rpId, credentialId: response.id })
      throw error
    })
  })
}

/** Adds a passkey of this device to the signed-in account. */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  await asked(async () => {
    const optionsJSON = await read<Parameters<typeof startRegistration>[0]['optionsJSON']>('passkey/generate-register-options')
    await post('passkey/verify-registration', { response: await startRegistration({ optionsJSON }), name })
  })
}

/** Makes an account whose first way in is a passkey of this device, and signs in. */
export async function signUpByPasskey(person: { name: string; email: string }, headers: Readonly<Record<string, string>>): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  // Whoever is still signed in would get the passkey instead.
  await post('sign-out', {}).catch(() => undefined)
  await asked(async () => {
    const context = encodeURIComponent(JSON.stringify({ name: person.name.trim(), email: person.email.trim() }))
    const optionsJSON = await read<Parameters<typeof startRegistration>[0]['optionsJSON']>(`passkey/generate-register-options?context=${context}`, headers)
    const response = await startRegistration({ optionsJSON })
    await post('passkey/verify-registration', { response, name: deviceName(), createSession: true }, headers)
  })
}

/** What a passkey made here is called: "Windows", "iPhone". */
export function deviceName(): string {
  return /iPhone|iPad|Android|Macintosh|Windows|Linux/.exec(navigator.userAgent)?.[0] ?? 'Passkey'
}

/** A passkey that was removed here is not offered again, where the browser can be told (WebAuthn level 3). */
function forget(passkey: { rpId: string | undefined; credentialId: string }): void {
  const { signalUnknownCredential } = PublicKeyCredential as { signalUnknownCredential?: (passkey: object) => Promise<void> }
  void signalUnknownCredential?.call(PublicKeyCredential, passkey).catch(() => undefined)
}

/** Failures with a meaning of their own keep it; the person's "no" and every other one is "no passkey was used". */
async function asked(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw new Problem({ code: 'passkey_failed', status: 401 })
    const problem = asProblem(error)
    if (/EXIST/.test(problem.code)) throw wrongFields({ email: 'account_taken' })
    const isOwn = problem.status === 0 || problem.status === 429 || ['sign_up_closed', 'session_not_fresh'].includes(problem.code)
    throw isOwn ? problem : new Problem({ code: 'passkey_failed', status: 401 })
  }
}
