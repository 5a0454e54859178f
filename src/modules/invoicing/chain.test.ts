import { expect, test } from 'vitest'
import { money } from '../../kernel/money.ts'
import { canonicalJson } from './canonical.ts'
import { chainHash, chainStart, documentHash } from './chain.ts'

test('the order of keys does not change the digest, the content does', () => {
  expect(documentHash({ b: [1, null], a: money(1250n, 'CHF') })).toBe(documentHash({ a: { currency: 'CHF', amount: '12.50' }, b: [1, null] }))
  expect(documentHash({ a: 1 })).not.toBe(documentHash({ a: 2 }))
})

test('what has no value is left out, fractions are refused', () => {
  expect(canonicalJson({ z: undefined, a: 'ü' })).toBe('{"a":"ü"}')
  expect(() => canonicalJson(0.5)).toThrow()
})

test('a changed document breaks every later link', () => {
  const chain = (documents: unknown[]) => documents.reduce<string>((previous, each) => chainHash(previous, documentHash(each)), chainStart)
  expect(chain([{ n: 1 }, { n: 2 }])).not.toBe(chain([{ n: 9 }, { n: 2 }]))
})
