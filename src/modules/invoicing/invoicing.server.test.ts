import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingsOf } from '../../../tests/findings.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'
import { chainHash, documentHash } from './chain.ts'
import { payablesOf } from './payables.ts'

let world: World
let owner: Seat
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
})
afterAll(() => world.close())

const line = (amount: string, changes: object = {}) => ({ name: 'Coaching', quantity: '1', unitPrice: { amount, currency: 'CHF' }, ...changes })

async function contact(changes: object = {}): Promise<string> {
  return (await owner.call('contacts.create', { name: 'Marie Dupont', email: 'marie@example.com', ...changes })).id
}

async function draft(contactId: string, lines: object[] = [line('100.00')]): Promise<string> {
  return (await owner.call('invoicing.create-draft', { contactId, lines })).id
}

async function issued(contactId: string, lines?: object[]): Promise<{ id: string; number: string }> {
  return owner.call('invoicing.issue', { invoiceId: await draft(contactId, lines) })
}

test('a draft is composed as it would be issued today', async () => {
  const invoiceId = await draft(await contact(), [line('100.00'), line('50.00', { quantity: '2', taxCategory: 'reduced' })])
  const invoice = await owner.call('invoicing.read', { invoiceId })
  expect(invoice).toMatchObject({ state: 'draft', status: 'draft', number: null, open: null })
  expect(invoice.totals.gross).toEqual({ amount: '210.70', currency: 'CHF' })
  expect(invoice.totals.groups.map((group: { tax: unknown }) => group.tax)).toEqual([
    { amount: '8.10', currency: 'CHF' },
    { amount: '2.60', currency: 'CHF' },
  ])
})

test('a draft can be changed and deleted, an issued invoice cannot', async () => {
  const contactId = await contact()
  const invoiceId = await draft(contactId)
  const before = await owner.call('invoicing.read', { invoiceId })
  await owner.call('invoicing.change-draft', { invoiceId, note: 'Thank you', lines: [line('20.00'), { ...line('80.00'), id: before.lines[0].id }] })
  const after = await owner.call('invoicing.read', { invoiceId })
  expect(after.lines.map((each: { amount: { amount: string } }) => each.amount.amount)).toEqual(['20.00', '80.00'])
  expect(after.lines[1].id).toBe(before.lines[0].id)
  await owner.call('invoicing.issue', { invoiceId })
  expect(await owner.failure('invoicing.change-draft', { invoiceId, note: 'x' })).toBe('invoice_already_issued')
  expect(await owner.failure('invoicing.delete-draft', { invoiceId })).toBe('invoice_already_issued')
  expect(await owner.failure('invoicing.issue', { invoiceId })).toBe('invoice_already_issued')
  const gone = await draft(contactId)
  await owner.call('invoicing.delete-draft', { invoiceId: gone })
  expect(await owner.failure('invoicing.read', { invoiceId: gone })).toBe('not_found')
})

test('the database itself refuses to change or delete what is issued', async () => {
  const { id } = await issued(await contact())
  const refused = async (sql: string) =>
    expect(
      world.database.write(owner.company.id, async (transaction) => {
        const { sql: raw } = await import('kysely')
        await raw.raw(sql).execute(transaction)
      }),
    ).rejects.toThrow(/never/)
  await refused(`update invoices set gross_minor = 1 where id = '${id}'`)
  await refused(`delete from invoices where id = '${id}'`)
  await refused(`update invoice_lines set amount_minor = 1 where invoice_id = '${id}'`)
  await refused(`delete from invoice_lines where invoice_id = '${id}'`)
})

test('twenty issued at once have twenty numbers in a row, and the chain holds', async () => {
  const seat = await world.company({ country: 'DE', currency: 'EUR' })
  const { id: contactId } = await seat.call('contacts.create', { name: 'Acme' })
  const drafts = []
  for (let count = 0; count < 20; count += 1) {
    const euro = { name: 'Work', quantity: '1', unitPrice: { amount: '10.00', currency: 'EUR' } }
    drafts.push((await seat.call('invoicing.create-draft', { contactId, lines: [euro] })).id)
  }
  const results = await Promise.all(drafts.map((invoiceId) => seat.call('invoicing.issue', { invoiceId })))
  const expected = Array.from({ length: 20 }, (_, index) => `2026-${String(index + 1).padStart(4, '0')}`)
  expect(results.map((each) => each.number).sort()).toEqual(expected)
  const rows = await world.read(seat, (transaction) =>
    transaction
      .withTables<{ invoices: { company_id: string; sequence: bigint; document: string; previous_hash: string; hash: string } }>()
      .selectFrom('invoices')
      .selectAll()
      .where('company_id', '=', seat.company.id)
      .orderBy('sequence')
      .execute(),
  )
  let previous = '0'.repeat(64)
  for (const row of rows) {
    expect(row.previous_hash).toBe(previous)
    expect(row.hash).toBe(chainHash(previous, documentHash(JSON.parse(row.document))))
    previous = row.hash
  }
})

