import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findingsOf } from '../../../tests/findings.ts'
import { instant } from '../../kernel/instant.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

/** Two contacts with whole histories become one: everything follows, what was issued stays as it was. */
let world: World
let owner: Seat
let kept: string
let other: string

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z', mailIsConnected: true })
})
afterAll(() => world.close())

const chf = (amount: string) => ({ amount, currency: 'CHF' })

beforeEach(async () => {
  world.clock.moveTo(instant('2026-03-02T09:00:00Z'))
  owner = await world.company({ country: 'CH' })
  const lesson = (await owner.call('offer.create-service', { name: 'Lektion', unit: 'lesson', minutes: 60, price: chf('40.00') })).id
  const hour = (await owner.call('offer.create-service', { name: 'Beratung', unit: 'minute', per: '60', price: chf('120.00') })).id
  kept = await liveOf('Marie Dupont', { lesson, hour })
  other = await liveOf('M. Dupont', { lesson, hour })
})

/** A pass with a session booked and one attended, work invoiced and not, a payment too high, a write-off, a credit note, a message, a task. */
async function liveOf(name: string, { lesson, hour }: { lesson: string; hour: string }): Promise<string> {
  const contactId = (await owner.call('contacts.create', { kind: 'person', name, email: `${name.replaceAll(/\W/g, '')}@example.com` })).id as string
  await owner.call('agreements.create', { payerId: contactId, name: `Karte ${name}`, way: 'pass', units: 10, amount: chf('300.00'), then: 'accept' })
  const past = (await owner.call('calendar.book', { serviceId: lesson, on: '2026-03-02', time: '08:00', participants: [{ contactId }] })).id
  await owner.call('calendar.confirm-attendance', { sessionId: past })
  await owner.call('calendar.book', { serviceId: lesson, on: '2026-03-09', time: '08:00', participants: [{ contactId }] })
  await owner.call('work.record-time', { contactId, serviceId: hour, on: '2026-03-01', minutes: 90, note: 'Logo', agreementId: null })
  const [bill] = (await owner.call('invoicing.bill-customer', { contactId, send: false })).invoices
  await owner.call('work.record-time', { contactId, serviceId: hour, on: '2026-03-02', minutes: 30, note: 'Logo', agreementId: null })
  const [line] = (await owner.call('invoicing.read', { invoiceId: bill.id })).lines
  await owner.call('invoicing.credit', { invoiceId: bill.id, reason: 'Half', lines: [{ lineId: line.id, quantity: '30', effect: 'written_off' }] })
  await owner.call('payments.record', { contactId, amount: chf('500.00') })
  const { id: loose } = await owner.call('invoicing.create-draft', { contactId, lines: [{ name: 'Buch', quantity: '2', unitPrice: chf('30.00') }] })
  await owner.call('invoicing.issue', { invoiceId: loose })
  await owner.call('payments.write-off', { invoiceId: loose, amount: chf('5.00'), reason: 'Kulanz' })
  await owner.call('payments.pause-reminders', { contactId, until: '2026-05-01' })
  await owner.call('messages.record', { contactId, channel: 'phone', subject: '', text: `Hello from ${name}` })
  await owner.call('contacts.add-task', { contactId, kind: 'call', title: `Call ${name}`, dueOn: '2026-03-03' })
  await owner.call('work.start-timer', { contactId })
  return contactId
}

async function balanceOf(contactId: string): Promise<Record<string, number>> {
  const [balance] = (await owner.call('payments.balance', { contactId })).balances
  const minor = (value: { amount: string }) => Math.round(Number(value.amount) * 100)
  return Object.fromEntries(['invoiced', 'paid', 'refunded', 'writtenOff', 'balance', 'open', 'credit'].map((part) => [part, minor(balance[part])]))
}

const unbilledOf = async (contactId: string) =>
  (await owner.call('invoicing.unbilled', { contactId })).customers.map((each: { amount: unknown }) => each.amount)

