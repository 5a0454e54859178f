import { describe, expect, test } from 'vitest'
import { Accounts, bestPattern } from './chart.ts'
import { chartNames, charts } from './charts.ts'
import { accountRoots, saleTreatments } from './kinds.ts'
import { accountNames } from './names.ts'

const kinds = [
  ...Object.keys(accountRoots),
  ...saleTreatments.flatMap((treatment) => ['services', 'goods'].map((sale) => `revenue.${treatment}.${sale}`)),
  ...saleTreatments.map((treatment) => `tax_payable.${treatment}`),
  ...['standard', 'reduced', 'special'].flatMap((rate) => ['material', 'other'].map((use) => `input_tax.${rate}.${use}`)),
  'bank.01900000-0000-7000-8000-000000000000',
  'expense.something_new',
]

describe.each(chartNames)('the chart %s', (chart) => {
  test('has an account for every kind, and no number twice', () => {
    const accounts = new Accounts({ chart, language: 'de', choices: [] })
    for (const kind of kinds) expect(accounts.ofKind(kind).number, kind).toMatch(/^\d{3,8}$/)
    expect(new Set(Object.values(charts[chart])).size).toBe(Object.keys(charts[chart]).length)
  })

  test('has a name for each of its accounts in each language', () => {
    for (const kind of Object.keys(charts[chart])) {
      const key = bestPattern(kind, Object.keys(accountNames))
      expect(key, kind).toBeDefined()
      expect(Object.values(accountNames[key!]!).every((name) => name.length > 1)).toBe(true)
    }
  })
})

test('the longest beginning of a kind counts, and a word before a star', () => {
  expect(bestPattern('revenue.reduced.goods', ['revenue', 'revenue.reduced', 'revenue.*.goods'])).toBe('revenue.*.goods')
  expect(bestPattern('revenue.reduced.goods', ['revenue', 'revenue.*', 'revenue.reduced'])).toBe('revenue.reduced')
  expect(bestPattern('bank.1', ['bank.2'])).toBeUndefined()
})

test('what a company chooses counts from then on, and old numbers keep their names', () => {
  const accounts = new Accounts({ chart: 'kmu', language: 'en', choices: [{ kind: 'expense.travel', number: '6645', name: 'Trains' }] })
  expect(accounts.ofKind('expense.travel')).toMatchObject({ number: '6645', name: 'Trains', type: 'expense' })
  expect(accounts.ofNumber('6640', 'expense.travel').name).toBe('Travel')
})
