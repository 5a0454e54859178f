import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../tests/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
})
afterAll(() => world.close())

/** A camt.053 statement with one credit that carries a structured reference and a name that nobody knows. */
function camt(credit: { iban: string; reference: string; amount: string; currency: string }): string {
  const { iban, reference, amount, currency } = credit
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id>
    <Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct><Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
    <BookgDt><Dt>2026-03-20</Dt></BookgDt><ValDt><Dt>2026-03-20</Dt></ValDt><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="${currency}">${amount}</Amt>
    <CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>Unbekannte Treuhand AG</Nm></Pty></Dbtr></RltdPties><RmtInf><Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd></RmtInf>
    </TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`,
  ).toString('base64')
}

test.each([
  { country: 'CH', currency: 'CHF', accounts: { iban: 'CH9300762011623852957', qrIban: 'CH4431999123000889012' }, kind: 'qr', paidTo: 'CH4431999123000889012' },
  { country: 'CH', currency: 'CHF', accounts: { iban: 'CH9300762011623852957' }, kind: 'scor', paidTo: 'CH9300762011623852957' },
  { country: 'DE', currency: 'EUR', accounts: { iban: 'DE89370400440532013000' }, kind: 'scor', paidTo: 'DE89370400440532013000' },
])('the reference that an invoice asks for settles it, whoever pays: $country $kind', async ({ country, currency, accounts, kind, paidTo }) => {
  const owner = await world.company({ country, taxRegime: 'small_business' })
  await owner.call('company.update', accounts)
  const { id: contactId } = await owner.call('contacts.create', { name: 'Marie Dupont' })
  const lines = [{ name: 'Ten lessons', quantity: '1', unitPrice: { amount: '120.00', currency } }]
  const { id: invoiceId } = await owner.call('invoicing.create-draft', { contactId, lines })
  await owner.call('invoicing.issue', { invoiceId })
  const { paymentReference } = await owner.call('invoicing.read', { invoiceId })
  expect(paymentReference.kind).toBe(kind)
  const content = camt({ iban: paidTo, reference: paymentReference.text.replace(/\s/g, ''), amount: '120.00', currency })
  expect(await owner.call('payments.import-bank-file', { fileName: 'march.xml', content })).toMatchObject({ newCount: 1, matchedCount: 1 })
  expect((await owner.call('payments.of-invoice', { invoiceId })).open.amount).toBe('0.00')
})
