import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { changesBetween, noFields, partsOfName, stateOf } from './contact.ts'
import { DuplicateFinder, type Traits } from './duplicates.ts'
import { phoneKey } from './phone.ts'
import { canonical, inverseOf, relationshipKinds } from './relationship.ts'

const someone: Traits<string> = {
  subject: 'known',
  name: 'Marie Dupont',
  emails: ['m@example.ch'],
  phoneKeys: ['41791112233'],
  cities: ['Zürich'],
  birthDay: null,
}
const nobody = { subject: 'new', name: '', emails: [], phoneKeys: [], cities: [], birthDay: null }

function reasonFor(traits: Partial<Traits<string>>, known: Traits<string> = someone): string | undefined {
  const finder = new DuplicateFinder<string>()
  finder.add(known)
  return finder.find({ ...nobody, ...traits })[0]?.reason
}

test('two contacts are alike by e-mail, by phone, or by name with city or birthday', () => {
  expect(reasonFor({ name: 'M', emails: ['M@Example.ch'] })).toBe('same_email')
  expect(reasonFor({ name: 'M', phoneKeys: ['41791112233'] })).toBe('same_phone')
  expect(reasonFor({ name: 'DUPONT, Marie', cities: ['zurich'] })).toBe('same_name_and_city')
  expect(reasonFor({ name: 'Marie Dupont', emails: ['other@example.ch'], cities: ['Bern'] })).toBeUndefined()
  expect(reasonFor({ name: 'Marie Dupont' })).toBe('same_name')
  const born = { ...someone, birthDay: day('1980-01-01') }
  expect(reasonFor({ name: 'Marie Dupont', birthDay: day('1980-01-01') }, born)).toBe('same_name_and_birthday')
  expect(reasonFor({ name: 'Marie Dupont', birthDay: day('1981-01-01'), cities: ['Zürich'] }, born)).toBeUndefined()
})

test('the surest reason is told, and every contact once', () => {
  const finder = new DuplicateFinder<string>()
  finder.add(someone)
  expect(finder.find({ ...someone, subject: 'new' })).toEqual([{ subject: 'known', reason: 'same_email' }])
})

test('a telephone number is the same however it is written', () => {
  const spellings = ['+41 79 111 22 33', '0041791112233', '079 111 22 33', '079/111.22.33', '+41 (0)79 111 22 33']
  expect(new Set(spellings.map((text) => phoneKey(text, 'CH')))).toEqual(new Set(['41791112233']))
  expect(phoneKey('06 1234567', 'IT')).toBe('39061234567')
  expect(phoneKey('12', 'CH')).toBe('')
})

test('a relationship told from either side is stored as one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...relationshipKinds), fc.uuid(), fc.uuid(), (kind, from, to) => {
      expect(inverseOf(inverseOf(kind))).toBe(kind)
      expect(canonical({ from, kind, to })).toEqual(canonical({ from: to, kind: inverseOf(kind), to: from }))
    }),
  )
})

test('what a contact is follows from the days of its agreements', () => {
  const today = day('2026-03-02')
  expect(stateOf({ from: null, until: null }, today)).toBe('prospect')
  expect(stateOf({ from: day('2026-03-03'), until: null }, today)).toBe('prospect')
  expect(stateOf({ from: today, until: null }, today)).toBe('customer')
  expect(stateOf({ from: day('2025-01-01'), until: today }, today)).toBe('customer')
  expect(stateOf({ from: day('2025-01-01'), until: day('2026-03-01') }, today)).toBe('former')
})

test('a typed name knows its parts', () => {
  expect(partsOfName('person', 'Anna von der Leyen')).toEqual({ name: 'Anna von der Leyen', givenName: 'Anna', familyName: 'von der Leyen' })
  expect(partsOfName('person', 'Dupont, Marie')).toEqual({ name: 'Marie Dupont', givenName: 'Marie', familyName: 'Dupont' })
  expect(partsOfName('person', 'Madonna')).toMatchObject({ givenName: 'Madonna', familyName: '' })
  expect(partsOfName('organisation', 'Acme, Inc.')).toMatchObject({ name: 'Acme, Inc.', familyName: '' })
})

test('a change tells the field, what it was and what it is', () => {
  const before = { ...noFields, name: 'A B', emails: [{ label: 'home', value: 'a@b.ch', isPreferred: true }] }
  expect(changesBetween(before, { ...before, emails: [], language: 'de' })).toEqual([
    { field: 'language', from: '', to: 'de' },
    { field: 'emails', from: 'a@b.ch', to: '' },
  ])
  expect(changesBetween(before, before)).toEqual([])
})
