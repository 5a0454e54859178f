import { divideRounded } from '../../../kernel/money.ts'

/** Something that counts in a tax group: a line, or an allowance (negative) or charge of the whole document. */
export interface Part {
  /** In minor units and in the price mode of the document: with tax where prices include it. */
  readonly minor: bigint
  /** Lines with the same key are taxed together. */
  readonly group: string
}

/**
 * The net amount of each part, so that the parts of a group add up to the group's net amount exactly (EN 16931 BR-CO-10, BR-S-08).
 *
 * With prices without tax a part is its own net amount. With prices that include it, tax is taken out of the running sum of the
 * group, not out of each part: a part is the difference of two rounded sums, so it is never more than a cent away from its
 * own exact share, and nothing is left over. What a document states differently for a group (the last credit note takes
 * back what is left of the invoice) goes to the parts with the largest amounts, a cent each.
 */
export function netAmounts(options: {
  parts: readonly Part[]
  isTaxIncluded: boolean
  groups: ReadonlyMap<string, { readonly basisPoints: number; readonly netMinor: bigint }>
}): bigint[] {
  const running = new Map<string, bigint>()
  const nets = options.parts.map((part) => {
    if (!options.isTaxIncluded) return part.minor
    const basisPoints = BigInt(options.groups.get(part.group)?.basisPoints ?? 0)
    const before = running.get(part.group) ?? 0n
    const after = before + part.minor
    running.set(part.group, after)
    return netOf(after, basisPoints) - netOf(before, basisPoints)
  })
  for (const [key, { netMinor }] of options.groups) settle(nets, options.parts, key, netMinor)
  return nets
}

/** Rounded as the document rounds: the tax is taken out and rounded, the rest is net. */
function netOf(gross: bigint, basisPoints: bigint): bigint {
  return gross - divideRounded(gross * basisPoints, 10_000n + basisPoints)
}

function settle(nets: bigint[], parts: readonly Part[], key: string, expected: bigint): void {
  const own = parts.flatMap((part, index) => (part.group === key ? [index] : []))
  if (own.length === 0) return
  let missing = expected - own.reduce((total, index) => total + nets[index]!, 0n)
  const largest = own.toSorted((left, right) => compare(absolute(parts[right]!.minor), absolute(parts[left]!.minor)) || left - right)
  for (let turn = 0; missing !== 0n; turn = (turn + 1) % largest.length) {
    const step = missing > 0n ? 1n : -1n
    nets[largest[turn]!]! += step
    missing -= step
  }
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0
}
