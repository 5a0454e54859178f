import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Kysely } from 'kysely'
import { openHouse, type House } from '../src/house.ts'
import { newId } from '../src/kernel/id.ts'
import { readConfiguration } from '../src/platform/configuration.ts'
import { silentLog } from '../src/platform/log.ts'
import { openSignInMails } from '../src/platform/sign-in/mails.ts'
import { openSignIn, type SignIn } from '../src/platform/sign-in/sign-in.ts'
import { openMailbox, type Mailbox } from './mailbox.ts'
import { Places } from './place.ts'

// What the browser tests cannot wait for or cannot see: days that pass, and what becomes of an address that was somebody else's.

type SignInTables = {
  sign_in_users: { id: string; email: string; emailVerified: boolean | bigint }
  sign_in_sessions: { userId: string; createdAt: string }
  sign_in_passkeys: Record<'id' | 'userId' | 'name' | 'publicKey' | 'credentialID' | 'deviceType' | 'createdAt', string> & {
    counter: number
    backedUp: number | boolean
  }
}

const origin = 'http://127.0.0.1:4100'
const password = 'a long enough password'
const places = new Places()
let mailbox: Mailbox
let house: House

beforeAll(async () => {
  mailbox = await openMailbox()
  house = await openHouse(readConfiguration({ ...(await places.empty()), SMTP_URL: mailbox.url }), { log: silentLog })
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
  await places.remove()
})

let caller = 0
/** Each caller comes from an address of its own, so that no limit is met. */
function ask(path: string, options: { body?: object; cookie?: string; signIn?: SignIn } = {}): Promise<Response> {
  caller += 1
  const headers = { origin, 'content-type': 'application/json', ...(options.cookie ? { cookie: options.cookie } : {}) }
  const url = path.startsWith('http') ? path : `${origin}/api/auth/${path}`
  const request = new Request(url, { headers, ...(options.body ? { method: 'POST', body: JSON.stringify(options.body) } : {}) })
  return (options.signIn ?? house.signIn).handle(request, `198.51.${Math.floor(caller / 250)}.${caller % 250}`)
}

const asCookie = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const rows = () => house.database.forSignIn as Kysely<SignInTables>

/** Signs up by password, and gives the account a passkey without a browser; the mail that asks to confirm is taken. */
async function account(email: string): Promise<{ userId: string; cookie: string; confirmation: string }> {
  const response = await ask('sign-up/email', { body: { name: 'Somebody', email, password } })
  const { user } = (await response.json()) as { user: { id: string } }
  await rows()
    .insertInto('sign_in_passkeys')
    .values({
      id: newId<'passkey'>(),
      userId: user.id,
      name: 'Linux',
      publicKey: 'key',
      credentialID: Buffer.from(email).toString('base64url'),
      counter: 0,
      deviceType: 'singleDevice',
      backedUp: house.database.engine === 'sqlite' ? 0 : false,
      createdAt: new Date().toISOString(),
    })
    .execute()
  return { userId: user.id, cookie: asCookie(response), confirmation: (await mailbox.next(email)).link }
}

const passkeysOf = async (userId: string) => (await rows().selectFrom('sign_in_passkeys').select('id').where('userId', '=', userId).execute()).length
const signsIn = async (email: string, secret = password) => (await ask('sign-in/email', { body: { email, password: secret } })).status === 200

async function mailedLink(email: string): Promise<string> {
  await ask('sign-in/magic-link', { body: { email, callbackURL: '/' } })
  const page = new URL((await mailbox.next(email)).link)
  expect(page.pathname).toBe('/sign-in')
  return `magic-link/verify?token=${page.searchParams.get('link')}&callbackURL=/`
}

test('a mailed link gives an address that nobody confirmed to its owner, without the ways in of whoever took it before', async () => {
  const { userId, cookie } = await account('taken@example.com')
  const link = await mailedLink('taken@example.com')
  expect((await ask(link)).headers.get('location')).toBe(`${origin}/`)
  expect(await passkeysOf(userId)).toBe(0)
  expect(await signsIn('taken@example.com')).toBe(false)
  expect(await house.signIn.personOf(new Headers({ cookie }))).toBeUndefined()
})

test('a mailed link changes nothing of an account whose address was confirmed', async () => {
  const { userId, confirmation } = await account('own@example.com')
  await ask(confirmation)
  expect((await ask(await mailedLink('own@example.com'))).headers.get('location')).toBe(`${origin}/`)
  expect(await passkeysOf(userId)).toBe(1)
  expect(await signsIn('own@example.com')).toBe(true)
})

