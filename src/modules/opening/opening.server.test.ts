import { afterAll, beforeAll, expect, test } from 'vitest'
import { processorMilliseconds } from '../../../tests/processor-time.ts'
import { digestOf } from '../../../tests/rows.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'
import { instant } from '../../kernel/instant.ts'
import type { Context } from '../../platform/operation/context.ts'
import { modules } from '../modules.ts'

let world: World
let owner: Seat

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
})
afterAll(() => world.close())

const invoices = `Kunde;Rechnungsnummer;Datum;Fällig;Betrag;Offen;E-Mail
"Keller; Marie";2025-17;3.11.2025;3.12.2025;"1'200.50";200;marie@example.ch
Acme GmbH;2025-18;20.12.2025;;1.850,00;;
`
const passes = 'Kunde;Karte;Rest;Seit;Umfang;Preis\nMarie Keller;Zehnerkarte;4;10.1.2026;10;300.-\n'
const whole = {
  rows: [
    { kind: 'numbers', series: 'Rechnung', next: '2026-0114' },
    { kind: 'numbers', series: 'Offerte', next: '42' },
  ],
  files: [
    { kind: 'invoices', content: Buffer.from(invoices, 'latin1').toString('base64') },
    { kind: 'passes', text: passes },
  ],
}

test('the preview says of every row what will happen, and nothing changes', async () => {
  owner = await world.company()
  await owner.call('contacts.create', { name: 'Marie Keller', email: 'marie@example.ch' })
  const before = await digestOf(world, owner)
  const preview = await owner.call('opening.preview', { ...whole, language: 'de' })
  expect(preview.rows.flatMap((row: { problems: object[] }) => row.problems)).toEqual([])
  expect(preview.counts).toEqual({ enter: 5, known: 0, repeated: 0, refused: 0 })
  expect(preview.newContacts).toBe(1)
  expect(preview.files[0].columns.map((each: { column: string }) => each.column)).toEqual(['customer', 'number', 'issuedOn', 'dueOn', 'gross', 'open', 'email'])
  expect(preview.rows.map((row: { path: string; sentence: string }) => `${row.path} ${row.sentence}`.replace(/\s/g, ' '))).toEqual([
    'rows.0 Rechnung: die nächste ist 2026-0114.',
    'rows.1 Offerte: die nächste ist 42.',
    "files.0.2 Marie Keller: 2025-17 vom 03.11.2025, fällig am 03.12.2025, offen CHF 200.00 von CHF 1'200.50.",
    "files.0.3 Acme GmbH: 2025-18 vom 20.12.2025, fällig am 19.01.2026, offen CHF 1'850.00 von CHF 1'850.00.",
    'files.1.2 Marie Keller: Zehnerkarte, seit 10.01.2026, noch 4 Lektionen.',
  ])
  expect(await digestOf(world, owner)).toEqual(before)
})

test('an opening position is entered in one go, and the same again adds nothing and says so', async () => {
  expect(await owner.call('opening.enter', whole)).toEqual({
    entered: { numbers: 2, invoices: 2, passes: 1, agreements: 0 },
    newContacts: 1,
    known: 0,
    repeated: 0,
  })
  const { invoices: listed } = await owner.call('invoicing.list', { filter: 'open' })
  expect(listed.map((each: { number: string; open: { amount: string } }) => [each.number, each.open.amount])).toEqual([
    ['2025-17', '200.00'],
    ['2025-18', '1850.00'],
  ])
  const { series } = await owner.call('company.read')
  expect(series.find((each: { kind: string }) => each.kind === 'invoice')).toMatchObject({ format: '{year}-{number:0000}' })
  const { agreements } = await owner.call('agreements.list', {})
  expect(agreements).toMatchObject([{ name: 'Zehnerkarte' }])
  expect((await owner.call('agreements.balance', { agreementId: agreements[0].id })).lines).toMatchObject([{ left: '4' }])
  const before = await digestOf(world, owner)
  expect(await owner.call('opening.enter', whole)).toMatchObject({ entered: { numbers: 0, invoices: 0, passes: 0, agreements: 0 }, newContacts: 0, known: 5 })
  expect({ ...(await digestOf(world, owner)), audit_lines: null }).toEqual({ ...before, audit_lines: null })
})

const francs = (amount: string) => ({ amount, currency: 'CHF' })
const fieldsOf = async (seat: Seat, input: object): Promise<Record<string, string>> => {
  try {
    await seat.call('opening.enter', input)
  } catch (error) {
    return (error as { fields: Record<string, string> }).fields
  }
  return {}
}

