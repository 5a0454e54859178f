import { unzipSync } from 'fflate'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import { addArchiveRoutes } from '../../../doors/http/archive.ts'
import type { HttpServices } from '../../../doors/http/services.ts'
import { hashOf } from '../../../platform/files.ts'
import { safeName } from './places.ts'

let world: World
let owner: Seat
let application: Hono
let token: string

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
  const { id: contactId } = await owner.call('contacts.create', { name: '=Marie "Dupont"' })
  for (const amount of ['100.00', '200.00', '300.00']) {
    const lines = [{ name: 'Coaching', quantity: '1', unitPrice: { amount, currency: 'CHF' } }]
    const { id: invoiceId } = await owner.call('invoicing.create-draft', { contactId, lines })
    await owner.call('invoicing.issue', { invoiceId })
    if (amount === '300.00') await owner.call('invoicing.credit', { invoiceId, reason: 'Wrong' })
  }
  token = (await owner.call('company.create-token', { name: 'Accountant', role: 'accountant' })).token
  application = new Hono()
  const { database, operations, clock, files } = world
  addArchiveRoutes(application, { database, operations, clock, files, signIn: { personOf: async () => undefined } } as unknown as HttpServices)
})
afterAll(() => world.close())

test('all documents leave as one ZIP, each with its hash in the table of contents', async () => {
  const answer = await application.request('/api/books/archive?from=2026-01-01&to=2026-12-31', { headers: { authorization: `Bearer ${token}` } })
  expect(answer.headers.get('content-type')).toBe('application/zip')
  const found = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  expect(Object.keys(found).sort()).toEqual([
    'credit-notes/2026/C2026-0001.pdf',
    'index.csv',
    'invoices/2026/2026-0001.pdf',
    'invoices/2026/2026-0002.pdf',
    'invoices/2026/2026-0003.pdf',
  ])
  const table = new TextDecoder().decode(found['index.csv']!).trim().split('\r\n').slice(1)
  expect(table).toHaveLength(4)
  for (const row of table) {
    expect(row).toContain(`"'=Marie ""Dupont"""`)
    const cells = row.split(',')
    expect(hashOf(found[cells[0]!]!)).toBe(cells.at(-1))
  }
}, 30_000)

test('names lead nowhere else', () => {
  expect(safeName('../../etc/passwd')).toBe('etc-passwd')
  expect(safeName('C:\\Windows\u0000')).toBe('C-Windows')
  expect(safeName('Müller & Söhne +1')).toBe('Müller & Söhne +1')
})
