import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillPlace, Places } from '../../../tests/place.ts'
import { startServer, type RunningServer } from '../../../tests/server.ts'

// Against the server as a process of its own, in no test mode: the sign-in library forgives more in one.

const places = new Places()
const running: RunningServer[] = []
afterAll(async () => {
  for (const server of running) await server.stop()
  await places.remove()
})

async function start(more: NodeJS.ProcessEnv = {}): Promise<RunningServer & { companyId: string }> {
  const environment = { ...(await places.empty()), ...more }
  const companyId = await fillPlace(environment)
  const server = await startServer({ environment })
  running.push(server)
  return { ...server, companyId }
}

const password = 'long enough 1'

/** Signs in over HTTP as a page of that origin would. */
function signIn(server: RunningServer, body: { email: string; password: string }, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, ...headers },
    body: JSON.stringify(body),
  })
}

const cookiesOf = (response: Response) => response.headers.getSetCookie()
const asCookie = (response: Response) =>
  cookiesOf(response)
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

describe('a server at http', () => {
  let server: RunningServer & { companyId: string }
  let cookie: string
  beforeAll(async () => {
    server = await start()
    cookie = asCookie(await signIn(server, { email: 'anna@example.com', password }))
  })

  const call = (operation: string, input: object, headers: Record<string, string>) =>
    fetch(`${server.url}/api/call/${operation}`, {
      method: 'POST',
      headers: { cookie, 'cloudburo-company': server.companyId, ...headers },
      body: JSON.stringify(input),
    })

  test('keeps scripts and other sites away from the session cookie', async () => {
    const session = cookiesOf(await signIn(server, { email: 'anna@example.com', password })).find((each) => each.startsWith('cloudburo.session_token='))
    expect(session).toMatch(/; HttpOnly/)
    expect(session).toMatch(/; SameSite=Lax/)
    expect(session).not.toMatch(/; Secure/)
  })

  test('refuses a change that another site sends with the cookie, and takes it from its own pages', async () => {
    const input = { name: 'Marie Dupont' }
    for (const headers of [{}, { origin: 'https://evil.example' }, { 'content-type': 'text/plain', origin: 'null' }] as Record<string, string>[]) {
      const refused = await call('contacts.create', input, headers)
      expect(refused.status).toBe(403)
      expect(await refused.json()).toMatchObject({ code: 'cross_site_refused' })
    }
    const rest = await fetch(`${server.url}/api/v1/contacts?company=${server.companyId}`, { method: 'POST', headers: { cookie }, body: JSON.stringify(input) })
    expect(rest.status).toBe(403)
    expect((await call('contacts.create', input, { 'x-cloudburo': '1' })).status).toBe(200)
    // A preflight for our header gets no permission.
    const preflight = await fetch(`${server.url}/api/call/contacts.create`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-cloudburo' },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    expect(preflight.headers.get('access-control-allow-headers')).toBeNull()
  })

  test('lets no other site sign anyone in, out or up', async () => {
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }
    const post = (path: string, body: object, headers: Record<string, string>) =>
      fetch(`${server.url}/api/auth/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
    expect((await signIn(server, { email: 'anna@example.com', password }, evil)).status).toBe(403)
    expect((await post('sign-out', {}, { ...evil, cookie })).status).toBe(403)
    expect((await post('sign-up/email', { name: 'Eve', email: 'eve@example.com', password }, evil)).status).toBe(403)
    expect((await post('change-password', { currentPassword: password, newPassword: 'another long one' }, { ...evil, cookie })).status).toBe(403)
    const elsewhere = { email: 'anna@example.com', callbackURL: 'https://evil.example/' }
    expect((await post('sign-in/magic-link', elsewhere, { origin: server.url })).status).toBe(403)
    expect((await call('company.mine', {}, { 'x-cloudburo': '1' })).status).toBe(200)
  })

  test('says on every kind of page what it may load and who may frame it', async () => {
    const { address } = (await (await call('portal.create-link', { contactId: await aContact() }, { 'x-cloudburo': '1' })).json()) as { address: string }
    const portal = new URL(address, server.url).pathname
    const paths = ['/', '/sign-in', '/c/pfote/today', '/no/such/page.png', '/api/docs', '/api/openapi.json', '/api/health', '/api/nothing', '/api/sign-in']
    for (const path of [...paths, portal, `${portal}/offers/x`, '/my/nobody', '/api/auth/get-session', `/logo/${server.companyId}`, '/join/x']) {
      const { headers } = await fetch(server.url + path, { redirect: 'manual' })
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of ["default-src 'self'", "script-src 'self'", "frame-ancestors 'self'", "base-uri 'none'", "form-action 'self'"]) {
        expect(policy, path).toContain(part)
      }
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('strict-transport-security'), path).toBeNull()
    }
    const logo = await fetch(`${server.url}/logo/${server.companyId}`)
    expect(logo.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  async function aContact(): Promise<string> {
    const made = await call('contacts.create', { name: 'Kurt Bergmann' }, { 'x-cloudburo': '1' })
    return ((await made.json()) as { id: string }).id
  }

  // Last: after it nobody signs in from here for a minute.
  test('counts attempts to sign in, whatever address the caller claims', async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 24; attempt += 1) {
      const claim = { 'x-forwarded-for': `198.51.100.${attempt}`, 'cloudburo-address': `198.51.100.${attempt}` }
      statuses.push((await signIn(server, { email: 'anna@example.com', password: `guess number ${attempt}` }, claim)).status)
    }
    expect(statuses.at(-1)).toBe(429)
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20)
    expect((await signIn(server, { email: 'anna@example.com', password })).status).toBe(429)
    expect((await call('company.mine', {}, { 'x-cloudburo': '1' })).status).toBe(200)
  })
})

describe('a server at https, behind a proxy', () => {
  const origin = 'https://office.example.com'
  let server: RunningServer
  beforeAll(async () => {
    server = await start({ PUBLIC_URL: origin, CLOUDBURO_TRUST_PROXY: '1' })
  })
  const from = (address: string) => ({ origin, 'x-forwarded-for': `203.0.113.9, ${address}` })

  test('sends its cookies over https alone, and says so to the browser', async () => {
    const response = await signIn(server, { email: 'anna@example.com', password }, from('192.0.2.1'))
    expect(response.status).toBe(200)
    const session = cookiesOf(response).find((each) => each.includes('session_token'))
    expect(session).toMatch(/^__Secure-cloudburo\.session_token=/)
    for (const part of ['; HttpOnly', '; Secure', '; SameSite=Lax', '; Path=/']) expect(session).toContain(part)
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
    const mine = await fetch(`${server.url}/api/call/company.mine`, { method: 'POST', headers: { cookie: asCookie(response), 'x-cloudburo': '1' }, body: '{}' })
    expect(await mine.json()).toMatchObject({ person: { email: 'anna@example.com' } })
  })

  test('counts per address that the proxy saw, not that the caller claims', async () => {
    const attempt = async (address: string) => (await signIn(server, { email: 'anna@example.com', password: 'a wrong one' }, from(address))).status
    for (let count = 0; count < 20; count += 1) expect(await attempt('192.0.2.7')).toBe(401)
    expect(await attempt('192.0.2.7')).toBe(429)
    expect(await attempt('192.0.2.8')).toBe(401)
  })
})

describe('a server where sign-up is closed', () => {
  let server: RunningServer & { companyId: string }
  beforeAll(async () => {
    server = await start({ CLOUDBURO_SIGN_UP: 'closed' })
  })

  const signUp = (email: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, ...headers },
      body: JSON.stringify({ name: 'Beat', email, password }),
    })

  test('makes accounts for those who were invited, and for nobody else', async () => {
    expect(await (await fetch(`${server.url}/api/sign-in`)).json()).toMatchObject({ isSignUpOpen: false, isMailConnected: false })
    const refused = await signUp('eve@example.com')
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'sign_up_closed' }])
    expect((await signUp('eve@example.com', { 'cloudburo-invitation': 'x'.repeat(43) })).status).toBe(403)
    const context = encodeURIComponent(JSON.stringify({ name: 'Eve', email: 'eve@example.com' }))
    const byPasskey = (headers: Record<string, string> = {}) =>
      fetch(`${server.url}/api/auth/passkey/generate-register-options?context=${context}`, { headers })
    expect((await byPasskey()).status).toBe(403)

    const cookie = asCookie(await signIn(server, { email: 'anna@example.com', password }))
    const invited = await fetch(`${server.url}/api/call/company.invite`, {
      method: 'POST',
      headers: { cookie, 'x-cloudburo': '1', 'cloudburo-company': server.companyId },
      body: JSON.stringify({ email: 'beat@example.com', role: 'staff' }),
    })
    const invitation = ((await invited.json()) as { link: string }).link.split('/').at(-1) as string
    expect((await byPasskey({ 'cloudburo-invitation': invitation })).status).toBe(200)
    expect((await signUp('beat@example.com', { 'cloudburo-invitation': invitation })).status).toBe(200)
  })

  test('that cannot send mail says so to known and unknown addresses alike', async () => {
    for (const email of ['anna@example.com', 'nobody@example.com']) {
      for (const path of ['sign-in/magic-link', 'request-password-reset']) {
        const answer = await fetch(`${server.url}/api/auth/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: server.url },
          body: JSON.stringify({ email }),
        })
        expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'mail_not_connected' }])
      }
    }
  })
})
