import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { money } from '../../kernel/money.ts'
import { suggest, type ThreadFacts } from './suggest.ts'

const nothing: ThreadFacts = {
  contactId: 'c1',
  isThing: false,
  today: day('2026-03-20'),
  openInvoices: [],
  reminder: null,
  unbilled: [],
  offers: [],
  tasks: [],
  unansweredMessageId: null,
  hasRunningAgreement: true,
}

test('nothing open, nothing to do', () => {
  expect(suggest(nothing)).toEqual([])
})

test('somebody without an agreement can be sold something', () => {
  expect(suggest({ ...nothing, hasRunningAgreement: false }).map((each) => each.kind)).toEqual(['sell'])
})

test('an answer comes before a reminder, a reminder before a payment', () => {
  const open = [
    { id: 'i2', number: '2', open: money(500n, 'CHF'), dueOn: day('2026-03-01') },
    { id: 'i1', number: '1', open: money(100n, 'CHF'), dueOn: day('2026-02-01') },
  ]
  const found = suggest({ ...nothing, unansweredMessageId: 'm1', openInvoices: open, reminder: { invoiceId: 'i1', number: '1', level: 1 } })
  expect(found.map((each) => each.kind)).toEqual(['answer', 'remind', 'record-payment'])
  expect(found[2]!.doing).toEqual({ operation: 'payments.record', input: { invoiceId: 'i1' } })
})

test('a dog is not invoiced', () => {
  expect(suggest({ ...nothing, isThing: true, unbilled: [{ amount: money(1n, 'CHF'), since: day('2026-03-01') }] })).toEqual([])
})
