import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import { money } from '../../../kernel/money.ts'
import { findSame, type Comparable } from './same.ts'

const line = (key: string, minor: number, more: Partial<Comparable> = {}): Comparable => ({
  key,
  format: 'camt.053',
  bookedOn: day('2026-11-20'),
  valueOn: more.bookedOn ?? day('2026-11-20'),
  amount: money(BigInt(minor), 'CHF'),
  counterpartyName: null,
  counterpartyIban: null,
  reference: null,
  endToEndId: null,
  remittance: '',
  bankReference: null,
  ...more,
})
const verdicts = (fresh: Comparable[], stored: Comparable[]) => [...findSame(fresh, stored)].map(([key, same]) => `${key} ${same.verdict} ${same.with}`).sort()
const anna = { counterpartyName: 'Anna Meier', counterpartyIban: 'CH4409000000495962779', remittance: 'Rechnung 2026-0014', endToEndId: 'E1' }

describe('the same payment in another format', () => {
  test('is known by name and text, also when the format has neither a column for the name nor the same day', () => {
    const csv = line('f', 12000, { format: 'csv', bookedOn: day('2026-11-22'), remittance: 'GUTSCHRIFT ANNA MEIER RECHNUNG 2026-0014' })
    expect(verdicts([csv], [line('s', 12000, anna)])).toEqual(['f same s'])
    const mt = line('f', 12000, { format: 'mt940', counterpartyName: 'MEIER ANNA', remittance: 'Rechnung 2026-0014' })
    expect(verdicts([mt], [line('s', 12000, anna)])).toEqual(['f same s'])
  })
  test('is known by its end-to-end id or reference alone', () => {
    expect(verdicts([line('f', 1, { format: 'mt940', endToEndId: 'E1' })], [line('s', 1, anna)])).toEqual(['f same s'])
    const qr = { reference: '210000000003139471430009017' }
    expect(verdicts([line('f', 1, { format: 'csv', ...qr })], [line('s', 1, qr)])).toEqual(['f same s'])
  })
  test('is a question when nothing but amount and day agree', () => {
    expect(verdicts([line('f', 500, { format: 'csv', remittance: 'Gutschrift' })], [line('s', 500, anna)])).toEqual(['f perhaps s'])
  })
  test('is answered by the other lines of the day', () => {
    const fresh = [line('f1', 500, { format: 'csv' }), line('f2', 700, { format: 'csv' })]
    expect(verdicts(fresh, [line('s1', 500, anna), line('s2', 700)])).toEqual(['f1 same s1', 'f2 same s2'])
  })
})

describe('another payment', () => {
  test('of another name, account, number or reference is another', () => {
    const stored = [line('s', 12000, anna)]
    const other = (more: Partial<Comparable>) => verdicts([line('f', 12000, { format: 'csv', ...more })], stored)
    expect(other({ counterpartyName: 'Berta Huber' })).toEqual([])
    expect(other({ counterpartyIban: 'CH9300762011623852957', counterpartyName: 'Anna Meier' })).toEqual([])
    expect(other({ counterpartyName: 'Anna Meier', endToEndId: 'E2' })).toEqual([])
    expect(other({ remittance: 'Rechnung 2026-0015' })).toEqual([])
    expect(other({ ...anna, bookedOn: day('2026-11-27'), valueOn: day('2026-11-27') })).toEqual([])
  })
  test('in the same format is another unless the bank numbers it the same', () => {
    expect(verdicts([line('f', 1, { ...anna, remittance: 'x' })], [line('s', 1, anna)])).toEqual([])
    expect(verdicts([line('f', 1, { ...anna, bankReference: 'B', remittance: 'x' })], [line('s', 1, { ...anna, bankReference: 'B' })])).toEqual(['f same s'])
  })
  test('twins stay two: one stored line takes one of them away', () => {
    const twin = (key: string) => line(key, 12000, { ...anna, format: 'mt940' })
    expect(verdicts([twin('f1'), twin('f2')], [line('s1', 12000, anna)])).toEqual(['f1 same s1'])
    expect(verdicts([twin('f1'), twin('f2')], [line('s1', 12000, anna), line('s2', 12000, anna)])).toHaveLength(2)
  })
})

test('whatever the payments, a second format adds nothing, and a payment that is not stored is never lost', () => {
  const payments = fc.array(
    fc.record({
      minor: fc.integer({ min: 1, max: 4 }),
      who: fc.constantFrom('Anna Meier', 'Berta Huber', 'Carlo Rossi'),
      number: fc.integer({ min: 100, max: 104 }),
      on: fc.integer({ min: 0, max: 8 }),
    }),
    { maxLength: 25 },
  )
  fc.assert(
    fc.property(payments, fc.integer({ min: 0, max: 25 }), (list, missing) => {
      const as = (format: string) =>
        list.map((each, at) =>
          line(`${format}${at}`, each.minor * 100, {
            format,
            bookedOn: addDays(day('2026-11-01'), each.on),
            ...(format === 'csv'
              ? { remittance: `GUTSCHRIFT ${each.who.toUpperCase()} RECHNUNG 2026-0${each.number}` }
              : { counterpartyName: each.who, remittance: `Rechnung 2026-0${each.number}` }),
          }),
        )
      const stored = as('camt.053')
      const all = findSame(as('csv'), stored)
      expect([...all.values()].filter((same) => same.verdict === 'same')).toHaveLength(list.length)
      const without = stored.filter((_, at) => at !== missing)
      expect(as('csv').filter((each) => findSame(as('csv'), without).get(each.key)?.verdict !== 'same').length).toBe(list.length - without.length)
    }),
    { numRuns: 200 },
  )
})
