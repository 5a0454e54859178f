import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../src/house.ts'
import { readConfiguration } from '../src/platform/configuration.ts'
import { silentLog } from '../src/platform/log.ts'
import { runCommandLine } from '../src/doors/cli/run.ts'
import { createEmptyPostgres } from './database.ts'
import { line } from './given.ts'
import { startServer, type RunningServer } from './server.ts'

const environment: NodeJS.ProcessEnv = {}
const token = { value: '' }
let folder: string
let drop: () => Promise<void> = async () => undefined
let server: RunningServer | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cloudburo-fault-'))
  environment['CLOUDBURO_DATA'] = folder
  const url = process.env['CLOUDBURO_TEST_DATABASE_URL']
  if (url) {
    const database = await createEmptyPostgres(url)
    environment['DATABASE_URL'] = database.url
    drop = database.drop
  }
  const house = await openHouse(readConfiguration(environment), { log: silentLog })
  const person = await house.signIn.signUp({ name: 'Anna', email: 'anna@example.com', password: 'long enough 1' })
  await house.operations.runPlatform({ operation: 'company.create', input: { name: 'Pfote', country: 'CH' }, person })
  const [company] = await house.allCompanies()
  token.value = ((await house.runAsSystem(company!, 'company.create-token', { name: 'fault' })) as { token: string }).token
  await house.close()
}, 120_000)

afterAll(async () => {
  await server?.stop()
  await drop()
  rmSync(folder, { recursive: true, force: true })
}, 120_000)

const start = async () => (server = await startServer({ environment, token: token.value }))

test('kill -9 in the middle of writing loses nothing acknowledged and doubles nothing', async () => {
  const acknowledged = new Map<string, string>()
  const begun = new Set<string>()
  for (let round = 0; round < 3; round += 1) {
    const running = await start()
    let isOver = false
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let count = 0; !isOver; count += 1) {
        const key = `write-${round}-${writer}-${count}`
        begun.add(key)
        try {
          acknowledged.set(key, (await running.call('contacts.create', { name: key, email: `${key}@example.com` }, { key })).id)
        } catch {
          return
        }
      }
    })
    const wanted = acknowledged.size + 25
    while (acknowledged.size < wanted) await new Promise((resolve) => setTimeout(resolve, 5))
    await running.kill()
    isOver = true
    await Promise.all(writers)
  }
  const running = await start()
  // What was begun and not acknowledged is asked again with its key: done before or now, it is there once.
  for (const key of begun) {
    const { id } = await running.call('contacts.create', { name: key, email: `${key}@example.com` }, { key })
    if (acknowledged.has(key)) expect(id, key).toBe(acknowledged.get(key))
  }
  const names: string[] = []
  for (let offset = 0; ; offset += 100) {
    const { contacts } = (await running.call('contacts.list', { text: '', offset, limit: 100 })) as unknown as { contacts: { name: string }[] }
    names.push(...contacts.map((contact) => contact.name))
    if (contacts.length < 100) break
  }
  expect(names.toSorted()).toEqual([...begun].toSorted())
  await running.stop()
  server = undefined
}, 900_000)

test('twenty invoices issued at once over HTTP have twenty numbers in a row, and check finds nothing wrong', async () => {
  const running = await start()
  const contact = await running.call('contacts.create', { name: 'Marie' })
  const drafts: string[] = []
  for (let count = 0; count < 20; count += 1) drafts.push((await running.call('invoicing.create-draft', { contactId: contact.id, lines: [line] })).id)
  const issued = await Promise.all(drafts.map((invoiceId) => running.call('invoicing.issue', { invoiceId }, { key: `issue-${invoiceId}` })))
  const numbers = issued.map((invoice) => Number(String(invoice['number']).slice(-4))).toSorted((left, right) => left - right)
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  await running.stop()
  server = undefined
  const lines: string[] = []
  const code = await runCommandLine(['check'], { environment, print: (text) => lines.push(text), printProblem: (text) => lines.push(text) })
  expect(code, lines.join('\n')).toBe(0)
}, 900_000)