test('what is wrong is named by row and column, and nothing at all is entered', async () => {
  owner = await world.company()
  await owner.call('contacts.create', { name: 'Anna Moser', email: 'anna@example.ch' })
  await owner.call('contacts.create', { name: 'Anna Moser', email: 'other@example.ch' })
  const before = await digestOf(world, owner)
  const rows = [
    { kind: 'invoices', customer: 'Paul', number: '1', issuedOn: '1.12.2025', gross: '10' },
    { kind: 'invoices', customer: '', number: '2', issuedOn: '31.2.2026', gross: 'zehn' },
    { kind: 'invoices', customer: 'Paul', number: '3', issuedOn: '1.4.2026', gross: '10' },
    { kind: 'invoices', customer: 'Paul', number: '4', issuedOn: '1.2.2026', dueOn: '1.1.2026', gross: '10', open: '11' },
    { kind: 'invoices', customer: 'Moser Anna', number: '5', issuedOn: '1.2.2026', gross: '10', email: 'kein' },
    { kind: 'invoices', customer: 'Paul', number: '1', issuedOn: '1.12.2025', gross: '11' },
    { kind: 'passes', customer: 'Paul', product: 'Karte', left: '3' },
    { kind: 'agreements', customer: 'Paul', product: 'Abo', startsOn: '1.1.1970' },
    { kind: 'numbers', series: 'Brief', next: 'x' },
    { kind: 'passes', customer: 'Paul', product: 'Karte', left: '3', size: '5', price: '50', startsOn: '1.1.2026', participant: 'Bello' },
  ]
  expect(await fieldsOf(owner, { rows })).toEqual({
    'rows.1.customer': 'field_missing',
    'rows.1.issuedOn': 'day_malformed',
    'rows.1.gross': 'amount_malformed',
    'rows.2.issuedOn': 'opening_day_in_future',
    'rows.3.dueOn': 'day_before_issue',
    'rows.3.open': 'amount_out_of_range',
    'rows.4.email': 'email_malformed',
    'rows.4.customer': 'opening_customer_unclear',
    'rows.5.number': 'opening_number_twice',
    'rows.6.product': 'opening_product_unknown',
    'rows.7.startsOn': 'opening_day_too_early',
    'rows.7.product': 'opening_product_unknown',
    'rows.8.series': 'opening_series_unknown',
    'rows.8.next': 'opening_number_malformed',
    'rows.9.participant': 'opening_participant_unknown',
  })
  expect(await digestOf(world, owner)).toEqual(before)
  const preview = await owner.call('opening.preview', { rows, language: 'fr' })
  expect(preview.counts).toEqual({ enter: 1, known: 0, repeated: 0, refused: 9 })
  expect(preview.rows[6].problems[0].text).toContain('ne figure pas sous Offre')
})

test('numbers, days and separators are read as people and programs write them', async () => {
  owner = await world.company({ country: 'US', currency: 'USD', language: 'en' })
  const understood = async (text: string) =>
    (await owner.call('opening.preview', { files: [{ kind: 'invoices', text }] })).rows.map(
      (row: { sentence: string; problems: object[] }) => row.sentence.replace(/\s/g, ' ') || row.problems,
    )
  expect(await understood('customer,number,date,total,open\nAda,1,12/31/2025,"1,234.50","1,000"\nBo,2,01/02/2026,"2,000",\n')).toEqual([
    'Ada: 1 of 12/31/2025, due 01/30/2026, $1,000.00 of $1,234.50 open.',
    'Bo: 2 of 01/02/2026, due 02/01/2026, $2,000.00 of $2,000.00 open.',
  ])
  expect(await understood('client\tfacture\tdate\tmontant\nAda\t1\t2025-12-31\t1 234,50 €\n')).toEqual([
    'Ada: 1 of 12/31/2025, due 01/30/2026, €1,234.50 of €1,234.50 open.',
  ])
  // Pasted from a spreadsheet, without headings: the documented order.
  expect(await understood('Ada\t1\t31.12.2025\t\t12.50')).toEqual(['Ada: 1 of 12/31/2025, due 01/30/2026, $12.50 of $12.50 open.'])
})

