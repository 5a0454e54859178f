import { request } from '../kit/client.ts'
import { asProblem, Problem } from '../kit/problem.ts'

/** What the sign-in service knows about the person's own ways to sign in. */
export interface Passkey {
  readonly id: string
  readonly name: string | null
  readonly createdAt: string
}

export async function listPasskeys(): Promise<readonly Passkey[]> {
  return read<Passkey[]>('passkey/list-user-passkeys')
}

export async function removePasskey(id: string): Promise<void> {
  await post('passkey/delete-passkey', { id })
}

export async function hasSecondFactor(): Promise<boolean> {
  const session = await read<{ user?: { twoFactorEnabled?: boolean } } | null>('get-session?disableCookieCache=true')
  return session?.user?.twoFactorEnabled === true
}

/** Begins to switch on the second factor; it is on once a code has been checked. */
export async function beginSecondFactor(password: string): Promise<{ address: string; key: string; backupCodes: readonly string[] }> {
  const answer = await withPassword(post('two-factor/enable', { password }), 'password')
  const address = String(answer['totpURI'])
  return { address, key: new URL(address).searchParams.get('secret') ?? '', backupCodes: (answer['backupCodes'] as string[] | undefined) ?? [] }
}

export async function endSecondFactor(password: string): Promise<void> {
  await withPassword(post('two-factor/disable', { password }), 'password')
}

export async function changePassword(options: { current: string; next: string }): Promise<void> {
  if (options.next.length < 10) throw new Problem({ code: 'input_invalid', status: 422, fields: { next: 'password_short' } })
  await withPassword(post('change-password', { currentPassword: options.current, newPassword: options.next, revokeOtherSessions: true }), 'current')
}

async function read<Answer>(path: string): Promise<Answer> {
  return (await (await request(`/api/auth/${path}`, { companyId: null })).json()) as Answer
}

async function post(path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await request(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    companyId: null,
  })
  return ((await response.json()) as Record<string, unknown> | null) ?? {}
}

async function withPassword<Answer>(work: Promise<Answer>, field: string): Promise<Answer> {
  try {
    return await work
  } catch (error) {
    const problem = asProblem(error)
    if (problem.status >= 400 && problem.status < 429) throw new Problem({ code: 'password_wrong', status: 422, fields: { [field]: 'password_wrong' } })
    throw problem
  }
}
