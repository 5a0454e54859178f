import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findingsOf } from '../../../tests/findings.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat
let customer: string
let invoiceCount = 0

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
})
afterAll(() => world.close())
beforeEach(async () => {
  customer = await newCustomer('Anna Meier')
})

const francs = (amount: string) => ({ amount, currency: 'CHF' })

async function newCustomer(name: string): Promise<string> {
  const { id } = await owner.call('contacts.create', { kind: 'person', name, emails: [{ value: `kunde${Math.random().toString(36).slice(2)}@example.com` }] })
  return id
}

/** An open invoice from before: the shortest way to one. */
async function invoice(amount: string, more: { dueOn?: string; contactId?: string } = {}): Promise<{ id: string; number: string }> {
  invoiceCount += 1
  const number = `2025-${String(1000 + invoiceCount)}`
  const { id } = await owner.call('invoicing.open-invoice', {
    contactId: more.contactId ?? customer,
    number,
    issuedOn: '2026-01-10',
    dueOn: more.dueOn ?? '2026-02-09',
    gross: francs(amount),
  })
  return { id, number }
}

async function balance(contactId = customer) {
  const { balances } = await owner.call('payments.balance', { contactId })
  for (const each of balances) {
    // The balance rule of the house, in minor units.
    const minor = (value: { amount: string }) => Math.round(Number(value.amount) * 100)
    expect(minor(each.invoiced) - minor(each.paid) + minor(each.refunded) - minor(each.writtenOff)).toBe(minor(each.balance))
    expect(minor(each.open) - minor(each.credit)).toBe(minor(each.balance))
  }
  return balances[0]
}

const open = async (invoiceId: string) => (await owner.call('invoicing.read', { invoiceId })).open.amount

