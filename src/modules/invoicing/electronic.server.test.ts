import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findingsOf } from '../../../tests/findings.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat
let contactId: string
const euros = (amount: string) => ({ amount, currency: 'EUR' })
const work = { name: 'Gestaltung', quantity: '10', unitPrice: euros('100.00'), period: { from: '2026-03-01', to: '2026-03-31' } }

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-31T09:00:00Z', mailIsConnected: true })
  owner = await world.company({ country: 'DE', currency: 'EUR' })
  await owner.call('company.update', {
    legalName: 'Lindenau GmbH',
    street: 'Torstrasse 140',
    postalCode: '10119',
    city: 'Berlin',
    email: 'hallo@lindenau.example',
    phone: '+49 30 1234567',
    vatNumber: 'DE123456789',
    iban: 'DE02120300000000202051',
    contactPerson: 'Anna Lindenau',
  })
})
afterAll(() => world.close())
beforeEach(async () => {
  const address = { street: 'Königsallee 12', postalCode: '40212', city: 'Düsseldorf', country: 'DE' }
  const contact = { kind: 'organisation', name: 'Stadt Musterstadt', email: 'rechnung@stadt.example', addresses: [address] }
  contactId = (await owner.call('contacts.create', contact)).id
})

const draft = async (input: object = {}) => (await owner.call('invoicing.create-draft', { contactId, lines: [work], ...input })).id as string
const issue = async (invoiceId: string) => (await owner.call('invoicing.issue', { invoiceId })).id as string
const read = (invoiceId: string) => owner.call('invoicing.read', { invoiceId })
const xml = async (invoiceId: string, format?: string) => {
  const file = await owner.call('invoicing.e-invoice', { invoiceId, ...(format ? { format } : {}) })
  return { name: file.fileName as string, text: Buffer.from(file.content, 'base64').toString('utf8') }
}

test('a public body without its Leitweg-ID is told of before a number is taken; with it the XRechnung goes out', async () => {
  await owner.call('invoicing.set-recipient', { contactId, isPublicBody: true })
  const invoiceId = await draft()
  expect(await owner.failure('invoicing.issue', { invoiceId })).toBe('e_invoice_refused')
  const { format, findings } = await owner.call('invoicing.findings', { invoiceId, language: 'de' })
  expect(format).toBe('xrechnung_ubl')
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'BR-DE-15', severity: 'fatal', to: `/customers/${contactId}/invoices` }))
  await owner.call('invoicing.set-recipient', { contactId, buyerReference: '04011000-1234512345-06' })
  await owner.call('invoicing.issue', { invoiceId, send: true })
  expect(await read(invoiceId)).toMatchObject({ format: 'xrechnung_ubl', buyerReference: '04011000-1234512345-06', paymentReference: { kind: 'scor' } })
  await world.runJobs()
  const { number } = await read(invoiceId)
  const file = await xml(invoiceId)
  expect(file.name).toBe(`${number}.xrechnung-ubl.xml`)
  expect(file.text).toContain('urn:xeinkauf.de:kosit:xrechnung_3.0')
  const mail = world.mails.at(-1)!
  expect(mail.attachments!.map((each) => each.filename)).toEqual([`${number}.xrechnung-ubl.xml`, `${number}.pdf`])
  expect(Buffer.from(mail.attachments![0]!.content).toString('utf8')).toBe(file.text)
})

test('a business in Germany gets a PDF with the invoice inside, and any other format is to be had', async () => {
  const invoiceId = await issue(await draft())
  await world.runJobs()
  expect(await read(invoiceId)).toMatchObject({ format: 'facturx' })
  const { formats } = await owner.call('invoicing.findings', { invoiceId })
  expect(formats).toEqual(['pdf', 'facturx', 'ubl', 'cii'])
  const pdf = await owner.call('invoicing.pdf', { invoiceId })
  expect(Buffer.from(pdf.content, 'base64').toString('latin1')).toContain('factur-x.xml')
  expect(await owner.call('invoicing.e-invoice', { invoiceId })).toEqual(pdf)
  expect((await xml(invoiceId, 'cii')).text).toContain('CrossIndustryInvoice')
  expect(await owner.failure('invoicing.e-invoice', { invoiceId, format: 'xrechnung_cii' })).toBe('format_not_fitting')
  expect(await findingsOf(world, owner)).toEqual([])
})

test('an advance is taxed and the final invoice deducts it per rate; the customer owes the whole once', async () => {
  const advanceId = await issue(await draft({ purpose: 'advance', lines: [{ ...work, quantity: '3', name: 'Anzahlung' }] }))
  const invoiceId = await draft({ purpose: 'final', orderReference: 'B-17' })
  expect(await owner.failure('invoicing.create-draft', { contactId, lines: [work], deducts: [advanceId] })).toBe('advance_deducted')
  await issue(invoiceId)
  const final = await read(invoiceId)
  expect(final).toMatchObject({
    typeCode: '380',
    orderReference: 'B-17',
    totals: { lines: euros('1000.00'), net: euros('700.00'), tax: euros('133.00'), gross: euros('833.00') },
    prepaid: { gross: euros('357.00'), advances: [{ id: advanceId, gross: euros('357.00') }] },
    dues: [{ amount: euros('833.00') }],
  })
  expect((await read(advanceId)).typeCode).toBe('386')
  expect(await owner.failure('invoicing.credit', { invoiceId: advanceId, reason: 'Wrong' })).toBe('advance_deducted')
  const { id: noteId } = await owner.call('invoicing.credit', { invoiceId, reason: 'Wrong', effect: 'written_off' })
  expect(await read(noteId)).toMatchObject({ totals: { gross: euros('833.00') }, prepaid: { gross: euros('357.00') } })
  await owner.call('invoicing.credit', { invoiceId: advanceId, reason: 'Wrong', effect: 'written_off' })
  expect(await findingsOf(world, owner)).toEqual([])
})

test('what belongs to the whole document is kept with it: references, an allowance, a note on a line', async () => {
  const invoiceId = await draft({ projectReference: 'Relaunch', lines: [{ ...work, note: 'Wie besprochen' }] })
  await owner.call('invoicing.change-draft', {
    invoiceId,
    contractReference: 'V-3',
    adjustments: [{ kind: 'allowance', amount: euros('50.00'), reason: 'Treuerabatt', reasonCode: '95' }],
  })
  await issue(invoiceId)
  expect(await read(invoiceId)).toMatchObject({
    projectReference: 'Relaunch',
    contractReference: 'V-3',
    lines: [{ note: 'Wie besprochen' }],
    adjustments: [{ kind: 'allowance', taxCode: 'S', taxRate: '19' }],
    totals: { net: euros('950.00'), gross: euros('1130.50') },
  })
  expect((await xml(invoiceId, 'ubl')).text).toContain('Treuerabatt')
  expect(await findingsOf(world, owner)).toEqual([])
})

test('two customers become one: the kept one keeps its own settings, or takes those of the other', async () => {
  const { id: otherId } = await owner.call('contacts.create', { kind: 'organisation', name: 'Stadt Muster' })
  await owner.call('invoicing.set-recipient', { contactId: otherId, format: 'peppol_ubl' })
  await owner.call('contacts.merge', { contactId, otherId })
  expect(await owner.call('invoicing.recipient', { contactId })).toMatchObject({ format: 'peppol_ubl', buyerReference: null })
})
