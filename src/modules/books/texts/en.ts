import type { Texts } from '../../../kernel/text.ts'

export const en = {
  'failure.period_closed': 'The books are closed up to {until}. Choose a later day, or open the period again under Money, Books.',
} as const satisfies Texts
