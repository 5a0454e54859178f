import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, type Day } from '../../kernel/day.ts'
import { nextReminder, type ReminderLevel } from './reminders.ts'

const dueOn = day('2026-03-01')
const quiet = { dueOn, sent: [], pausedUntil: null }

test('the first reminder is due five days after the due day, not before', () => {
  expect(nextReminder({ ...quiet, today: day('2026-03-05') })).toMatchObject({ level: 1, on: '2026-03-06', isDue: false })
  expect(nextReminder({ ...quiet, today: day('2026-03-06') })).toMatchObject({ level: 1, isDue: true })
})

test('a payment stops reminders, and so does a pause', () => {
  expect(nextReminder({ ...quiet, dueOn: null, today: day('2026-06-01') })).toEqual({ kind: 'none', because: 'settled' })
  expect(nextReminder({ ...quiet, pausedUntil: 'always', today: day('2026-06-01') })).toEqual({ kind: 'none', because: 'paused' })
  expect(nextReminder({ ...quiet, pausedUntil: day('2026-05-01'), today: day('2026-05-01') })).toEqual({ kind: 'none', because: 'paused' })
  expect(nextReminder({ ...quiet, pausedUntil: day('2026-05-01'), today: day('2026-05-02') })).toMatchObject({ level: 1, isDue: true })
})

test('a late start skips no level and leaves ten days between two', () => {
  const sent = [{ level: 1 as const, on: day('2026-06-01') }]
  expect(nextReminder({ ...quiet, sent, today: day('2026-06-10') })).toMatchObject({ level: 2, on: '2026-06-11', isDue: false })
})

test('the second instalment begins at level one again', () => {
  const sent = [{ level: 3 as const, on: day('2026-03-01') }]
  expect(nextReminder({ ...quiet, sent, today: day('2026-03-20') })).toMatchObject({ level: 1, isDue: true })
})

test('whenever somebody looks, at most three reminders go, in order, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 40 }), (steps) => {
      const sent: { level: ReminderLevel; on: Day }[] = []
      let today = dueOn
      for (const step of steps) {
        today = addDays(today, step)
        const next = nextReminder({ dueOn, sent, pausedUntil: null, today })
        if (next.kind === 'next' && next.isDue) sent.push({ level: next.level, on: today })
      }
      expect(sent.map((reminder) => reminder.level)).toEqual([1, 2, 3].slice(0, sent.length))
    }),
    { numRuns: 200 },
  )
})