test('the balance of the one that is kept is the sum of both, and everything verifies', async () => {
  expect(await findingsOf(world, owner)).toEqual([])
  const [left, right] = [await balanceOf(kept), await balanceOf(other)]
  const preview = await owner.call('thread.merge-preview', { contactId: kept, otherId: other })
  expect(preview.moves).toMatchObject({ agreements: 1, sessions: 2, minutes: 120, invoices: 4, messages: expect.any(Number), tasks: 1 })
  await owner.call('contacts.merge', { contactId: kept, otherId: other })
  const together = await balanceOf(kept)
  for (const [part, sum] of Object.entries(together)) expect(`${part} ${sum}`).toBe(`${part} ${left[part]! + right[part]!}`)
  expect(Math.round(Number(preview.balances[0].together.amount) * 100)).toBe(together['balance'])
  expect(await findingsOf(world, owner)).toEqual([])
})

test('what was invoiced is not billed again and not given back; what was unbilled is billed once, to the one that is kept', async () => {
  expect(await unbilledOf(kept)).toEqual([chf('62.00')])
  await owner.call('contacts.merge', { contactId: kept, otherId: other })
  expect(await unbilledOf(kept)).toEqual([chf('122.00')])
  const { invoices } = await owner.call('invoicing.bill-customer', { contactId: kept, send: false })
  expect(invoices).toHaveLength(1)
  expect(await unbilledOf(kept)).toEqual([])
  expect(await findingsOf(world, owner)).toEqual([])
})

test('issued documents keep their own copy of the buyer, digest and number, on the thread of the one that is kept', async () => {
  const { invoices } = await owner.call('invoicing.list', { filter: 'all', contactId: other })
  const before = await Promise.all(invoices.map(({ id }: { id: string }) => owner.call('invoicing.read', { invoiceId: id })))
  await owner.call('contacts.merge', { contactId: kept, otherId: other })
  for (const invoice of before) {
    const after = await owner.call('invoicing.read', { invoiceId: invoice.id })
    expect(after).toEqual({ ...invoice, contactId: kept })
    expect(after.contactName).toBe('M. Dupont')
  }
  expect((await owner.call('invoicing.list', { filter: 'all', contactId: kept })).invoices).toHaveLength(invoices.length * 2)
})

test('sessions, time, messages, tasks, search and the personal link follow', async () => {
  const link = await owner.call('portal.create-link', { contactId: other })
  await owner.call('contacts.merge', { contactId: kept, otherId: other })
  const thread = await owner.call('thread.read', { contactId: kept })
  expect(thread.agreements).toHaveLength(2)
  expect(thread.tasks).toHaveLength(2)
  expect((await owner.call('calendar.sessions', { from: '2026-03-01', to: '2026-03-31', contactId: kept })).sessions).toHaveLength(4)
  expect((await owner.call('work.entries', { contactId: kept })).entries.length).toBeGreaterThanOrEqual(4)
  const { messages } = await owner.call('messages.list', { contactId: kept })
  expect(messages.some((each: { contactName: string }) => each.contactName === 'M. Dupont')).toBe(false)
  expect((await owner.call('portal.links', { contactId: kept })).links.map((each: { id: string }) => each.id)).toContain(link.id)
  expect(await owner.failure('thread.read', { contactId: other })).toBe('not_found')
  expect((await owner.call('work.timer')).timer).toMatchObject({ contactId: kept })
})

test('the money of both is worked with as one: credit of the one settles invoices of the other', async () => {
  const { balances } = await owner.call('payments.balance', { contactId: kept })
  expect(Number(balances[0].credit.amount)).toBeGreaterThan(0)
  await owner.call('contacts.merge', { contactId: kept, otherId: other })
  await owner.call('payments.use-credit', { contactId: kept })
  const { payments } = await owner.call('payments.list', { contactId: kept })
  expect(payments).toHaveLength(2)
  await owner.call('payments.remove', { paymentId: payments[0].id })
  expect(await findingsOf(world, owner)).toEqual([])
})

test('what was put aside for one hides nothing of the other that nobody put aside', async () => {
  const causes = async () => {
    const { moves } = await owner.call('today.read')
    return moves.map((move: { cause: string }) => move.cause).filter((cause: string) => cause.startsWith('unbilled-work/'))
  }
  const cause = (await causes()).find((each: string) => each.includes(kept))!
  await owner.call('today.dismiss', { cause })
  expect(await causes()).not.toContain(cause)
  await owner.call('contacts.merge', { contactId: kept, otherId: other })
  expect(await causes()).toEqual([cause])
})