test('the next number written in full says how numbers are written', async () => {
  owner = await world.company()
  const said = async (next: string) => (await owner.call('opening.preview', { rows: [{ kind: 'numbers', series: 'invoice', next }], language: 'en' })).rows[0]
  expect((await said('RE-2026-0114')).sentence).toBe('Invoice: the next is RE-2026-0114.')
  expect((await said('2025-0114')).problems).toMatchObject([{ code: 'opening_number_of_other_year' }])
  await owner.call('opening.enter', { rows: [{ kind: 'numbers', series: 'invoice', next: 'RE-2026-0114' }] })
  expect(await fieldsOf(owner, { rows: [{ kind: 'numbers', series: 'invoice', next: '115' }] })).toEqual({ 'rows.0.next': 'opening_series_used' })
})

test('a retainer runs on with its hours, a pass of the catalogue with its lessons, for whom it is', async () => {
  owner = await world.company()
  const terms = await owner.call('agreements.create', {
    payerId: (await owner.call('contacts.create', { name: 'Acme' })).id,
    name: 'Draft',
    way: 'retainer',
    minutes: 600,
    amount: francs('1500.00'),
  })
  const { versions } = await owner.call('agreements.read', { agreementId: terms.id })
  await owner.call('offer.create-product', { name: 'Retainer 10 h', way: 'retainer', terms: versions[0].terms })
  await owner.call('contacts.create', { name: 'Tim Keller' })
  const rows = [
    { kind: 'agreements', customer: 'Acme', product: 'retainer 10 h', startsOn: '1.1.2026', left: '4,5' },
    { kind: 'passes', customer: 'Eva Keller', product: 'Zehnerkarte', size: '10', price: '300', left: '7', participant: 'Tim Keller' },
    { kind: 'passes', customer: 'Eva Keller', product: 'Zehnerkarte', size: '10', price: '300', left: '2' },
  ]
  expect(await owner.call('opening.enter', { rows: [...rows, rows[2]] })).toMatchObject({ entered: { passes: 2, agreements: 1 }, newContacts: 1, repeated: 1 })
  const { agreements } = await owner.call('agreements.list', { states: ['active'] })
  const left = await Promise.all(
    agreements.map(async (each: { id: string }) => (await owner.call('agreements.balance', { agreementId: each.id })).lines[0].left),
  )
  expect(left.toSorted()).toEqual(['2', '270', '7'])
  expect(await owner.call('opening.enter', { rows })).toMatchObject({ known: 3, newContacts: 0 })
  expect(await fieldsOf(owner, { rows: [{ ...rows[0], kind: 'passes' }] })).toEqual({ 'rows.0.product': 'opening_not_a_pass' })
})

test('what a pass of before still holds is refused once it has expired', async () => {
  owner = await world.company()
  const old = { kind: 'passes', customer: 'Eva', product: 'Zehnerkarte', size: '10', price: '300', left: '7', startsOn: '1.3.2025' }
  expect(await fieldsOf(owner, { rows: [old] })).toEqual({ 'rows.0.startsOn': 'opening_pass_expired' })
})

test('a hostile file is refused by name and soon', async () => {
  owner = await world.company()
  const file = (text: string) => ({ files: [{ kind: 'invoices', content: Buffer.from(text).toString('base64') }] })
  const start = processorMilliseconds()
  expect(await owner.failure('opening.preview', file(','.repeat(900_000)))).toBe('import_line_too_long')
  expect(await owner.failure('opening.preview', file('a,b\n'.repeat(200_000)))).toBe('import_too_many_rows')
  expect(await owner.failure('opening.enter', file('a,1\n'.repeat(3000)))).toBe('opening_too_many_rows')
  expect(await owner.failure('opening.enter', file('\0\0\0'))).toBe('import_not_text')
  expect(await owner.failure('opening.enter', { files: [{ kind: 'invoices', content: '%' }] })).toBe('input_invalid')
  expect(await owner.failure('opening.enter', file('Kunde;Betrag\nAnna;12\n'))).toBe('opening_rows_refused')
  const long = {
    kind: 'invoices',
    customer: '9'.repeat(200),
    number: '1,'.repeat(100),
    issuedOn: '1.'.repeat(100),
    gross: `${"1'".repeat(99)}x`,
    email: `${'a@'.repeat(100)}`,
  }
  expect((await owner.call('opening.preview', { rows: Array.from({ length: 2000 }, () => long) })).counts.refused).toBe(2000)
  expect(processorMilliseconds() - start).toBeLessThan(6000)
})

