import { expect, test } from 'vitest'
import { openSeals } from './secrets.ts'

test('what is sealed is read again, and by nobody else', () => {
  const seals = openSeals('one secret')
  const sealed = seals.seal('sk_live_123')
  expect(sealed).not.toContain('sk_live')
  expect(seals.open(sealed)).toBe('sk_live_123')
  expect(openSeals('another secret').open(sealed)).toBeUndefined()
  expect(seals.open(`${sealed.slice(0, -2)}AA`)).toBeUndefined()
  expect(seals.open('nothing of ours')).toBeUndefined()
})
