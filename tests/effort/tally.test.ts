import { expect, test } from 'vitest'
import { keysFor, Tally } from './tally.ts'

const typed = (tally: Tally, text: string) => {
  for (const character of text) tally.press(keysFor(character))
}

test('what happens by itself costs nothing, and whatever is done begins with a mental step', () => {
  const tally = new Tally()
  expect(tally.effort()).toEqual({ keys: 0, clicks: 0, pages: 0, seconds: 0 })
  tally.press(1)
  expect(tally.effort()).toEqual({ keys: 1, clicks: 0, pages: 0, seconds: 1.55 })
})

test('a decision is a mental step of its own', () => {
  const tally = new Tally()
  tally.think()
  expect(tally.effort().seconds).toBe(2.7)
})

test('keys cost 0.2 s each, and a shifted character is two of them', () => {
  const tally = new Tally()
  typed(tally, 'ab@B')
  expect(tally.effort()).toMatchObject({ keys: 6, seconds: 2.55 })
})

test('a named key is one, a combination counts every key in it', () => {
  expect(['Enter', 'ArrowDown', 'Control+k', '+', ':', 'ü', '/', ' '].map(keysFor)).toEqual([1, 1, 2, 2, 2, 1, 1, 1])
})

test('the hand moves when the device changes, and only then', () => {
  const tally = new Tally()
  tally.click()
  tally.click()
  tally.press(1)
  tally.press(1)
  expect(tally.effort()).toMatchObject({ keys: 2, clicks: 2, seconds: 5.15 })
})

test('a page is counted and taken in', () => {
  const tally = new Tally()
  tally.turnPage()
  expect(tally.effort()).toMatchObject({ pages: 1, seconds: 2.7 })
})

test('two hours for a customer yesterday, as the product describes it', () => {
  const tally = new Tally()
  typed(tally, '/2h ac ye')
  tally.think()
  tally.press(keysFor('Enter'))
  expect(tally.effort()).toEqual({ keys: 10, clicks: 0, pages: 0, seconds: 4.7 })
})