test('nothing else about an issued document or a fact of money can be changed, nor its contact without a merge', async () => {
  const attempt = (statement: string) =>
    world.database.write(owner.company.id, async (transaction) => {
      const { sql } = await import('kysely')
      await sql.raw(statement).execute(transaction)
    })
  const where = `where company_id = '${owner.company.id}'`
  await expect(attempt(`update invoices set contact_id = '${kept}' ${where} and contact_id = '${other}' and state = 'issued'`)).rejects.toThrow(/never changes/)
  await expect(attempt(`update invoice_lines set contact_id = '${kept}' ${where} and contact_id = '${other}'`)).rejects.toThrow(/never changes/)
  await expect(attempt(`update payments set contact_id = '${kept}' ${where} and contact_id = '${other}'`)).rejects.toThrow(/never changes/)
  await owner.call('contacts.merge', { contactId: kept, otherId: other })
  await expect(attempt(`update invoices set gross_minor = 1 ${where} and state = 'issued'`)).rejects.toThrow(/never changes/)
  await expect(attempt(`update write_offs set amount_minor = 1 ${where}`)).rejects.toThrow(/never changes/)
  await expect(attempt(`update invoices set contact_id = '${other}' ${where} and state = 'issued'`)).rejects.toThrow(/never changes/)
})

test('no table names the one that is gone any more, also those of modules to come', async () => {
  const named = ['contact_id', 'thing_id', 'payer_id', 'from_id', 'to_id']
  const quoted = named.map((name) => `'${name}'`).join(', ')
  const catalogue =
    world.database.engine === 'sqlite'
      ? `select m.name as "table", c.name as "column" from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and c.name in (${quoted})`
      : `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'public' and column_name in (${quoted})`
  await owner.call('portal.create-link', { contactId: other })
  const namesOf = (contactId: string) =>
    world.read(owner, async (transaction) => {
      const { sql } = await import('kysely')
      const found: string[] = []
      for (const { table, column } of (await sql.raw<{ table: string; column: string }>(catalogue).execute(transaction)).rows) {
        const where = `company_id = '${owner.company.id}' and ${column} = '${contactId}'`
        const { rows } = await sql.raw<{ count: bigint }>(`select count(*) as count from ${table} where ${where}`).execute(transaction)
        if (Number(rows[0]!.count) > 0) found.push(`${table}.${column}`)
      }
      return found.toSorted()
    })
  expect((await namesOf(other)).length).toBeGreaterThan(15)
  await owner.call('contacts.merge', { contactId: kept, otherId: other })
  expect(await namesOf(other)).toEqual([])
})

test('on the embedded database every column but the contact is guarded by name, also those of later migrations', async () => {
  if (world.database.engine !== 'sqlite') return
  const guards = { invoices: 'invoices_kept', invoice_lines: 'invoice_lines_update_kept' } as Record<string, string>
  for (const table of ['payments', 'payment_allocations', 'refunds', 'write_offs', 'reminders', 'reminder_pauses']) guards[table] = `${table}_no_update`
  await world.read(owner, async (transaction) => {
    const { sql } = await import('kysely')
    for (const [table, trigger] of Object.entries(guards)) {
      const columns = (await sql.raw<{ name: string }>(`select name from pragma_table_info('${table}')`).execute(transaction)).rows.map(({ name }) => name)
      // A later migration guards its columns by a trigger of its own.
      const { rows } = await sql
        .raw<{ sql: string }>(`select sql from sqlite_master where type = 'trigger' and tbl_name = '${table}' and sql like '%before update of%'`)
        .execute(transaction)
      expect(rows.some((row) => row.sql.includes(trigger))).toBe(true)
      const guarded = [...new Set(rows.flatMap((row) => /update of (.*?) on /s.exec(row.sql)![1]!.split(', ')))].filter((name) => name !== 'contact_id')
      expect({ table, columns: guarded.toSorted() }).toEqual({ table, columns: columns.filter((name) => name !== 'contact_id').toSorted() })
    }
  })
})
