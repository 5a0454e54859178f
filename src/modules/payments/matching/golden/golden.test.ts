import { describe, expect, test } from 'vitest'
import { abroad } from './abroad.ts'
import { germany } from './germany.ts'
import { isFirst, isSafe, play, type GoldenLine } from './golden.ts'
import { switzerland } from './switzerland.ts'

/**
 * Bank lines as strangers write them, with the answers that were written before the matcher was tuned. Every fourth line was
 * kept aside while it was tuned: of those only the counts were looked at.
 */
const all = [switzerland, germany, abroad].flatMap(play)
const isKept = (_: GoldenLine, at: number) => at % 4 === 3
const parts: [string, GoldenLine[]][] = [
  ['tuned with', all.filter((line, at) => !isKept(line, at))],
  ['kept aside', all.filter(isKept)],
]

test('there are at least two hundred lines', () => {
  expect(all.length).toBeGreaterThanOrEqual(200)
})

describe.each(parts)('%s', (_name, lines) => {
  test('what is done by itself is right, always', () => {
    expect(lines.filter((line) => !isSafe(line)).map(told)).toEqual([])
  })
  test('of a hundred that belong somewhere, ninety-five are done or proposed first', () => {
    const matchable = lines.filter((line) => line.expected !== 'none')
    const missed = matchable.filter((line) => !isFirst(line))
    expect(missed.length / matchable.length, missed.map(told).join('\n')).toBeLessThanOrEqual(0.05)
  })
  test('most of what may be done by itself is', () => {
    const automatic = lines.filter((line) => line.expected.startsWith('auto '))
    const done = automatic.filter((line) => line.match.certainty === 'certain')
    expect(done.length / automatic.length).toBeGreaterThanOrEqual(0.9)
  })
})

function told(line: GoldenLine): string {
  return `${line.company}: ${line.line} → ${line.match.certainty} ${line.answer} (${line.match.candidates[0]?.score ?? 0}: ${line.match.candidates[0]?.reasons.join(' ') ?? ''})`
}
