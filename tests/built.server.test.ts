import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createEmptyPostgres } from './database.ts'
import { builtServer, startServer } from './server.ts'

const url = process.env['CLOUDBURO_TEST_DATABASE_URL']
const folder = mkdtempSync(join(tmpdir(), 'cloudburo-built-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(!existsSync(builtServer))('the built server signs up, sells, and sets a document', { timeout: 60_000 }, async () => {
  const database = url ? await createEmptyPostgres(url) : undefined
  const server = await startServer({ environment: { CLOUDBURO_DATA: folder, ...(database ? { DATABASE_URL: database.url } : {}) }, isBuilt: true })
  const post = async (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, 'x-cloudburo': '1', ...headers },
      body: JSON.stringify(body),
    })
  try {
    const signedUp = await post('/api/auth/sign-up/email', { name: 'Anna', email: 'anna@example.com', password: 'five minutes a week' })
    expect(signedUp.status).toBe(200)
    const cookie = signedUp.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const call = async (operation: string, input: object, company?: string) => {
      const response = await post(`/api/call/${operation}`, input, { cookie, ...(company ? { 'cloudburo-company': company } : {}) })
      expect(response.status, operation).toBe(200)
      return (await response.json()) as Record<string, string>
    }
    const { id: company } = await call('company.create', { name: 'Pfote', country: 'CH' })
    const { id: contactId } = await call('contacts.create', { name: 'Marie' }, company)
    const lines = [{ name: 'Lektion', quantity: '1', unitPrice: { amount: '100.00', currency: 'CHF' } }]
    const { id: invoiceId } = await call('invoicing.create-draft', { contactId, lines }, company)
    await call('invoicing.issue', { invoiceId }, company)
    const pdf = await call('invoicing.pdf', { invoiceId }, company)
    expect(Buffer.from(pdf['content']!, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    for (const path of ['/', '/api/docs', '/api/openapi.json']) expect((await fetch(server.url + path)).status, path).toBe(200)
  } finally {
    await server.stop()
    await database?.drop()
  }
})
