import type { Texts } from '../../../kernel/text.ts'

export const en = {
  'failure.rate_file_unreadable': 'This is no rate file of the European Central Bank (eurofxref, as XML, CSV or ZIP). Nothing was imported.',
  'failure.rate_file_too_large': 'This file is larger than the whole history of the European Central Bank. Nothing was imported.',
  'failure.rate_malformed': 'A rate is a number above zero, such as 0.9242.',
  'failure.currency_same': 'Choose two different currencies.',
  'failure.day_too_early': 'The last day is before the first.',
} as const satisfies Texts
