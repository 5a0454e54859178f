/** Chance that always falls the same way: the demo is the same at every filling. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  pick<Value>(values: readonly Value[]): Value
  /** True in so many of a hundred cases. */
  happens(percent: number): boolean
}

/** Mulberry32: small, quick, even enough for a story. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { next, between, pick: (values) => values[between(0, values.length - 1)]!, happens: (percent) => next() * 100 < percent }
}