test('a retry with the same key issues once', async () => {
  const invoiceId = await draft(await contact())
  const first = await owner.call('invoicing.issue', { invoiceId }, { key: 'k1' })
  expect(await owner.call('invoicing.issue', { invoiceId }, { key: 'k1' })).toEqual(first)
})

test('an invoice keeps its own copy of the buyer', async () => {
  const contactId = await contact({ name: 'Before' })
  const { id } = await issued(contactId)
  await owner.call('contacts.update', { contactId, name: 'After' })
  expect((await owner.call('invoicing.read', { invoiceId: id })).contactName).toBe('Before')
})

test('a credit note takes back a line, then the rest, and the invoice comes to zero', async () => {
  const { id } = await issued(await contact(), [line('33.33'), line('33.33'), line('33.34')])
  const invoice = await owner.call('invoicing.read', { invoiceId: id })
  const part = await owner.call('invoicing.credit', { invoiceId: id, reason: 'Not delivered', lines: [{ lineId: invoice.lines[0].id }] })
  expect(part.number).toMatch(/^C2026-/)
  expect(await owner.failure('invoicing.credit', { invoiceId: id, reason: 'x', lines: [{ lineId: invoice.lines[0].id }] })).toBe('line_already_credited')
  await owner.call('invoicing.credit', { invoiceId: id, reason: 'Never mind' })
  const after = await owner.call('invoicing.read', { invoiceId: id })
  expect(after).toMatchObject({ status: 'credited', open: { amount: '0.00' } })
  expect(after.creditNotes).toHaveLength(2)
  expect(await owner.failure('invoicing.credit', { invoiceId: id, reason: 'x' })).toBe('nothing_to_credit')
  expect(await owner.failure('invoicing.credit', { invoiceId: part.id, reason: 'x' })).toBe('invoice_is_credit_note')
})

test('some units of a line are credited, then others; together they are the line to the last cent, and never more', async () => {
  const { id } = await issued(await contact(), [
    line('33.33', { quantity: '3', discount: { amount: { amount: '0.02', currency: 'CHF' }, reason: 'Round' } }),
    line('10.00'),
  ])
  const [first] = (await owner.call('invoicing.read', { invoiceId: id })).lines
  const part = (quantity: string) => owner.call('invoicing.credit', { invoiceId: id, reason: 'Missed', lines: [{ lineId: first.id, quantity }] })
  const noted = await part('1')
  expect((await owner.call('invoicing.read', { invoiceId: noted.id })).lines).toMatchObject([{ quantity: '1', amount: { amount: '33.32' } }])
  expect((await owner.call('invoicing.read', { invoiceId: id })).lines[0]).toMatchObject({ isCredited: false, creditedQuantity: '1' })
  const tooMuch = { invoiceId: id, reason: 'x', lines: [{ lineId: first.id, quantity: '2.5' }] }
  expect(await owner.failure('invoicing.credit', tooMuch)).toBe('credit_exceeds_line')
  expect(await owner.failure('invoicing.credit', { ...tooMuch, lines: [{ lineId: first.id, quantity: '-1' }] })).toBe('credit_exceeds_line')
  await part('1.5')
  await owner.call('invoicing.credit', { invoiceId: id, reason: 'The rest' })
  const after = await owner.call('invoicing.read', { invoiceId: id })
  expect(after).toMatchObject({ status: 'credited', open: { amount: '0.00' }, lines: [{ isCredited: true, creditedQuantity: '3' }, { isCredited: true }] })
  expect(await findingsOf(world, owner)).toEqual([])
})

test('an invoice in the favour of the customer is issued as a credit note', async () => {
  const result = await issued(await contact(), [line('10.00'), line('25.00', { quantity: '-1', name: 'Returned' })])
  expect(result.number).toMatch(/^C/)
  expect(await owner.call('invoicing.read', { invoiceId: result.id })).toMatchObject({ kind: 'credit_note', totals: { gross: { amount: '16.22' } } })
})