test('hundreds of rows are previewed at once and entered within seconds', async () => {
  owner = await world.company()
  const rows = Array.from({ length: 200 }, (_, index) => [
    { kind: 'invoices', customer: `Kundin ${index}`, number: `R-${index}`, issuedOn: '1.2.2026', gross: '100.50', open: '50' },
    { kind: 'passes', customer: `Kundin ${index}`, product: 'Zehnerkarte', size: '10', price: '300', left: '4' },
  ]).flat()
  const start = processorMilliseconds()
  expect((await owner.call('opening.preview', { rows })).counts.enter).toBe(400)
  const previewed = processorMilliseconds()
  expect(await owner.call('opening.enter', { rows })).toMatchObject({ entered: { invoices: 200, passes: 200 }, newContacts: 200 })
  const entered = processorMilliseconds()
  process.stdout.write(`opening of 400 rows: preview ${Math.round(previewed - start)} ms, enter ${Math.round(entered - previewed)} ms\n`)
  expect(previewed - start).toBeLessThan(2000)
  expect(entered - previewed).toBeLessThan(30_000)
}, 120_000)

test.each(['numbers', 'invoices', 'passes', 'agreements'])('the example of %s is a file that is read as it stands', async (kind) => {
  owner = await world.company()
  for (const language of ['en', 'de', 'fr', 'it']) {
    const { content, contentType } = await owner.call('opening.example', { kind, language })
    expect(contentType).toBe('text/csv; charset=utf-8')
    const preview = await owner.call('opening.preview', { files: [{ kind, content }] })
    expect(
      preview.files[0].columns.filter((each: { column: string | null }) => each.column === null),
      language,
    ).toEqual([])
    const codes = preview.rows.flatMap((row: { problems: { code: string }[] }) => row.problems.map((problem) => problem.code))
    // What a company sells is its own: only a product of its catalogue runs on.
    expect(codes, language).toEqual(kind === 'agreements' ? ['opening_product_unknown'] : [])
  }
})

test('what was billed before is not billed again, what falls due from now on is', async () => {
  owner = await world.company()
  const sold = { kind: 'passes', customer: 'Eva Keller', product: 'Zehnerabo', size: '10', price: '300', left: '12' }
  await owner.call('opening.enter', {
    rows: [sold, { ...sold, customer: 'Paul Moser', startsOn: '2.3.2026' }, { ...sold, customer: 'Ada Bo', startsOn: '1.2.2026' }],
  })
  expect((await owner.call('invoicing.unbilled', {})).customers).toEqual([])
  const { agreements } = await owner.call('agreements.list', {})
  for (const { id } of agreements) expect((await owner.call('agreements.balance', { agreementId: id })).lines).toMatchObject([{ left: '12' }])
  world.clock.moveTo(instant('2026-03-03T09:00:00Z'))
  expect(await owner.call('opening.enter', { rows: [sold] })).toMatchObject({ known: 1 })
  expect((await owner.call('invoicing.unbilled', {})).customers).toEqual([])
  world.clock.moveTo(instant('2026-03-02T09:00:00Z'))
})

test('an open invoice that was paid in part is owed for the rest only, and everything verifies', async () => {
  owner = await world.company()
  await owner.call('opening.enter', { rows: [{ kind: 'invoices', customer: 'Eva', number: '2025-1', issuedOn: '1.12.2025', gross: '1200.50', open: '200' }] })
  const { contacts } = await owner.call('contacts.list', {})
  const { invoices: open } = await owner.call('invoicing.list', { filter: 'overdue' })
  expect(open).toMatchObject([{ number: '2025-1', open: francs('200.00') }])
  expect(await verified(owner)).toEqual([])
  await owner.call('payments.record', { contactId: contacts[0].id, amount: francs('200.00'), invoiceId: open[0].id })
  expect((await owner.call('invoicing.list', { filter: 'open' })).invoices).toEqual([])
  expect(await verified(owner)).toEqual([])
})

/** What `bin/cloudburo check` finds wrong in the company. */
async function verified(seat: Seat): Promise<string[]> {
  return world.read(seat, async (database) => {
    const now = world.clock.now()
    const context = { ...seat, clock: world.clock, now, today: '2026-03-02', database, engine: world.database.engine, files: world.files } as unknown as Context
    const results = await Promise.all(modules.flatMap((module) => (module.check ? [module.check] : [])).map((check) => check(context)))
    return results.flat().flatMap((each) => each.findings)
  })
}
