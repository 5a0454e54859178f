import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'

let world: World
let owner: Seat
const opened: World[] = []
beforeEach(async () => {
  world = opened[0] ?? (opened[0] = await openWorld())
  owner = await world.company()
})
afterAll(() => world.close())

const francs = (amount: string) => ({ amount, currency: 'CHF' })
const contact = async (name: string) => (await owner.call('contacts.create', { name })).id as string
async function invoice(contactId: string, amount: string, currency = 'CHF'): Promise<{ id: string; number: string }> {
  const { id } = await owner.call('invoicing.create-draft', {
    contactId,
    currency,
    lines: [{ name: 'Lesson', quantity: '1', unitPrice: { amount, currency }, taxCategory: 'outside' }],
  })
  await owner.call('invoicing.issue', { invoiceId: id })
  return { id, number: (await owner.call('invoicing.read', { invoiceId: id })).number }
}
const openOf = async (id: string) => (await owner.call('invoicing.read', { invoiceId: id })).open.amount
const line = (amount: string, text: string, more: { name?: string; iban?: string; day?: string; details?: string } = {}) => {
  const isDebit = amount.startsWith('-')
  const side = isDebit ? 'Cdtr' : 'Dbtr'
  return `<Ntry><Amt Ccy="CHF">${amount.replace('-', '')}</Amt><CdtDbtInd>${isDebit ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${more.day ?? '2026-03-01'}</Dt></BookgDt>
  <NtryDtls><TxDtls>${more.details ?? ''}<RltdPties><${side}><Pty><Nm>${more.name ?? 'Jemand'}</Nm></Pty></${side}>${more.iban ? `<${side}Acct><Id><IBAN>${more.iban}</IBAN></Id></${side}Acct>` : ''}</RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
}
const statement = (entries: string) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>CH2801234000123456789</IBAN></Id><Ccy>CHF</Ccy></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`
const importLines = (entries: string) =>
  owner.call('payments.import-bank-file', { fileName: 'a.xml', content: Buffer.from(statement(entries)).toString('base64') })
const waiting = async (text: string) =>
  (await owner.call('payments.bank-transactions', { limit: 200 })).transactions.find((each: { remittance: string }) => each.remittance.includes(text))

describe('payers are learnt', () => {
  const iban = 'CH5604835012345678009'
  test('a name and account that were matched by hand are known the next time, and forgotten when that is undone', async () => {
    const sandra = await contact('Sandra Keller')
    await invoice(sandra, '150.00')
    await importLines(line('150.00', 'erste Zahlung', { name: 'Hofer S.', iban }))
    const first = await waiting('erste Zahlung')
    await owner.call('payments.accept-match', { bankTransactionId: first.id, contactId: sandra })
    const next = await invoice(sandra, '80.00')
    await importLines(line('80.00', 'zweite Zahlung', { name: 'Hofer S.', iban, day: '2026-03-02' }))
    expect((await waiting('zweite Zahlung')).candidates[0]).toMatchObject({
      contactId: sandra,
      reasons: ['amount_exact', 'account'],
      invoices: [{ invoiceId: next.id }],
    })
    await owner.call('payments.unmatch', { bankTransactionId: first.id })
    expect((await waiting('zweite Zahlung')).candidates[0].reasons).toEqual(['amount_exact'])
  })

  test('a standing order is settled by itself from the second month on', async () => {
    const lea = await contact('Lea Steiner')
    await invoice(lea, '49.00')
    await importLines(line('49.00', 'Abo Januar', { name: 'Lea Steiner', iban }))
    await owner.call('payments.accept-match', { bankTransactionId: (await waiting('Abo Januar')).id })
    const february = await invoice(lea, '49.00')
    expect(await importLines(line('49.00', 'Abo Februar', { name: 'Lea Steiner', iban, day: '2026-03-02' }))).toMatchObject({ matchedCount: 1 })
    expect(await openOf(february.id)).toBe('0.00')
  })

  test('what was learnt follows two contacts that become one', async () => {
    const [one, other] = [await contact('Sandra Keller'), await contact('S. Hofer')]
    await invoice(other, '10.00')
    await importLines(line('10.00', 'vorher', { name: 'Familie Hofer', iban }))
    await owner.call('payments.accept-match', { bankTransactionId: (await waiting('vorher')).id, contactId: other })
    await owner.call('contacts.merge', { contactId: one, otherId: other })
    await invoice(one, '20.00')
    await importLines(line('20.00', 'nachher', { name: 'Familie Hofer', iban, day: '2026-03-02' }))
    expect((await waiting('nachher')).candidates[0]).toMatchObject({ contactId: one })
  })
})

describe('less, more, or other money than was asked for', () => {
  test('what the bank kept is a fee, and the invoice is settled', async () => {
    const anna = await contact('Anna Meier')
    const { id, number } = await invoice(anna, '1000.00')
    await importLines(line('991.00', `${number} less charges`, { name: 'Anna Meier' }))
    const found = await waiting('less charges')
    expect(found.candidates[0]).toMatchObject({ fee: francs('9.00'), invoices: [{ invoiceId: id, amount: francs('1000.00') }] })
    await owner.call('payments.accept-match', { bankTransactionId: found.id })
    expect(await openOf(id)).toBe('0.00')
    await owner.call('payments.unmatch', { bankTransactionId: found.id })
    expect(await openOf(id)).toBe('1000.00')
  })

  test('a payment in another currency settles what was ordered', async () => {
    const import_ = await contact('Bike Import GmbH')
    const { id, number } = await invoice(import_, '1500.00', 'EUR')
    const details = '<AmtDtls><InstdAmt><Amt Ccy="EUR">1500.00</Amt></InstdAmt></AmtDtls>'
    expect(await importLines(line('1431.15', `Rechnung ${number}`, { name: 'Bike Import', details }))).toMatchObject({ matchedCount: 1 })
    expect(await openOf(id)).toBe('0.00')
  })

  test('one payment of two customers becomes a payment of each', async () => {
    const [hans, heidi] = [await contact('Hans Müller'), await contact('Heidi Müller')]
    const one = await invoice(hans, '120.00')
    const other = await invoice(heidi, '120.00')
    await importLines(line('240.00', `${one.number} und ${other.number}`, { name: 'Hans und Heidi Müller' }))
    const found = await waiting('und')
    expect([found.certainty, found.candidates[0].reasons]).toEqual(['proposed', ['number', 'amount_sum', 'name']])
    await owner.call('payments.accept-match', { bankTransactionId: found.id })
    expect([await openOf(one.id), await openOf(other.id)]).toEqual(['0.00', '0.00'])
    await owner.call('payments.unmatch', { bankTransactionId: found.id })
    expect([await openOf(one.id), await openOf(other.id)]).toEqual(['120.00', '120.00'])
  })
})

describe('money that goes out again', () => {
  test('a returned direct debit opens its invoice, and undoing that settles it', async () => {
    const anna = await contact('Anna Meier')
    const { id, number } = await invoice(anna, '77.00')
    await importLines(line('77.00', `Lastschrift ${number}`, { name: 'Anna Meier' }))
    expect(await openOf(id)).toBe('0.00')
    await importLines(line('-77.00', `Rücklastschrift ${number}`, { name: 'Anna Meier', day: '2026-03-02' }))
    const back = await waiting('Rücklastschrift')
    expect(back.candidates[0]).toMatchObject({ kind: 'return', invoices: [{ invoiceId: id }], reasons: ['returned', 'number', 'name'] })
    await owner.call('payments.accept-match', { bankTransactionId: back.id })
    expect(await openOf(id)).toBe('77.00')
    await owner.call('payments.unmatch', { bankTransactionId: back.id })
    expect(await openOf(id)).toBe('0.00')
  })

  test('credit that was paid back is proposed as a refund', async () => {
    const urs = await contact('Urs Gerber')
    await owner.call('payments.record', { contactId: urs, amount: francs('33.00') })
    await importLines(line('-33.00', 'Rückzahlung doppelt', { name: 'Urs Gerber' }))
    const back = await waiting('Rückzahlung doppelt')
    expect(back.candidates[0]).toMatchObject({ kind: 'refund', contactId: urs })
    await owner.call('payments.accept-match', { bankTransactionId: back.id })
    expect((await owner.call('payments.balance', { contactId: urs })).balances[0]).toMatchObject({ credit: francs('0.00'), refunded: francs('33.00') })
  })
})