test('lists know what is open, overdue, paid and a draft, and page by keys', async () => {
  const seat = await world.company({ country: 'CH' })
  const { id: contactId } = await seat.call('contacts.create', { name: 'Käser' })
  const make = async () => (await seat.call('invoicing.create-draft', { contactId, lines: [line('10.00')] })).id as string
  const ids = [await make(), await make(), await make()]
  for (const invoiceId of ids.slice(0, 2)) await seat.call('invoicing.issue', { invoiceId })
  const all = await seat.call('invoicing.list', { limit: 2 })
  expect(all.counts).toEqual({ draft: 1, open: 2, overdue: 0 })
  expect(all.open).toEqual([{ amount: '21.62', currency: 'CHF' }])
  const rest = await seat.call('invoicing.list', { limit: 2, after: all.next })
  expect([...all.invoices, ...rest.invoices].map((each: { id: string }) => each.id).sort()).toEqual([...ids].sort())
  expect((await seat.call('invoicing.list', { filter: 'open', search: 'kaser' })).invoices).toHaveLength(2)
  expect((await seat.call('invoicing.list', { filter: 'draft' })).invoices).toHaveLength(1)
  world.clock.moveTo('2026-05-01T09:00:00.000Z' as never)
  expect((await seat.call('invoicing.list', { filter: 'overdue' })).invoices.map((each: { status: string }) => each.status)).toEqual(['overdue', 'overdue'])
  world.clock.moveTo('2026-03-02T09:00:00.000Z' as never)
})

test('an open invoice from before keeps its number and what is open of it', async () => {
  const contactId = await contact()
  const input = {
    contactId,
    number: 'R-17',
    issuedOn: '2025-12-01',
    dueOn: '2025-12-31',
    gross: { amount: '500.00', currency: 'CHF' },
    open: { amount: '200.00', currency: 'CHF' },
  }
  const { id } = await owner.call('invoicing.open-invoice', input)
  expect(await owner.failure('invoicing.open-invoice', input)).toBe('invoice_number_taken')
  expect(await owner.call('invoicing.read', { invoiceId: id })).toMatchObject({ number: 'R-17', status: 'overdue', open: { amount: '200.00' } })
  const payable = await world.read(owner, (database) => payablesOf({ database, company: owner.company }, { ids: [id as never] }))
  expect(payable[0]).toMatchObject({ number: 'R-17', nextDueOn: '2025-12-31' })
})

test('the PDF is kept at issue and stays the same; the customer sees only the own one', async () => {
  const contactId = await contact()
  const { id } = await issued(contactId)
  await world.runJobs()
  const first = await owner.call('invoicing.pdf', { invoiceId: id })
  expect(Buffer.from(first.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  expect((await owner.call('invoicing.pdf', { invoiceId: id })).content).toBe(first.content)
  expect((await world.customer(owner, contactId).call('invoicing.pdf', { invoiceId: id })).content).toBe(first.content)
  expect(await world.customer(owner, await contact()).failure('invoicing.pdf', { invoiceId: id })).toBe('not_found')
  await world.customer(owner, contactId).call('invoicing.mark-seen', { invoiceId: id })
  expect((await owner.call('invoicing.read', { invoiceId: id })).seenAt).toBe('2026-03-02T09:00:00.000Z')
})

test('without an address nothing is sent, and the preview shows what will be', async () => {
  const contactId = await contact({ name: 'No Mail', email: undefined })
  const invoiceId = await draft(contactId)
  expect((await owner.call('invoicing.preview', { invoiceId })).html).toContain('No Mail')
  expect(await owner.failure('invoicing.issue', { invoiceId, send: true })).toBe('contact_without_email')
  expect((await owner.call('invoicing.read', { invoiceId })).state).toBe('draft')
  expect(await owner.failure('invoicing.bill-customer', { contactId })).toBe('nothing_unbilled')
})

test('another company finds nothing, an accountant may not issue', async () => {
  const invoiceId = await draft(await contact())
  const other = await world.company()
  expect(await other.failure('invoicing.read', { invoiceId })).toBe('not_found')
  const accountant = await world.member(owner, 'accountant')
  expect(await accountant.failure('invoicing.issue', { invoiceId })).toBe('forbidden')
})

test('a credit note never makes the customer owe more', async () => {
  const { id: invoiceId } = await issued(await contact(), [line('100.00'), line('-20.00', { name: 'Discount for friends' })])
  const { lines } = await owner.call('invoicing.read', { invoiceId })
  const discount = lines.find((each: { name: string }) => each.name === 'Discount for friends')
  expect(await owner.failure('invoicing.credit', { invoiceId, reason: 'Not a friend', lines: [{ lineId: discount.id }] })).toBe('credit_below_zero')
})
