import { named, post, read, wrongFields } from './auth-call.ts'

/** What the sign-in service knows about the person's own ways to sign in. */
export interface Passkey {
  readonly id: string
  readonly name: string | null
  readonly createdAt: string
}

export interface Account {
  readonly passkeys: readonly Passkey[]
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly isConfirmed: boolean
}

export async function readAccount(): Promise<Account> {
  const [session, accounts, passkeys] = await Promise.all([
    read<{ user?: { twoFactorEnabled?: boolean; emailVerified?: boolean } } | null>('get-session?disableCookieCache=true'),
    read<readonly { providerId: string }[]>('list-accounts'),
    read<Passkey[]>('passkey/list-user-passkeys'),
  ])
  return {
    passkeys,
    hasPassword: accounts.some((account) => account.providerId === 'credential'),
    hasSecondFactor: session?.user?.twoFactorEnabled === true,
    isConfirmed: session?.user?.emailVerified === true,
  }
}

export async function removePasskey(id: string): Promise<void> {
  await post('passkey/delete-passkey', { id })
}

export interface SecondFactorKey {
  /** "otpauth://totp/…": what the QR code says. */
  readonly address: string
  readonly key: string
  readonly backupCodes: readonly string[]
}

/** Begins to switch on the second factor; it is on once a code has been checked. */
export async function beginSecondFactor(password: string): Promise<SecondFactorKey> {
  const answer = await withPassword(post('two-factor/enable', { password }), 'password')
  const address = String(answer['totpURI'])
  return { address, key: new URL(address).searchParams.get('secret') ?? '', backupCodes: codesOf(answer) }
}

export async function endSecondFactor(password: string): Promise<void> {
  await withPassword(post('two-factor/disable', { password }), 'password')
}

/** New backup codes; the old ones stop working. */
export async function renewBackupCodes(password: string): Promise<readonly string[]> {
  return codesOf(await withPassword(post('two-factor/generate-backup-codes', { password }), 'password'))
}

export async function changePassword(options: { current: string; next: string }): Promise<void> {
  assertLong(options.next)
  await withPassword(post('change-password', { currentPassword: options.current, newPassword: options.next, revokeOtherSessions: true }), 'current')
}

/** For an account that has none yet. */
export async function setFirstPassword(next: string): Promise<void> {
  assertLong(next)
  await post('set-first-password', { newPassword: next })
}

/** Mails the link that confirms the address once more. */
export async function mailConfirmation(email: string): Promise<void> {
  await post('send-verification-email', { email, callbackURL: '/' })
}

function assertLong(next: string): void {
  if (next.length < 10) throw wrongFields({ next: 'password_short' })
}

function codesOf(answer: Record<string, unknown>): readonly string[] {
  return (answer['backupCodes'] as string[] | undefined) ?? []
}

function withPassword<Answer>(work: Promise<Answer>, field: string): Promise<Answer> {
  const wrong = { field, code: 'password_wrong' }
  return named(work, { 400: wrong, INVALID_PASSWORD: wrong })
}