describe('payments by hand', () => {
  test('an invoice is paid in full without typing its amount', async () => {
    const { id } = await invoice('120.00')
    const answer = await owner.call('payments.record', { invoiceId: id })
    expect(answer).toMatchObject({ allocations: [{ invoiceId: id, amount: francs('120.00') }], rest: francs('0.00') })
    expect(await open(id)).toBe('0.00')
    expect(await owner.failure('payments.record', { invoiceId: id })).toBe('invoice_already_settled')
  })

  test('a customer’s payment settles the oldest first, and what is over is credit', async () => {
    const later = await invoice('50.00', { dueOn: '2026-03-31' })
    const first = await invoice('100.00', { dueOn: '2026-02-01' })
    await owner.call('payments.record', { contactId: customer, amount: francs('120.00') })
    expect([await open(first.id), await open(later.id)]).toEqual(['0.00', '30.00'])
    await owner.call('payments.record', { contactId: customer, amount: francs('40.00') })
    expect(await balance()).toMatchObject({ open: francs('0.00'), credit: francs('10.00'), balance: francs('-10.00') })
  })

  test('credit is used on request, or paid back with a reason', async () => {
    await owner.call('payments.record', { contactId: customer, amount: francs('100.00') })
    const { id } = await invoice('60.00')
    await owner.call('payments.use-credit', { contactId: customer })
    expect(await open(id)).toBe('0.00')
    expect(await owner.failure('payments.refund', { contactId: customer, amount: francs('40.01'), reason: 'paid twice' })).toBe('credit_too_small')
    await owner.call('payments.refund', { contactId: customer, amount: francs('40.00'), reason: 'paid twice' })
    expect(await balance()).toMatchObject({ paid: francs('100.00'), refunded: francs('40.00'), balance: francs('0.00'), credit: francs('0.00') })
    expect(await owner.failure('payments.use-credit', { contactId: customer })).toBe('nothing_to_allocate')
  })

  test('a payment taken back leaves its invoice open again, and only once', async () => {
    const { id } = await invoice('75.00')
    const payment = await owner.call('payments.record', { invoiceId: id })
    await owner.call('payments.remove', { paymentId: payment.id, reason: 'wrong customer' })
    expect(await open(id)).toBe('75.00')
    expect(await balance()).toMatchObject({ paid: francs('0.00'), balance: francs('75.00') })
    expect(await owner.failure('payments.remove', { paymentId: payment.id })).toBe('payment_already_removed')
  })

  test('an allocation is undone by a fact of its own and may go elsewhere', async () => {
    const wrong = await invoice('80.00')
    const right = await invoice('80.00')
    const payment = await owner.call('payments.record', { invoiceId: wrong.id })
    const { payments } = await owner.call('payments.list', { contactId: customer })
    await owner.call('payments.undo-allocation', { allocationId: payments[0].allocations[0].id })
    await owner.call('payments.allocate', { creditId: payment.id, allocations: [{ invoiceId: right.id, amount: francs('80.00') }] })
    expect([await open(wrong.id), await open(right.id)]).toEqual(['80.00', '0.00'])
    expect(await owner.failure('payments.undo-allocation', { allocationId: payments[0].allocations[0].id })).toBe('not_found')
    await balance()
  })

  test('a bad debt is written off with a reason, by the owner only', async () => {
    const { id } = await invoice('90.00')
    const staff = await world.member(owner, 'staff')
    expect(await staff.failure('payments.write-off', { invoiceId: id, reason: 'insolvent' })).toBe('forbidden')
    await owner.call('payments.write-off', { invoiceId: id, amount: francs('30.00'), reason: 'insolvent' })
    expect(await open(id)).toBe('60.00')
    await owner.call('payments.write-off', { invoiceId: id, reason: 'insolvent' })
    expect(await balance()).toMatchObject({ writtenOff: francs('90.00'), balance: francs('0.00') })
  })

  test('a write-off is taken back once, and the invoice is open again', async () => {
    const { id } = await invoice('90.00')
    const writtenOff = await owner.call('payments.write-off', { invoiceId: id, amount: francs('30.00'), reason: 'insolvent' })
    const shown = await owner.call('payments.of-invoice', { invoiceId: id })
    expect(shown).toMatchObject({ writeOffs: [{ id: writtenOff.id, amount: francs('30.00'), reason: 'insolvent' }], open: francs('60.00') })
    await owner.call('payments.undo-write-off', { writeOffId: writtenOff.id })
    expect(await open(id)).toBe('90.00')
    expect(await balance()).toMatchObject({ writtenOff: francs('0.00'), balance: francs('90.00') })
    expect(await owner.failure('payments.undo-write-off', { writeOffId: writtenOff.id })).toBe('not_found')
    expect(await findingsOf(world, owner)).toEqual([])
  })

  test('credit is put onto one invoice and taken off again; a refund is taken back', async () => {
    await owner.call('payments.record', { contactId: customer, amount: francs('100.00') })
    const { id } = await invoice('60.00')
    expect(await owner.call('payments.of-invoice', { invoiceId: id })).toMatchObject({ allocations: [], credit: francs('100.00') })
    const { allocations } = await owner.call('payments.use-credit', { contactId: customer, invoiceIds: [id] })
    const shown = await owner.call('payments.of-invoice', { invoiceId: id })
    expect(shown).toMatchObject({ allocations: [{ id: allocations[0].id, kind: 'payment', amount: francs('60.00') }], credit: francs('40.00') })
    await owner.call('payments.undo-allocation', { allocationId: allocations[0].id })
    expect(await open(id)).toBe('60.00')
    const { ids } = await owner.call('payments.refund', { contactId: customer, amount: francs('100.00'), reason: 'paid twice' })
    await owner.call('payments.undo-refund', { refundIds: ids })
    expect(await balance()).toMatchObject({ credit: francs('100.00'), refunded: francs('0.00') })
    expect(await owner.failure('payments.undo-refund', { refundIds: ids })).toBe('not_found')
    expect(await findingsOf(world, owner)).toEqual([])
  })

  test('nothing goes onto the invoice of another customer, in another currency, or beyond what is open', async () => {
    const { id } = await invoice('10.00')
    const other = await newCustomer('Berta')
    expect(await owner.failure('payments.record', { invoiceId: id, contactId: other })).toBe('invoice_of_another_customer')
    expect(await owner.failure('payments.record', { invoiceId: id, amount: { amount: '10.00', currency: 'EUR' } })).toBe('input_invalid')
    expect(
      await owner.failure('payments.record', { contactId: customer, amount: francs('20.00'), allocations: [{ invoiceId: id, amount: francs('11.00') }] }),
    ).toBe('allocation_exceeds_open')
    expect(await owner.failure('payments.record', { invoiceId: id, amount: francs('0.00') })).toBe('input_invalid')
    expect(await open(id)).toBe('10.00')
  })

  test('a credit note of a paid invoice becomes credit', async () => {
    const { id } = await owner.call('invoicing.create-draft', {
      contactId: customer,
      lines: [{ name: 'Lesson', quantity: '1', unitPrice: francs('100.00'), taxCategory: 'outside' }],
    })
    await owner.call('invoicing.issue', { invoiceId: id })
    const gross = await open(id)
    await owner.call('payments.record', { invoiceId: id })
    await owner.call('invoicing.credit', { invoiceId: id, reason: 'cancelled' })
    expect(await balance()).toMatchObject({ credit: francs(gross), balance: francs(`-${gross}`) })
    const next = await invoice('30.00')
    await owner.call('payments.use-credit', { contactId: customer })
    expect(await open(next.id)).toBe('0.00')
    await balance()
  })

  test('a repeated key records one payment', async () => {
    const { id } = await invoice('20.00')
    const first = await owner.call('payments.record', { invoiceId: id, amount: francs('5.00') }, { key: 'once' })
    expect(await owner.call('payments.record', { invoiceId: id, amount: francs('5.00') }, { key: 'once' })).toEqual(first)
    expect(await open(id)).toBe('15.00')
  })
})

