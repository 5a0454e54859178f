import type { Texts } from '../../../kernel/text.ts'

export const en = {
  'command.work.record-time': 'Record time',
  'command.work.start-timer': 'Start the timer',
  'command.work.stop-timer': 'Stop the timer',
  'failure.minutes_out_of_range': 'A day has 24 hours. Enter between one minute and 24 hours.',
  'failure.timer_not_running': 'No timer is running. Nothing was recorded; start it or enter the time by hand.',
  'failure.timer_needs_person': 'A timer belongs to a person. Sign in, or record the time directly.',
  'failure.agreement_of_another': 'This agreement belongs to another customer. Nothing was recorded; choose one of this customer.',
  'timeline.work.recorded': 'Time recorded: {note}',
  'timeline.work.changed': 'Time changed: {note}',
  'timeline.work.removed': 'Time removed: {note}',
  'timeline.work.restored': 'Time restored: {note}',
} as const satisfies Texts
