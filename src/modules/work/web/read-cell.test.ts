import { expect, test } from 'vitest'
import { cellText, readCell } from './read-cell.ts'

test.each([
  ['2', 120],
  ['1.5', 90],
  ['1,5', 90],
  ['1:30', 90],
  ['2h', 120],
  ['90m', 90],
  ['90', 90],
  ['45 min', 45],
  ['', 0],
  ['0', 0],
  ['0:20', 20],
  ['24', 1440],
])('%s is %i minutes', (text, minutes) => {
  expect(readCell(text)).toEqual({ minutes, note: undefined })
})

test('words after the time are the note', () => {
  expect(readCell('2 logo sketches')).toEqual({ minutes: 120, note: 'logo sketches' })
  expect(readCell('1:30 call about 2 offers')).toEqual({ minutes: 90, note: 'call about 2 offers' })
})

test.each(['x', '25:00', '1:75', '-2', '2000'])('%s is no time', (text) => {
  expect(readCell(text)).toBeUndefined()
})

test('a cell shows hours and minutes, and nothing for none', () => {
  expect([0, 5, 90, 600].map(cellText)).toEqual(['', '0:05', '1:30', '10:00'])
})
