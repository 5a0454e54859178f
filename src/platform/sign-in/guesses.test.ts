import { expect, test } from 'vitest'
import { Guesses } from './guesses.ts'

test('fifty wrong passwords in a row are enough, however the address is written', () => {
  const guesses = new Guesses()
  for (let count = 0; count < 50; count += 1) {
    expect(guesses.areTooMany('anna@example.com')).toBe(false)
    guesses.addWrong(count % 2 === 0 ? 'anna@example.com' : ' Anna@Example.com')
  }
  expect(guesses.areTooMany('ANNA@example.com')).toBe(true)
  expect(guesses.areTooMany('beat@example.com')).toBe(false)
})

test('the right password begins anew', () => {
  const guesses = new Guesses(2)
  guesses.addWrong('anna@example.com')
  guesses.forget('anna@example.com')
  guesses.addWrong('anna@example.com')
  expect(guesses.areTooMany('anna@example.com')).toBe(false)
})
