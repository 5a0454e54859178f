import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { money } from '../../kernel/money.ts'
import { quantity } from '../../kernel/quantity.ts'
import { worstFirst, type Move } from './move.ts'
import { agreementEndingMove } from './moves/agreement-ending.ts'
import { attendanceToConfirmMove } from './moves/attendance-to-confirm.ts'
import { entitlementMove, isPassNearlyUsed, isRetainerNearlyUsed } from './moves/entitlement-nearly-used.ts'
import { invoiceOverdueMove } from './moves/invoice-overdue.ts'
import { invoiceToSendMove } from './moves/invoice-to-send.ts'
import { offerUnansweredMove } from './moves/offer-unanswered.ts'
import { paymentUnmatchedMove } from './moves/payment-unmatched.ts'
import { taskDueMove } from './moves/task-due.ts'
import { unbilledWorkMove } from './moves/unbilled-work.ts'
import { withoutPutAside } from './put-aside.ts'

const today = day('2026-03-20')
const who = { contactId: 'c1', contactName: 'Marie' }

describe('unbilled work', () => {
  const fact = { ...who, amount: money(32000n, 'CHF'), since: day('2026-03-02'), latest: day('2026-03-18') }
  test('is invoiced and sent by one operation', () => {
    expect(unbilledWorkMove(fact, today)?.doing).toEqual({ operation: 'invoicing.bill-customer', input: { contactId: 'c1', send: true } })
  })
  test('presses more when its month is over', () => {
    const march = unbilledWorkMove(fact, today)!
    const february = unbilledWorkMove({ ...fact, since: day('2026-02-27') }, today)!
    expect(february.weight).toBeGreaterThan(march.weight)
  })
  test('dismissed, it comes back with the work of another month', () => {
    const april = unbilledWorkMove({ ...fact, latest: day('2026-04-01') }, day('2026-04-02'))!
    expect(april.cause).not.toBe(unbilledWorkMove(fact, today)!.cause)
    expect(unbilledWorkMove({ ...fact, latest: day('2026-03-20') }, today)!.cause).toBe(unbilledWorkMove(fact, today)!.cause)
  })
  test('nothing to bill is no move', () => {
    expect(unbilledWorkMove({ ...fact, amount: money(0n, 'CHF') }, today)).toBeUndefined()
  })
})

describe('offers', () => {
  const offer = { ...who, agreementId: 'a1', name: 'Logo', offeredOn: day('2026-03-01'), lastSentOn: day('2026-03-13'), validUntil: null, amount: null }
  test('a week of silence calls for a word', () => {
    expect(offerUnansweredMove(offer, day('2026-03-19'))).toBeUndefined()
    expect(offerUnansweredMove(offer, today)?.kind).toBe('offer-unanswered')
  })
  test('the last days of an offer call for one as well', () => {
    const ending = { ...offer, lastSentOn: day('2026-03-16'), validUntil: day('2026-03-22') }
    expect(offerUnansweredMove(ending, today)?.weight).toBeGreaterThan(40)
  })
  test('an expired offer is silent', () => {
    expect(offerUnansweredMove({ ...offer, validUntil: day('2026-03-19') }, today)).toBeUndefined()
  })
})

describe('entitlements', () => {
  test.each([
    [10, 7, false],
    [10, 8, true],
    [10, 10, true],
    [2, 1, false],
    [50, 39, false],
    [50, 40, true],
  ])('of %i lessons, %i used: nearly used up is %s', (granted, used, expected) => {
    expect(isPassNearlyUsed({ granted: quantity(granted), used: quantity(used) })).toBe(expected)
  })
  test.each([
    [600, 479, false],
    [600, 480, true],
    [600, 700, true],
    [0, 0, false],
  ])('of %i minutes, %i used: beyond four fifths is %s', (granted, used, expected) => {
    expect(isRetainerNearlyUsed({ granted: quantity(granted), used: quantity(used) })).toBe(expected)
  })
  test('a retainer that went over is another cause than one that came near', () => {
    const use = {
      ...who,
      agreementId: 'a1',
      name: 'Retainer',
      unit: 'minute' as const,
      every: 'period' as const,
      lineKey: 'hours',
      granted: quantity(600),
      used: quantity(500),
      from: day('2026-03-01'),
    }
    expect(entitlementMove(use)!.cause).not.toBe(entitlementMove({ ...use, used: quantity(660) })!.cause)
  })
})