test('a new password by mail also proves the address', async () => {
  const { userId } = await account('reset@example.com')
  await ask('request-password-reset', { body: { email: 'reset@example.com' } })
  const token = new URL((await mailbox.next('reset@example.com')).link).searchParams.get('token')
  expect((await ask('reset-password', { body: { newPassword: 'another long password', token } })).status).toBe(200)
  expect(await passkeysOf(userId)).toBe(0)
  expect(await signsIn('reset@example.com', 'another long password')).toBe(true)
  const user = await rows().selectFrom('sign_in_users').select('emailVerified').where('id', '=', userId).executeTakeFirstOrThrow()
  expect(Number(user.emailVerified)).toBe(1)
})

test("the operator's link proves no address and changes nothing", async () => {
  const { userId } = await account('operated@example.com')
  expect((await ask(await house.signIn.linkFor('operated@example.com'))).headers.get('location')).toBe('/')
  expect(await passkeysOf(userId)).toBe(1)
  expect(await signsIn('operated@example.com')).toBe(true)
})

test('a passkey is added only within a day of signing in', async () => {
  const { userId, cookie } = await account('long@example.com')
  expect((await ask('passkey/generate-register-options', { cookie })).status).toBe(200)
  const before = new Date(Date.now() - 25 * 3600 * 1000).toISOString()
  await rows().updateTable('sign_in_sessions').set({ createdAt: before }).where('userId', '=', userId).execute()
  const refused = await ask('passkey/generate-register-options', { cookie })
  expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'session_not_fresh' }])
})

test('nobody registers a passkey for an account that exists, or for none', async () => {
  await account('known@example.com')
  const begin = (context: unknown) => ask(`passkey/generate-register-options?context=${encodeURIComponent(JSON.stringify(context))}`)
  expect(await (await begin({ name: 'Eve', email: 'KNOWN@example.com' })).json()).toMatchObject({ code: 'USER_ALREADY_EXISTS' })
  for (const context of [null, {}, { name: '', email: 'new@example.com' }, { name: 'Eve', email: 'nonsense' }]) expect((await begin(context)).status).toBe(401)
  expect((await begin({ name: 'Nora', email: 'new@example.com' })).status).toBe(200)
  expect(await house.signIn.personByEmail('new@example.com')).toBeUndefined()
})

test('nobody is kept from signing up because the mail server is down', async () => {
  const mails = { isConnected: true, send: () => Promise.reject(new Error('the mail server is down')) }
  const options = { database: house.database, secret: 'x'.repeat(40), publicUrl: origin, isSignUpOpen: true, isInvited: async () => false }
  const cut = openSignIn({ ...options, mails })
  expect((await ask('sign-up/email', { body: { name: 'Ida', email: 'ida@example.com', password }, signIn: cut })).status).toBe(200)
  expect(await signsIn('ida@example.com')).toBe(true)
})

test('wrong passwords for one account are counted from wherever they come; a mailed link stays open', async () => {
  const { confirmation } = await account('guessed@example.com')
  await ask(confirmation)
  const options = { database: house.database, secret: 'x'.repeat(40), publicUrl: origin, isSignUpOpen: true, isInvited: async () => false }
  const strict = openSignIn({ ...options, mails: openSignInMails({ mail: house.mail, mailFrom: 'a@example.com', textOf: (_, key) => key }), guessesMax: 3 })
  const guess = async (secret: string) => (await ask('sign-in/email', { body: { email: 'Guessed@example.com', password: secret }, signIn: strict })).status
  const statuses: number[] = []
  for (const secret of ['one', 'two', password, 'one', 'two', 'three', password]) statuses.push(await guess(secret))
  expect(statuses).toEqual([401, 401, 200, 401, 401, 401, 429])
  expect((await ask('sign-in/magic-link', { body: { email: 'guessed@example.com' }, signIn: strict })).status).toBe(200)
  expect(await signsIn('guessed@example.com')).toBe(true)
})

test('a session that ended is unknown at once', async () => {
  const { cookie } = await account('out@example.com')
  expect(await house.signIn.personOf(new Headers({ cookie }))).toMatchObject({ email: 'out@example.com' })
  await ask('sign-out', { body: {}, cookie })
  expect(await house.signIn.personOf(new Headers({ cookie }))).toBeUndefined()
})