describe('the bank', () => {
  const camt = (entries: string) =>
    Buffer.from(`<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
      <Acct><Id><IBAN>CH2801234000123456789</IBAN></Id><Ccy>CHF</Ccy></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`).toString('base64')
  const entry = (amount: string, text: string, more: { sign?: string; name?: string; day?: string } = {}) =>
    `<Ntry><Amt Ccy="CHF">${amount}</Amt><CdtDbtInd>${more.sign ?? 'CRDT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${more.day ?? '2026-03-01'}</Dt></BookgDt>
     <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${more.name ?? 'Jemand'}</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
  const importFile = (content: string) => owner.call('payments.import-bank-file', { fileName: 'statement.xml', content })
  const waiting = async (text: string) =>
    (await owner.call('payments.bank-transactions', { limit: 200 })).transactions.find((each: { remittance: string }) => each.remittance.includes(text))

  test('a statement settles what is certain, and the same statement again changes nothing', async () => {
    const { id, number } = await invoice('210.00')
    const file = camt(entry('210.00', `Rechnung ${number}`))
    const preview = await owner.call('payments.preview-bank-file', { fileName: 'a.xml', content: file })
    expect(preview).toMatchObject({ newCount: 1, knownCount: 0, received: [francs('210.00')] })
    expect(await importFile(file)).toMatchObject({ newCount: 1, matchedCount: 1 })
    expect(await open(id)).toBe('0.00')
    const before = await balance()
    expect(await importFile(file)).toMatchObject({ newCount: 0, knownCount: 1, matchedCount: 0, statementIds: [] })
    expect(await balance()).toEqual(before)
  })

  test('an unsure payment is proposed and accepted with one call, and can be undone', async () => {
    const { id } = await invoice('333.35')
    await importFile(camt(entry('333.35', 'Vielen Dank für alles')))
    const found = await waiting('für alles')
    expect(found).toMatchObject({ certainty: 'proposed', candidates: [{ contactId: customer, reasons: ['amount_exact'] }] })
    await owner.call('payments.accept-match', { bankTransactionId: found.id })
    expect(await open(id)).toBe('0.00')
    expect(await owner.failure('payments.accept-match', { bankTransactionId: found.id })).toBe('transaction_already_decided')
    await owner.call('payments.unmatch', { bankTransactionId: found.id })
    expect(await open(id)).toBe('333.35')
    expect(await waiting('für alles')).toBeDefined()
    await owner.call('payments.accept-match', { bankTransactionId: found.id, invoiceIds: [id] })
    expect(await open(id)).toBe('0.00')
  })

  test('a double payment waits and becomes credit', async () => {
    const { number } = await invoice('44.45')
    await importFile(camt(entry('44.45', `Rechnung ${number}`, { day: '2026-02-20' }) + entry('44.45', `nochmals ${number}`, { day: '2026-02-21' })))
    const second = await waiting(`nochmals ${number}`)
    expect(second).toMatchObject({ certainty: 'proposed', candidates: [{ invoices: [], reasons: ['number', 'already_settled', 'name'] }] })
    await owner.call('payments.accept-match', { bankTransactionId: second.id })
    expect(await balance()).toMatchObject({ credit: francs('44.45'), balance: francs('-44.45') })
    await importFile(camt(entry('44.45', 'Rueckzahlung Anna', { sign: 'DBIT', day: '2026-02-22' })))
    const back = await waiting('Rueckzahlung Anna')
    await owner.call('payments.accept-match', { bankTransactionId: back.id, contactId: customer })
    expect(await balance()).toMatchObject({ refunded: francs('44.45'), balance: francs('0.00') })
    await owner.call('payments.unmatch', { bankTransactionId: back.id })
    expect(await balance()).toMatchObject({ refunded: francs('0.00'), credit: francs('44.45') })
  })

  test('what is not ours is set aside with a reason and can come back', async () => {
    await importFile(camt(entry('9.95', 'Miete Lager', { sign: 'DBIT' })))
    const found = await waiting('Miete Lager')
    await owner.call('payments.ignore', { bankTransactionId: found.id, reason: 'rent' })
    const { transactions } = await owner.call('payments.bank-transactions', { state: 'ignored' })
    expect(transactions[0]).toMatchObject({ id: found.id, reason: 'rent' })
    await owner.call('payments.unmatch', { bankTransactionId: found.id })
    expect(await waiting('Miete Lager')).toBeDefined()
  })

  test('a broken file is refused by name and leaves nothing', async () => {
    const count = (await owner.call('payments.bank-accounts')).accounts.length
    expect(await owner.failure('payments.import-bank-file', { fileName: 'x', content: Buffer.from('<!DOCTYPE a><a/>').toString('base64') })).toBe(
      'xml_doctype_refused',
    )
    expect(await owner.failure('payments.import-bank-file', { fileName: 'x', content: camt(entry('1..2', 'x')) })).toBe('camt_amount_malformed')
    expect((await owner.call('payments.bank-accounts')).accounts).toHaveLength(count)
  })

  test('another company sees nothing of it', async () => {
    const stranger = await world.company({ country: 'DE' })
    const { id } = await invoice('1.00')
    expect(await stranger.failure('payments.record', { invoiceId: id })).toBe('not_found')
    expect((await stranger.call('payments.bank-accounts')).accounts).toEqual([])
  })
})

describe('reminders', () => {
  test('the company says after how many days it reminds', async () => {
    const before = await owner.call('payments.reminders-due')
    expect(before.days).toEqual({ first: 5, second: 20, third: 35, between: 10 })
    expect(await owner.failure('payments.set-reminder-days', { first: 20, second: 20, third: 35, between: 10 })).toBe('input_invalid')
    await owner.call('payments.set-reminder-days', { first: 30, second: 45, third: 60, between: 14 })
    expect((await owner.call('payments.reminders-due')).days).toEqual({ first: 30, second: 45, third: 60, between: 14 })
    await owner.call('payments.set-reminder-days', { first: 5, second: 20, third: 35, between: 10 })
  })

  test('levels go one after the other, to each invoice once, and a payment ends them', async () => {
    const { id } = await invoice('66.00', { dueOn: '2026-02-01' })
    const due = async () => (await owner.call('payments.reminders-due', { contactId: customer })).reminders
    expect(await due()).toMatchObject([{ invoiceId: id, level: 1, isDue: true }])
    await owner.call('payments.remind', { invoiceId: id })
    expect(await due()).toMatchObject([{ level: 2, on: '2026-03-12', isDue: false }])
    expect(await owner.failure('payments.remind', { invoiceId: id, level: 1 })).toBe('reminder_level_not_next')
    await owner.call('payments.record', { invoiceId: id })
    expect(await due()).toEqual([])
    expect(await owner.failure('payments.remind', { invoiceId: id })).toBe('invoice_already_settled')
  })

  test('an invoice that is not overdue, or of a paused customer, gets none', async () => {
    const later = await invoice('66.00', { dueOn: '2026-04-01' })
    expect(await owner.failure('payments.remind', { invoiceId: later.id })).toBe('invoice_not_overdue')
    const { id } = await invoice('66.00', { dueOn: '2026-02-01' })
    await owner.call('payments.pause-reminders', { contactId: customer, reason: 'agreed' })
    expect(await owner.failure('payments.remind', { invoiceId: id })).toBe('reminders_paused')
    expect((await owner.call('payments.reminders-due', { contactId: customer })).reminders).toEqual([])
    await owner.call('payments.resume-reminders', { contactId: customer })
    await owner.call('payments.remind', { invoiceId: id })
  })
})
