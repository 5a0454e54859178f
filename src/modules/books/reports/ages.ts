import { daysBetween, type Day } from '../../../kernel/day.ts'

export const ages = ['not_due', 'to_30', 'to_60', 'to_90', 'over_90'] as const
export type Age = (typeof ages)[number]

/** How long something has been due. */
export function ageOf(dueOn: Day, today: Day): Age {
  const days = daysBetween(dueOn, today)
  if (days <= 0) return 'not_due'
  return days <= 30 ? 'to_30' : days <= 60 ? 'to_60' : days <= 90 ? 'to_90' : 'over_90'
}
