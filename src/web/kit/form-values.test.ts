import { expect, test } from 'vitest'
import { getAt, setAt } from './form-values.ts'

test('a field is changed by its path and everything else stays the same', () => {
  const before = { name: 'Anna', lines: [{ quantity: '1' }, { quantity: '2' }] }
  const after = setAt(before, 'lines.1.quantity', '5')
  expect(after).toEqual({ name: 'Anna', lines: [{ quantity: '1' }, { quantity: '5' }] })
  expect(after.lines[0]).toBe(before.lines[0])
  expect(before.lines[1]!.quantity).toBe('2')
  expect(getAt(after, 'lines.1.quantity')).toBe('5')
  expect(getAt(after, 'missing.deep')).toBeUndefined()
})