test('an agreement that may be renewed asks in its last month only', () => {
  const agreement = { ...who, agreementId: 'a1', name: 'Course', endsOn: day('2026-04-10'), asksForRenewal: true }
  expect(agreementEndingMove(agreement, today)?.facts['days']).toBe(21)
  expect(agreementEndingMove(agreement, day('2026-03-01'))).toBeUndefined()
  expect(agreementEndingMove({ ...agreement, asksForRenewal: false }, today)).toBeUndefined()
})

test('a higher reminder stands before a lower one and is a cause of its own', () => {
  const invoice = { ...who, invoiceId: 'i1', number: '2026-0001', open: money(100n, 'CHF'), dueOn: day('2026-02-20') }
  const [first, second] = [1, 2].map((level) => invoiceOverdueMove({ ...invoice, level: level as 1 | 2 }, today))
  expect(worstFirst([first!, second!])[0]).toBe(second)
  expect(first!.cause).not.toBe(second!.cause)
})

test('a draft is issued and sent, an issued invoice is sent', () => {
  const invoice = { ...who, invoiceId: 'i1', number: null, amount: money(100n, 'CHF'), on: today }
  expect(invoiceToSendMove({ ...invoice, state: 'draft' }, today).doing?.operation).toBe('invoicing.issue')
  expect(invoiceToSendMove({ ...invoice, state: 'issued', number: '1' }, today).doing?.operation).toBe('invoicing.send')
})

test('a payment is matched by a person where nothing is proposed', () => {
  const line = { transactionId: 't1', amount: money(100n, 'CHF'), payerName: 'M. Muster', on: today, proposal: null }
  expect(paymentUnmatchedMove(line, today).doing).toBeNull()
})

test('a task is no move before its day', () => {
  const task = { ...who, taskId: 't1', kind: 'call' as const, title: 'Call Anna', dueOn: day('2026-03-21') }
  expect(taskDueMove(task, today)).toBeUndefined()
  expect(taskDueMove({ ...task, dueOn: today }, today)?.doing?.operation).toBe('contacts.complete-task')
})

test('a group belongs to no single customer', () => {
  const session = { sessionId: 's1', serviceName: 'Puppies', on: today, time: '18:00' }
  const one = attendanceToConfirmMove({ ...session, participants: [{ contactId: 'c1', name: 'Marie' }] }, today)
  const two = attendanceToConfirmMove(
    {
      ...session,
      participants: [
        { contactId: 'c1', name: 'Marie' },
        { contactId: 'c2', name: 'Paul' },
      ],
    },
    today,
  )
  expect([one?.contactId, two?.contactId]).toEqual(['c1', null])
})

describe('put aside', () => {
  const move = (cause: string): Move => ({
    kind: 'task-due',
    cause,
    ...who,
    subject: { noun: 'task', id: 't' },
    facts: {},
    since: today,
    weight: 1,
    doing: null,
  })
  test('a snoozed move is back on its day, a dismissed one is not', () => {
    const aside = [
      { cause: 'one', until: day('2026-03-21') },
      { cause: 'two', until: null },
    ]
    const moves = [move('one'), move('two'), move('three')]
    expect(withoutPutAside(moves, aside, today)).toMatchObject({ asideCount: 2, shown: [{ cause: 'three' }] })
    expect(withoutPutAside(moves, aside, day('2026-03-21')).shown.map((each) => each.cause)).toEqual(['one', 'three'])
  })
})
