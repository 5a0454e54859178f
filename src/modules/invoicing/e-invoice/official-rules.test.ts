import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectationsOf, hasFixtures, xmlFilesIn } from './testing/official-tests.ts'

describe.skipIf(!hasFixtures)('the unit tests of the official rules', () => {
  test('at least 95 % of what they expect is met', () => {
    const expectations = xmlFilesIn('ConnectingEurope+eInvoicing-EN16931/test').flatMap(expectationsOf)
    const met = expectations.filter(({ isMet }) => isMet).length
    const families = Map.groupBy(expectations, ({ rule }) => rule.replace(/-?\d+$/, ''))
    for (const [family, its] of [...families].toSorted(([left], [right]) => left.localeCompare(right))) {
      console.log(`${family}: ${its.filter(({ isMet }) => isMet).length} of ${its.length}`)
    }
    for (const { file, rule, passes } of expectations.filter(({ isMet }) => !isMet)) {
      console.log(`not met: ${basename(file)}: ${rule} should ${passes ? 'pass' : 'fail'}`)
    }
    console.log(`${met} of ${expectations.length} expectations met`)
    expect(expectations.length).toBeGreaterThan(300)
    expect(met / expectations.length).toBeGreaterThanOrEqual(0.95)
  })
})
