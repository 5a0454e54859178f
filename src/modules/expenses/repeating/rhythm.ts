import { addMonths, type Day } from '../../../kernel/day.ts'

export const rhythms = ['monthly', 'quarterly', 'yearly'] as const
export type Rhythm = (typeof rhythms)[number]

const months: Readonly<Record<Rhythm, number>> = { monthly: 1, quarterly: 3, yearly: 12 }

/** The day of the count-th repetition of a cost of the day `from`; of 31 January, monthly: 28 February, 31 March, 30 April. */
export function repeatedOn(from: Day, rhythm: Rhythm, count: number): Day {
  return addMonths(from, months[rhythm] * count)
}

/** The first repetition on or after a day; one before it has been paid and entered already, or never will be. */
export function firstRepetition(from: Day, rhythm: Rhythm, notBefore: Day): number {
  let count = 1
  while (repeatedOn(from, rhythm, count) < notBefore) count += 1
  return count
}
