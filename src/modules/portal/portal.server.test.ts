import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pass } from '../../../tests/given.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'
import { findScope } from '../company/index.ts'
import { portalPages } from './pages/pages.ts'

let world: World
let owner: Seat
let application: Hono
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
  application = new Hono()
  portalPages(application, {
    database: world.database,
    clock: world.clock,
    publicUrl: 'http://127.0.0.1:4100',
    run: (request: Parameters<typeof world.operations.run>[0]) => world.operations.run(request),
    companyById: (id: never) => world.database.readPlatform((transaction) => findScope(transaction, id)),
    addressOf: () => '192.0.2.7',
  } as never)
})
afterAll(() => world.close())

const newContact = async (changes: object = {}) =>
  (await owner.call('contacts.create', { name: 'Marie Dupont', email: 'marie@example.com', ...changes })).id as string

async function linkOf(contactId: string): Promise<{ id: string; path: string }> {
  const { id, address } = await owner.call('portal.create-link', { contactId })
  return { id, path: new URL(address).pathname }
}

const offer = async (contactId: string, changes: object = {}) =>
  (await owner.call('agreements.create', { payerId: contactId, name: 'Zehnerabo', terms: pass, then: 'offer', ...changes })).id as string

const page = async (path: string, init: RequestInit = {}) => {
  const response = await application.request(path, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const answer = (path: string, fields: Record<string, string>) =>
  application.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'content-type': 'application/x-www-form-urlencoded' } })

const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)![1]!

test('the link opens the own page in the language of the customer, and nothing is cached or indexed', async () => {
  const { path } = await linkOf(await newContact({ language: 'fr' }))
  const { status, headers, text } = await page(path)
  expect(status).toBe(200)
  expect(text).toContain('Bonjour Marie')
  expect(headers.get('x-robots-tag')).toContain('noindex')
  expect(headers.get('cache-control')).toContain('no-store')
  expect(text.length).toBeLessThan(20_000)
  expect(text).not.toContain('<script')
})

test('an unknown, a revoked and a malformed link are told alike', async () => {
  const contactId = await newContact()
  const { id, path } = await linkOf(contactId)
  expect(await owner.call('portal.revoke-link', { contactId, linkId: id })).toEqual({ count: 1 })
  const pages = await Promise.all([path, `/my/${'x'.repeat(43)}`, '/my/short'].map((each) => page(each)))
  expect(pages.map((each) => each.status)).toEqual([404, 404, 404])
  expect(new Set(pages.map((each) => each.text)).size).toBe(1)
})

