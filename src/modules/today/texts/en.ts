import type { Texts } from '../../../kernel/text.ts'

export const en = {
  'failure.snooze_not_later': 'Pick a day after today.',
  'failure.autopilot_cannot_do': 'This needs a person. Cloudburo can only remind you of it.',
} as const satisfies Texts
