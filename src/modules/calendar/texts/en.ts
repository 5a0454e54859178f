import type { Texts } from '../../../kernel/text.ts'

export const en = {
  'command.calendar.book': 'Book a session',
  'failure.time_malformed': 'Enter a time such as 14:00.',
  'failure.session_cancelled': 'This session is cancelled. Nothing was changed; bring it back first.',
  'failure.session_not_over': 'This session has not begun yet, so nobody can have attended. Nothing was changed.',
  'failure.already_participates': 'This person is in the session already.',
  'failure.thing_is_person': 'Choose an animal or a thing here, not a person.',
  'failure.period_malformed': 'Choose a first and a last day, at most about a year apart.',
  'timeline.session.booked': '{name} booked',
  'timeline.session.moved': '{name} moved',
  'timeline.session.attended': '{name} attended',
  'timeline.session.no_show': '{name} missed',
  'timeline.session.cancelled_in_time': '{name} cancelled',
  'timeline.session.cancelled_late': '{name} cancelled late',
} as const satisfies Texts
