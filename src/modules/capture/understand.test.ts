import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { languages } from '../../kernel/language.ts'
import { cueWords } from './grammar/intent-words.ts'
import { relativeDays } from './grammar/day-words.ts'
import { goldenLexicon, goldenSituation } from './golden-lexicon.ts'
import { readChip, revise } from './revise.ts'
import type { LexiconContact, Situation } from './understanding.ts'
import { understand } from './understand.ts'
import { processorMilliseconds } from '../../../tests/processor-time.ts'

const words = fc.oneof(
  fc.constantFrom(...cueWords),
  fc.constantFrom(...relativeDays.keys()),
  fc.constantFrom(...goldenLexicon.contacts.map((contact) => contact.name)),
  fc.constantFrom(
    'acme',
    'ac',
    'jul',
    'sam',
    '14',
    '10h',
    '1:30',
    '24.11.',
    '300',
    'CHF',
    '34.50',
    '2026-0014',
    'a@b.ch',
    'next',
    'in',
    '3',
    'days',
    '½h',
    'x',
  ),
  fc.string({ maxLength: 8 }),
)
const lines = fc.oneof(
  { weight: 3, arbitrary: fc.array(words, { maxLength: 7 }).map((each) => each.join(' ')) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60, unit: 'grapheme' }) },
)
const someLanguage = fc.constantFrom(...languages)

describe('any line', () => {
  test('is understood without breaking, and the same way each time', () => {
    fc.assert(
      fc.property(lines, someLanguage, (text, language) => {
        const once = understand(goldenSituation(text, language))
        expect(understand(goldenSituation(text, language))).toEqual(once)
        expect(once.length > 0 || text.replace(/[\s,;:!?()"«»„“”]/g, '') === '').toBe(true)
        expect(once.map((each) => each.confidence)).toEqual(once.map((each) => each.confidence).toSorted((left, right) => right - left))
      }),
      { numRuns: 250 },
    )
  })

  test('keeps its intent when a completion is taken', () => {
    fc.assert(
      fc.property(lines, someLanguage, (text, language) => {
        for (const each of understand(goldenSituation(text, language))) {
          for (const { insertText } of each.completions) {
            expect(understand(goldenSituation(insertText, language))[0]?.intent).toBe(each.intent)
          }
        }
      }),
      { numRuns: 120 },
    )
  })

  test('can be changed chip by chip, and nothing else of it changes', () => {
    fc.assert(
      fc.property(lines, someLanguage, (text, language) => {
        const best = understand(goldenSituation(text, language))[0]
        for (const chip of best?.chips ?? []) {
          for (const alternative of chip.alternatives) {
            const revised = revise(best!, chip.field, alternative)
            expect(revised.chips.find((each) => each.field === chip.field)).toMatchObject(alternative)
            expect(revised.intent).toBe(best!.intent)
          }
        }
      }),
      { numRuns: 120 },
    )
  })

  test('of ten thousand letters is answered at once', () => {
    const start = processorMilliseconds()
    understand(goldenSituation('a 1 '.repeat(2500)))
    expect(processorMilliseconds() - start).toBeLessThan(150)
  })
})

test('two customers that nothing sets apart are both shown', () => {
  const [first, second] = understand(goldenSituation('2h julia'))
  const chosen = [first, second].map((each) => each?.chips.find((chip) => chip.field === 'contact')?.value)
  expect(chosen.toSorted()).toEqual(['julia-roth', 'julia-weber'])
})

test('an open number that two years share is read both ways', () => {
  const readings = understand(goldenSituation('paid 7')).filter((each) => each.intent === 'payment')
  expect(
    readings
      .slice(0, 2)
      .map((each) => each.chips[0]?.value)
      .toSorted(),
  ).toEqual(['i7', 'i7b'])
})

test('the customer used last comes first, and the others are at hand', () => {
  const situation = { ...goldenSituation('2h julia'), history: { 'julia-weber': { lastUsedOn: day('2026-11-23'), count: 5 } } }
  const contact = understand(situation)[0]?.chips.find((chip) => chip.field === 'contact')
  expect(contact).toMatchObject({ value: 'julia-weber', alternatives: [{ value: 'julia-roth' }] })
})

test('an expense is what it was, how much, and whom it is charged to, in four languages', () => {
  const said = (text: string) => understand(goldenSituation(text))[0]
  const amount = { amount: '34.50', currency: 'CHF' }
  for (const [text, description] of [
    ['lunch 34.50 client acme', 'lunch'],
    ['mittagessen 34.50 kunde acme', 'mittagessen'],
    ['dejeuner 34.50 client acme', 'dejeuner'],
    ['pranzo 34.50 cliente acme', 'pranzo'],
  ] as const) {
    expect(said(text), text).toMatchObject({ intent: 'expense', operation: 'expenses.record', input: { contactId: 'acme', description, amount } })
  }
  expect(said('taxi 18.20')).toMatchObject({ intent: 'expense', input: { description: 'taxi' } })
  expect(said('taxi 18.20')?.input).not.toHaveProperty('contactId')
  const operations = new Set(['work.record-time'])
  expect(understand({ ...goldenSituation('lunch 34.50 client acme'), operations })[0]?.intent).toBe('find')
})

test('another customer takes the old agreement with it', () => {
  const reading = understand(goldenSituation('2h acme logo'))[0]!
  const revised = revise(reading, 'contact', { value: 'anna', label: 'Anna Keller' })
  expect(revised.chips.some((chip) => chip.field === 'agreement')).toBe(false)
})

test('what is typed into a chip is read as what the chip holds', () => {
  const situation = goldenSituation('', 'de')
  expect(readChip(situation, { field: 'day', text: 'vorgestern' })[0]).toEqual({ value: '2026-11-22', label: 'So 22. Nov.' })
  expect(readChip(situation, { field: 'minutes', text: '1:45' })[0]).toEqual({ value: 105, label: '1 h 45' })
  expect(readChip(situation, { field: 'amount', text: "1'200.50" })[0]?.label).toBe('CHF 1’200.50')
  expect(readChip(situation, { field: 'time', text: '14' })[0]?.value).toBe('14:00')
  expect(readChip(situation, { field: 'contact', text: 'kell' })[0]?.value).toBe('anna')
})

test('two thousand contacts are searched in under five milliseconds', () => {
  const contacts: LexiconContact[] = Array.from({ length: 2000 }, (_, index) => ({
    id: `c${index}`,
    name: `Vorname${(index * 7919) % 613} Nachname${(index * 104_729) % 1999}`,
    kind: 'person',
  }))
  const situation: Situation = { ...goldenSituation('2h vornme12 logo yesterd'), lexicon: { ...goldenLexicon, contacts } }
  understand(situation)
  const start = processorMilliseconds()
  for (let run = 0; run < 20; run += 1) understand(situation)
  // Five on an idle machine; the tests share theirs.
  expect((processorMilliseconds() - start) / 20).toBeLessThan(20)
})
