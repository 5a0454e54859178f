import { expect, test } from 'vitest'
import { clockText } from './clock-text.ts'

test.each([
  ['14', '14:00'],
  ['9', '09:00'],
  ['14:30', '14:30'],
  ['14.30', '14:30'],
  ['9h15', '09:15'],
  ['1400', '14:00'],
  ['14 Uhr', '14:00'],
])('%s is %s', (typed, time) => {
  expect(clockText(typed)).toBe(time)
})

test('what is no time stays as it was, for the server to say so', () => {
  expect(clockText(' soon ')).toBe('soon')
})