test('the secret is not in the database, only its hash', async () => {
  const contactId = await newContact()
  const { path } = await linkOf(contactId)
  const secret = path.slice('/my/'.length)
  const rows = await world.database.readPlatform((transaction) =>
    transaction.withTables<{ portal_links: { secret_hash: string } }>().selectFrom('portal_links').selectAll().execute(),
  )
  expect(JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(secret)
})

test('an offer is accepted with a name, once, and the evidence is kept', async () => {
  const contactId = await newContact({ language: 'de' })
  const agreementId = await offer(contactId)
  const { path } = await linkOf(contactId)
  const at = `${path}/offers/${agreementId}`
  const { text } = await page(at)
  expect(text).toContain('Zehnerabo')
  expect(text).toContain('Preise inklusive MWST')
  const fields = { name: 'Marie D.', textHash: hidden(text, 'textHash'), key: hidden(text, 'key') }
  const answers = [await answer(`${at}/accept`, fields), await answer(`${at}/accept`, fields)]
  expect(answers.map((each) => each.status)).toEqual([303, 303])
  expect((await page(at)).text).toContain('Vielen Dank, Marie D.')
  const agreement = await owner.call('agreements.read', { agreementId })
  expect(agreement.state).toBe('active')
  expect(agreement.evidence).toMatchObject([{ decision: 'accepted', name: 'Marie D.', address: '192.0.2.7', at: '2026-03-02T09:00:00.000Z' }])
  expect((await owner.call('invoicing.list', { contactId })).invoices).toHaveLength(1)
  expect((await page(path)).text).toContain('10 Lektionen')
})

test('a text that changed meanwhile is not accepted unread', async () => {
  const contactId = await newContact()
  const at = `${(await linkOf(contactId)).path}/offers/${await offer(contactId)}`
  const { text } = await page(at)
  const refused = await answer(`${at}/accept`, { name: 'Marie', textHash: 'f'.repeat(64), key: hidden(text, 'key') })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('role="alert"')
})

test('an offer is declined with a reason', async () => {
  const contactId = await newContact()
  const agreementId = await offer(contactId)
  const at = `${(await linkOf(contactId)).path}/offers/${agreementId}`
  const { text } = await page(at)
  await answer(`${at}/decline`, { reason: 'Too far', textHash: hidden(text, 'textHash'), key: 'k' })
  expect(await owner.call('agreements.read', { agreementId })).toMatchObject({ state: 'declined', declineReason: 'Too far' })
})

test('the page of one customer never shows the offer or the invoice of another', async () => {
  const [contactId, otherId] = [await newContact(), await newContact({ name: 'Other' })]
  const agreementId = await offer(otherId)
  const { path } = await linkOf(contactId)
  expect((await page(`${path}/offers/${agreementId}`)).status).toBe(404)
  const { id: invoiceId } = await owner.call('invoicing.create-draft', {
    contactId: otherId,
    lines: [{ name: 'Work', quantity: '1', unitPrice: { amount: '10.00', currency: 'CHF' } }],
  })
  await owner.call('invoicing.issue', { invoiceId })
  expect((await page(`${path}/invoices/${invoiceId}`)).status).toBe(404)
  const other = await application.request(`${(await linkOf(otherId)).path}/invoices/${invoiceId}`)
  expect(other.headers.get('content-type')).toBe('application/pdf')
  expect((await owner.call('invoicing.read', { invoiceId })).seenAt).not.toBeNull()
})

test('an offer goes out by mail with the link to its page', async () => {
  const connected = await openWorld({ at: '2026-03-02T09:00:00Z', mailIsConnected: true })
  const seat = await connected.company({ country: 'CH' })
  const { id } = await seat.call('contacts.create', { name: 'Marie', email: 'marie@example.com' })
  const { id: agreementId } = await seat.call('agreements.create', { payerId: id, name: 'Zehnerabo', terms: pass, then: 'draft' })
  await seat.call('agreements.offer', { agreementId })
  await connected.runJobs()
  expect(connected.mails[0]!.text).toContain(`/offers/${agreementId}`)
  await connected.close()
})

test('what a customer typed is shown as text, never as markup', async () => {
  const { path } = await linkOf(await newContact({ name: '<b>Eve</b>', givenName: '<b>Eve</b>' }))
  expect((await page(path)).text).not.toContain('<b>Eve</b>')
})

test('a customer writes on the own page: it waits on Today, and the answer stands below it', async () => {
  const contactId = await newContact()
  const { path } = await linkOf(contactId)
  const key = hidden((await page(path)).text, 'key')
  const answers = [
    await answer(`${path}/messages`, { text: 'Can we move Friday?', key }),
    await answer(`${path}/messages`, { text: 'Can we move Friday?', key }),
  ]
  expect(answers.map((each) => each.status)).toEqual([303, 303])
  const { moves } = await owner.call('today.read')
  expect(moves.filter((move: { kind: string; contactId: string }) => move.kind === 'message-unanswered' && move.contactId === contactId)).toHaveLength(1)
  await owner.call('messages.send', { contactId, subject: 'Friday', text: 'Yes, at three.' })
  await owner.call('messages.record', { contactId, text: 'Seemed tired on the phone.' })
  const { text } = await page(path)
  expect(text.indexOf('Yes, at three.')).toBeLessThan(text.indexOf('Can we move Friday?'))
  expect(text).not.toContain('Seemed tired')
})

test('an empty message is refused and says so', async () => {
  const { path } = await linkOf(await newContact({ language: 'en' }))
  const refused = await answer(`${path}/messages`, { text: '   ', key: 'one-key-0001' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Please write something.')
})

test('a customer takes along everything of the own thread, and nothing of the notes', async () => {
  const contactId = await newContact()
  await owner.call('contacts.add-note', { contactId, text: 'Pays late.' })
  await offer(contactId)
  const { path } = await linkOf(contactId)
  const { text, headers } = await page(`${path}/data`)
  expect(headers.get('content-disposition')).toContain('attachment')
  const data = JSON.parse(text) as Record<string, unknown>
  expect(Object.keys(data)).toEqual(expect.arrayContaining(['contact', 'timeline', 'agreements', 'invoices', 'sessions', 'messages']))
  expect(text).toContain('marie@example.com')
  expect(text).not.toContain('Pays late.')
})

test('the mail of an invoice leads to the own page', async () => {
  const connected = await openWorld({ at: '2026-03-02T09:00:00Z', mailIsConnected: true })
  const seat = await connected.company({ country: 'CH' })
  const { id: contactId } = await seat.call('contacts.create', { name: 'Marie', email: 'marie@example.com' })
  const lines = [{ name: 'Work', quantity: '1', unitPrice: { amount: '10.00', currency: 'CHF' } }]
  const { id: invoiceId } = await seat.call('invoicing.create-draft', { contactId, lines })
  await seat.call('invoicing.issue', { invoiceId, send: true })
  await connected.runJobs()
  const address = /\/my\/[\w-]{43}/.exec(connected.mails[0]!.text)?.[0]
  expect(address).toBeDefined()
  await connected.close()
})
