import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import { structureFindings, textsOf } from '../../payments/sepa/testing/structure.ts'

let world: World
let owner: Seat

const euro = (amount: string) => ({ amount, currency: 'EUR' })

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'DE', currency: 'EUR' })
})
afterAll(() => world.close())

const expense = async (iban: string | null, amount = '119.00'): Promise<string> =>
  (
    await owner.call('expenses.record', {
      description: 'Flyer',
      documentNumber: 'R-77',
      amount: euro(amount),
      paidBy: 'bank',
      payee: { name: 'Druckerei Ö', iban, city: 'Köln', country: 'DE' },
    })
  ).id
const right = 'DE02120300000000202051'

test('without an account to pay from or to, nothing is ordered, and the cost says why', async () => {
  const id = await expense(right)
  expect(await owner.failure('expenses.pay', { expenseIds: [id] })).toBe('company_iban_missing')
  await owner.call('company.update', { iban: 'DE89370400440532013000' })
  const [without, wrong] = [await expense(null), await expense('DE02120300000000202052')]
  expect(await owner.failure('expenses.pay', { expenseIds: [id, without] })).toBe('pay_iban_missing')
  expect(await owner.failure('expenses.pay', { expenseIds: [wrong] })).toBe('pay_iban_wrong')
  const { expenses } = await owner.call('expenses.to-pay')
  const problems = new Map(expenses.map((each: { id: string; problem: string | null }) => [each.id, each.problem]))
  expect([problems.get(id), problems.get(without), problems.get(wrong)]).toEqual([null, 'iban_missing', 'iban_wrong'])
})

test('what is ordered stands in one file, is not ordered twice, and is paid when the bank says so', async () => {
  const ids = [await expense(right, '119.00'), await expense(right, '59.50')]
  const { id: fileId, count } = await owner.call('expenses.pay', { expenseIds: ids })
  expect(count).toBe(2)
  const file = await owner.call('expenses.payment-file', { fileId })
  const xml = Buffer.from(file.content, 'base64').toString()
  expect(structureFindings(xml)).toEqual([])
  expect(textsOf(xml, 'CtrlSum')[0]).toBe('178.50')
  expect(await owner.failure('expenses.pay', { expenseIds: [ids[0]] })).toBe('expense_ordered_already')

  const [first] = textsOf(xml, 'EndToEndId')
  await owner.call('payments.import-bank-file', { fileName: 'march.xml', content: camtOf(first!, '119.00') })
  expect((await owner.call('expenses.read', { expenseId: ids[0] })).open).toEqual(euro('0.00'))
  expect((await owner.call('expenses.read', { expenseId: ids[1] })).open).toEqual(euro('59.50'))
  expect(await owner.failure('expenses.undo-payment-file', { fileId })).toBe('payment_file_paid')
})

test('a file that the bank did not get is taken back, and its costs go into another one', async () => {
  const id = await expense(right)
  const { id: fileId } = await owner.call('expenses.pay', { expenseIds: [id] })
  await owner.call('expenses.undo-payment-file', { fileId })
  expect(await owner.failure('expenses.undo-payment-file', { fileId })).toBe('payment_file_undone')
  await owner.call('expenses.pay', { expenseIds: [id], format: 'pain.001.001.03' })
})

function camtOf(endToEndId: string, amount: string): string {
  const entry = `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-03</Dt></BookgDt>
    <NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls></Ntry>`
  return Buffer.from(
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id>
    <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>${entry}</Stmt></BkToCstmrStmt></Document>`,
  ).toString('base64')
}
