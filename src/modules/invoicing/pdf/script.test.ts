import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable } from './fonts.ts'
import { linesOf } from './lines.ts'
import { isMixed, runsOf } from './script.ts'

const shown = (text: string) => runsOf(text, 'sans').map((run) => run.text)

test('letters from the right stand from the right, numbers and Latin within them from the left', () => {
  expect(shown('Kurs: שרה לוי')).toEqual(['Kurs: ', 'לוי', ' ', 'שרה'])
  expect(shown('שיעור (2)')).toEqual(['(', '2', ') ', 'שיעור'])
  expect(runsOf('سارة', 'sans')).toEqual([{ text: 'سارة', face: 'arabic', isShapedFromRight: true }])
})

test('a script that the typeface lacks takes another', () => {
  expect(runsOf('山田 AG', 'serif').map((run) => run.face)).toEqual(['han', 'serif'])
  expect(isMixed('Łódź, Ștefan, Ελλάδα, Иван', 'serif')).toBe(false)
  expect(isMixed('Łódź, Ștefan, Ελλάδα, Иван', 'sans')).toBe(false)
})

test('what no font has is a question mark, pictures go', () => {
  expect(printable('Hund 🐕 Bella', 'sans')).toBe('Hund Bella')
  expect(printable('ก', 'sans')).toBe('?')
})

test('lines are never wider than they may be, and no sign is lost', () => {
  const measure = (text: string) => [...text].length
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '-', '/', '山', 'é', '\n'), maxLength: 80 }),
      fc.integer({ min: 2, max: 20 }),
      (text, width) => {
        const lines = linesOf(text, width, measure)
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      },
    ),
  )
})
