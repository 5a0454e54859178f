import { describe, expect, test } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { figuresOf } from '../figures.ts'
import type { TaxFact } from '../tax-fact.ts'
import { germanAdvance } from './germany.ts'
import { swissEffective, swissFlat } from './switzerland.ts'

const on = day('2026-02-10')
const fact = (more: Partial<TaxFact>): TaxFact => ({
  kind: 'sale',
  source: { noun: 'invoice', id: 'i', number: '2026-0001', name: 'Marie', on },
  on,
  code: 'S',
  reason: null,
  basisPoints: 810,
  country: 'CH',
  isGoods: false,
  category: '',
  net: 100_000n,
  tax: 8_100n,
  ...more,
})
const boxes = (form: Parameters<typeof figuresOf>[0], facts: readonly TaxFact[]) =>
  Object.fromEntries(
    figuresOf(form, facts)
      .figures.filter((each) => each.base || each.tax)
      .map((each) => [each.key, [each.base, each.tax]]),
  )

describe('Switzerland', () => {
  const facts = [
    fact({}),
    fact({ basisPoints: 260, net: 20_000n, tax: 520n }),
    fact({ basisPoints: 770, net: 10_000n, tax: 770n }),
    fact({ code: 'E', reason: 'exempt', basisPoints: 0, net: 5_000n, tax: 0n }),
    fact({ code: 'O', reason: 'supplied_abroad', basisPoints: 0, net: 7_000n, tax: 0n, country: 'DE' }),
    fact({ code: 'G', reason: 'export', basisPoints: 0, net: 3_000n, tax: 0n, country: 'DE', isGoods: true }),
    fact({ code: 'O', reason: 'outside', basisPoints: 0, net: 50_000n, tax: 0n }),
    fact({ kind: 'correction', net: -10_000n, tax: -810n }),
    fact({ kind: 'purchase', reason: 'domestic', category: 'goods', net: 20_000n, tax: 1_620n }),
    fact({ kind: 'purchase', reason: 'domestic', category: 'rent', net: 10_000n, tax: 810n }),
    fact({ kind: 'acquisition', reason: 'reverse_charge', category: 'software', net: 4_000n, tax: 324n, country: 'US' }),
  ]

  test('effective method: turnover, what comes off it, tax per rate, input tax, the result', () => {
    expect(boxes(swissEffective, facts)).toEqual({
      200: [145_000n, null],
      220: [3_000n, null],
      221: [7_000n, null],
      230: [5_000n, null],
      235: [10_000n, null],
      289: [25_000n, null],
      299: [120_000n, null],
      302: [10_000n, 770n],
      303: [90_000n, 7_290n],
      313: [20_000n, 520n],
      383: [4_000n, 324n],
      399: [null, 8_904n],
      400: [null, 1_620n],
      405: [null, 1_134n],
      479: [null, 2_754n],
      500: [null, 6_150n],
    })
  })

  test('net tax rate: on turnover with tax, no input tax but what is owed for services from abroad', () => {
    const found = boxes(
      swissFlat([{ basisPoints: 620, label: 'Consulting' }]),
      facts.filter((each) => each.kind !== 'purchase'),
    )
    expect(found['299']).toEqual([128_580n, null])
    expect(found['322']).toEqual([10_770n, 668n])
    expect(found['323']).toEqual([117_810n, 7_304n])
    expect(found['500']).toEqual([null, 668n + 7_304n + 324n])
  })

  test('a rate that the form does not know is told, never lost in silence', () => {
    expect(figuresOf(swissEffective, [fact({ basisPoints: 850, tax: 8_500n })]).uncounted).toHaveLength(1)
    expect(figuresOf(swissEffective, facts).uncounted).toEqual([])
  })
})

test('Germany: Kennzahlen of the advance return', () => {
  const german = (more: Partial<TaxFact>) => fact({ country: 'DE', basisPoints: 1900, net: 100_000n, tax: 19_000n, ...more })
  expect(
    boxes(germanAdvance, [
      german({}),
      german({ basisPoints: 700, net: 10_000n, tax: 700n }),
      german({ basisPoints: 1600, net: 5_000n, tax: 800n }),
      german({ kind: 'bad_debt', net: -10_000n, tax: -1_900n }),
      german({ code: 'AE', reason: 'reverse_charge', basisPoints: 0, net: 7_000n, tax: 0n, country: 'FR' }),
      german({ code: 'K', reason: 'intra_community', basisPoints: 0, net: 6_000n, tax: 0n, country: 'FR', isGoods: true }),
      german({ code: 'O', reason: 'supplied_abroad', basisPoints: 0, net: 4_000n, tax: 0n, country: 'US' }),
      german({ reason: 'one_stop_shop', basisPoints: 2000, net: 1_000n, tax: 200n, country: 'FR' }),
      german({ kind: 'purchase', reason: 'domestic', category: 'office', net: 10_000n, tax: 1_900n }),
      german({ kind: 'purchase', reason: 'import', category: 'goods', net: 0n, tax: 500n }),
      german({ kind: 'acquisition', reason: 'reverse_charge', category: 'software', net: 2_000n, tax: 380n, country: 'IE' }),
      german({ kind: 'acquisition', reason: 'reverse_charge', category: 'software', net: 1_000n, tax: 190n, country: 'US' }),
    ]),
  ).toEqual({
    81: [90_000n, 17_100n],
    86: [10_000n, 700n],
    35: [5_000n, 800n],
    41: [6_000n, null],
    46: [2_000n, 380n],
    84: [1_000n, 190n],
    21: [7_000n, null],
    45: [5_000n, null],
    owed: [null, 19_170n],
    66: [null, 1_900n],
    62: [null, 500n],
    67: [null, 570n],
    83: [null, 16_200n],
    50: [10_000n, null],
  })
})
