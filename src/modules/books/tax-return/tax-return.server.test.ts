import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import { instant } from '../../../kernel/instant.ts'

interface Line {
  key: string
  base: { amount: string } | null
  tax: { amount: string } | null
  parts: { number: string; isLate: boolean }[]
}

describe('tax return', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ at: '2026-01-10T09:00:00Z' })
  })
  afterAll(() => world.close())

  const at = (day: string) => world.clock.moveTo(instant(`${day}T09:00:00Z`))
  const money = (amount: string, currency = 'CHF') => ({ amount, currency })
  async function invoice(owner: Seat, amount: string, line: object = {}, contact: object = {}): Promise<string> {
    const { id: contactId } = await owner.call('contacts.create', { name: 'Marie Dupont', ...contact })
    const { currency } = owner.company
    const { id: invoiceId } = await owner.call('invoicing.create-draft', {
      contactId,
      lines: [{ name: 'Coaching', quantity: '1', unit: 'piece', unitPrice: money(amount, currency), ...line }],
    })
    await owner.call('invoicing.issue', { invoiceId, send: false })
    return invoiceId
  }
  const lines = async (owner: Seat, from?: string): Promise<Record<string, [string | undefined, string | undefined]>> => {
    const { figures } = (await owner.call('books.tax-return', from ? { from } : {})) as { figures: Line[] }
    const used = figures.filter((each) => Number(each.base?.amount ?? 0) !== 0 || Number(each.tax?.amount ?? 0) !== 0)
    return Object.fromEntries(used.map((each) => [each.key, [each.base?.amount, each.tax?.amount]]))
  }

  test('Swiss, accrual: issued, credited, given up, bought; handed in, and what comes late stands in the next one', async () => {
    at('2026-01-10')
    const owner = await world.company({ country: 'CH' })
    const first = await invoice(owner, '1000.00')
    await invoice(owner, '500.00', {}, { name: 'Berlin GmbH', kind: 'organisation', addresses: [{ city: 'There', country: 'DE' }] })
    at('2026-02-10')
    const lost = await invoice(owner, '200.00')
    await owner.call('invoicing.credit', {
      invoiceId: first,
      reason: 'Half of it',
      lines: (await owner.call('invoicing.read', { invoiceId: first })).lines.map((line: { id: string }) => ({
        lineId: line.id,
        quantity: '0.5',
        effect: 'written_off',
      })),
    })
    at('2026-03-20')
    await owner.call('payments.write-off', { invoiceId: lost, reason: 'Gone' })
    await owner.call('expenses.record', { amount: money('108.10'), rate: '8.1', category: 'software', on: '2026-03-01', description: 'Server' })
    at('2026-04-10')
    expect(await lines(owner)).toEqual({
      200: ['1700.00', undefined],
      221: ['500.00', undefined],
      235: ['700.00', undefined],
      289: ['1200.00', undefined],
      299: ['500.00', undefined],
      303: ['500.00', '40.50'],
      399: [undefined, '40.50'],
      405: [undefined, '8.10'],
      479: [undefined, '8.10'],
      500: [undefined, '32.40'],
    })
    const periods = await owner.call('books.tax-periods')
    expect(periods).toMatchObject({
      waiting: '2026-01-01',
      periods: [{ from: '2026-04-01' }, { from: '2026-01-01', to: '2026-03-31', dueOn: '2026-05-30', isOver: true }],
    })

    const { hash } = await owner.call('books.tax-return')
    expect(await owner.failure('books.file-tax-return', { from: '2026-01-01', hash: 'x' })).toBe('tax_return_changed')
    await owner.call('books.file-tax-return', { from: '2026-01-01', hash })
    expect(await owner.failure('books.file-tax-return', { from: '2026-01-01' })).toBe('tax_return_already_filed')
    expect(await owner.failure('books.file-tax-return', { from: '2026-04-01' })).toBe('tax_period_not_over')

    expect((await owner.call('books.tax-return', { from: '2026-01-01' })).filed).not.toBeNull()
    const csv = await owner.call('books.export-tax-return', { from: '2026-01-01' })
    expect(Buffer.from(csv.content, 'base64').toString()).toContain('303;')
    expect((await world.system(owner).call('books.tax-periods')).waiting).toBe('2026-04-01')
    await owner.call('books.undo-tax-return', { from: '2026-01-01' })
    expect((await owner.call('books.tax-return')).hash).toBe(hash)
  })

  test('cash basis: tax falls due with the money, part by part', async () => {
    at('2026-01-10')
    const owner = await world.company({ country: 'CH' })
    await owner.call('company.update', { taxBasis: 'cash' })
    const one = await invoice(owner, '1000.00')
    const { lines: rows } = await owner.call('invoicing.read', { invoiceId: one })
    expect(rows).toHaveLength(1)
    await owner.call('payments.record', { invoiceId: one, amount: money('400.00'), on: '2026-02-01' })
    at('2026-04-10')
    await owner.call('payments.record', { invoiceId: one, on: '2026-04-05' })
    expect((await lines(owner, '2026-01-01'))['303']).toEqual(['370.03', '29.97'])
    expect((await lines(owner, '2026-04-01'))['303']).toEqual(['629.97', '51.03'])
  })

  test('net tax rate: what invoices show is not what is paid', async () => {
    at('2026-01-10')
    const owner = await world.company({ country: 'CH' })
    await owner.call('company.update', { taxMethod: 'flat_rate', taxPeriod: 'half_year', flatRates: [{ rate: '6.2', label: 'Consulting' }] })
    await invoice(owner, '1000.00')
    expect(await lines(owner)).toMatchObject({ 299: ['1081.00', undefined], 323: ['1081.00', '67.02'], 500: [undefined, '67.02'] })
  })

  test('Germany: by supply, reverse charge both ways, in another currency, one-stop shop', async () => {
    at('2026-01-05')
    const owner = await world.company({ country: 'DE', currency: 'EUR' })
    await owner.call('company.update', { taxPeriod: 'month', vatNumber: 'DE123456788', isOneStopShop: true })
    await invoice(owner, '100.00', { period: { from: '2025-12-01', to: '2025-12-31' } })
    at('2026-02-20')
    await invoice(owner, '1000.00', { period: { from: '2026-01-01', to: '2026-01-31' } })
    await invoice(owner, '300.00', {}, { name: 'Lyon SARL', kind: 'organisation', addresses: [{ city: 'There', country: 'FR' }], vatNumber: 'FR40303265045' })
    await owner.call('expenses.record', {
      description: 'Licences',
      on: '2026-02-03',
      category: 'software',
      payee: { name: 'Dublin Ltd', country: 'IE' },
      parts: [{ treatment: 'reverse_charge', rate: '19', gross: money('100.00', 'EUR') }],
    })
    expect(await lines(owner, '2026-02-01')).toEqual({
      21: ['300.00', undefined],
      46: ['100.00', '19.00'],
      owed: [undefined, '19.00'],
      67: [undefined, '19.00'],
    })
    const found = await owner.call('books.tax-return', { from: '2026-02-01' })
    expect(found.payable).toEqual(money('0.00', 'EUR'))
    // Supplied in January and invoiced in February counts in January; what was supplied before the beginning, in the first period.
    expect((await lines(owner, '2026-01-01'))['81']).toEqual(['1100.00', '209.00'])
    await owner.call('books.file-tax-return', { from: '2026-01-01' })
    await invoice(owner, '50.00', { period: { from: '2026-01-01', to: '2026-01-20' } })
    // After January was handed in it stands in the next return, and says that it is late.
    const next = await owner.call('books.tax-return', { from: '2026-02-01' })
    expect(next.figures.find((each: Line) => each.key === '81')).toMatchObject({ base: money('50.00', 'EUR'), parts: [{ isLate: true }] })
    expect(next.warnings).toContainEqual(expect.objectContaining({ kind: 'late', count: 1 }))
    expect((await lines(owner, '2026-01-01'))['81']).toEqual(['1100.00', '209.00'])
  })

  test('a small business has no return', async () => {
    const owner = await world.company({ country: 'DE', taxRegime: 'small_business' })
    expect(await owner.call('books.tax-periods')).toMatchObject({ regime: 'small_business', waiting: null, periods: [] })
    expect(await owner.failure('books.tax-return', {})).toBe('not_found')
  })
})
