import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentPair, contrast } from './accent.ts'

test('every colour a company may choose stays readable, on paper and under words, in light and dark', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const pair = accentPair(`#${value.toString(16).padStart(6, '0')}`)!
      expect(contrast(pair.light, '#f6f4ee')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(pair.dark, '#211f1c')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(pair.onLight, pair.light)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(pair.onDark, pair.dark)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('what is no colour is ignored', () => {
  expect(accentPair('red')).toBeUndefined()
  expect(accentPair('#12')).toBeUndefined()
})
