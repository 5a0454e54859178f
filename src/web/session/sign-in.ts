import { assertFilled, named, post, wrongFields } from './auth-call.ts'
import { forgetSession } from './session-query.ts'

export type SignedIn = 'in' | 'second-factor'

/** Signs in by password; `second-factor` when a code is asked for next. */
export async function signInByPassword(options: { email: string; password: string }): Promise<SignedIn> {
  const names = { 400: 'sign_in_failed', 401: 'sign_in_failed' }
  const answer = await named(post('sign-in/email', { ...options, email: options.email.trim(), rememberMe: true }), names)
  return answer['twoFactorRedirect'] === true ? 'second-factor' : 'in'
}

/** Makes an account with a password and signs in. `headers` carry the invitation where sign-up is closed. */
export async function signUp(options: { name: string; email: string; password: string }, headers: Readonly<Record<string, string>>): Promise<void> {
  assertFilled(options)
  const taken = { field: 'email', code: 'account_taken' }
  await named(post('sign-up/email', { ...options, email: options.email.trim(), callbackURL: '/' }, headers), {
    USER_ALREADY_EXISTS: taken,
    USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: taken,
    PASSWORD_TOO_SHORT: { field: 'password', code: 'password_short' },
    PASSWORD_TOO_LONG: { field: 'password', code: 'text_too_long' },
    INVALID_EMAIL: { field: 'email', code: 'email_malformed' },
  })
}

/** Checks the code of the authenticator app, or one of the backup codes, after the password. */
export async function checkSecondFactor(options: { code: string; isBackup?: boolean; isTrusted?: boolean }): Promise<void> {
  const code = options.code.trim()
  if (code === '') throw wrongFields({ code: 'field_missing' })
  const path = options.isBackup ? 'two-factor/verify-backup-code' : 'two-factor/verify-totp'
  const wrong = { field: 'code', code: options.isBackup ? 'backup_code_wrong' : 'code_wrong' }
  await named(post(path, { code: options.isBackup ? code : code.replace(/\s/g, ''), trustDevice: options.isTrusted ?? false }), {
    INVALID_TWO_FACTOR_COOKIE: 'code_over',
    TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'code_over',
    ACCOUNT_TEMPORARILY_LOCKED: 'code_locked',
    400: wrong,
    401: wrong,
  })
}

/** Mails a link that signs in once. */
export async function mailLink(options: { email: string; to: string }): Promise<void> {
  assertFilled({ email: options.email })
  await post('sign-in/magic-link', { email: options.email.trim(), callbackURL: options.to, errorCallbackURL: '/sign-in' })
}

/** Mails a link to choose a new password. */
export async function mailPasswordLink(email: string): Promise<void> {
  assertFilled({ email })
  await post('request-password-reset', { email: email.trim() })
}

/** Sets the password by the token of the mailed link; every session ends. */
export async function setNewPassword(options: { password: string; token: string }): Promise<void> {
  assertFilled({ password: options.password })
  await named(post('reset-password', { newPassword: options.password, token: options.token }), { 400: 'link_over' })
}

export async function signOut(options: { to?: string } = {}): Promise<void> {
  await post('sign-out', {}).catch(() => undefined)
  forgetSession()
  window.location.assign(options.to ?? '/sign-in')
}
