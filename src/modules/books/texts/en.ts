import type { Texts } from '../../../kernel/text.ts'
import { en as taxWords } from '../tax-return/words/en.ts'

export const en = {
  'failure.period_closed': 'The books are closed up to {until}. Choose a later day, or open the period again under Money, Books.',
  'failure.day_not_over': 'This day is not over. Choose a day before today.',
  'failure.books_not_ready': 'The past is still being booked. Try again in a minute.',
  'failure.period_not_closed': 'Nothing is closed after this day.',
  'failure.account_kind_unknown': 'There is no such account.',
  'failure.account_number_malformed': 'Write three to eight digits.',
  'failure.account_number_taken': '{number} is {name} already. Choose another number.',
  ...taxWords,
  'failure.tax_return_already_filed': 'This return was handed in on {day} already. Take that back first if it was a mistake.',
  'failure.tax_period_not_over': 'This period goes on until the day before {day}. Hand it in then.',
  'failure.tax_return_changed': 'Something has changed since you looked. Look at the figures again, then hand in.',
} as const satisfies Texts
