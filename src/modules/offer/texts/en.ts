import type { Texts } from '../../../kernel/text.ts'

export const en = {
  'failure.key_not_unique': 'This name is used twice.',
  'failure.quantity_not_positive': 'This must be more than nothing.',
  'failure.roll_over_needs_period': 'Only what is granted anew in each period can move on.',
  'failure.grant_on_payment_needs_price': '“Usable once paid” needs a fixed price that is charged just as often.',
  'failure.currency_differs': 'All amounts of one agreement are in one currency.',
  'failure.amount_negative': 'An amount cannot be below zero.',
  'failure.rate_not_unique': 'There is already a rate for this.',
  'failure.discount_needs_price': 'A discount needs a fixed price.',
  'failure.percent_above_hundred': 'More than 100 % is not possible.',
  'failure.terms_empty': 'Say at least one price, rate or thing.',
  'failure.rhythm_missing': 'Say how long one period is.',
  'failure.milestones_need_one_price': 'Milestones divide one fixed price that is charged once.',
  'failure.milestones_not_allowed': 'Milestones belong to billing by milestone.',
  'failure.milestones_missing': 'Add the milestones.',
  'failure.shares_not_whole': 'The shares must add up to 100 %.',
  'failure.term_missing': 'Say how many months one term has, or let it end by notice.',
} as const satisfies Texts
