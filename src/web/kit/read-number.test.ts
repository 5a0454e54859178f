import { expect, test } from 'vitest'
import { readHours, readNumber } from './read-number.ts'

test('an amount is read however people write it', () => {
  const read = (text: string, decimalMark = '.') => readNumber(text, { places: 2, decimalMark })
  expect(read("1'200.50")).toBe('1200.50')
  expect(read('1’200.5')).toBe('1200.5')
  expect(read('1.200,50', ',')).toBe('1200.50')
  expect(read('1 200,5', ',')).toBe('1200.5')
  expect(read('12,50')).toBe('12.50')
  expect(read('CHF 30')).toBe('30')
  expect(read('-3')).toBe('-3')
  expect(read('1,234,567.8')).toBe('1234567.8')
})

test('three digits after a lone mark are thousands only where that mark divides thousands', () => {
  expect(readNumber('1,200', { places: 2, decimalMark: '.' })).toBe('1200')
  expect(readNumber('1.200', { places: 2, decimalMark: ',' })).toBe('1200')
  expect(readNumber('1.125', { places: 3, decimalMark: '.' })).toBe('1.125')
})

test('what is no number is not guessed', () => {
  for (const text of ['', 'abc', '1.2.3', '1,2,3', '12.345', '--3', '1e5']) {
    expect(readNumber(text, { places: 2 })).toBeUndefined()
  }
})

test('hours are read as people say them', () => {
  expect(['2h', '2', '1:30', '1.5', '1,5 h', '90m', '90 min', '1h30', '0:15', '45 Minuten', '2 Std'].map(readHours)).toEqual([
    120, 120, 90, 90, 90, 90, 90, 90, 15, 45, 120,
  ])
  expect(['1:75', 'soon', ''].map(readHours)).toEqual([undefined, undefined, undefined])
})
