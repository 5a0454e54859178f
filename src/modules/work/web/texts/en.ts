import type { Texts } from '../../../../kernel/text.ts'

export const en = {
  'work.week': 'Time',
  'work.customer': 'Customer',
  'work.sum': 'Sum',
  'work.note': 'Note',
  'work.sessions': 'Sessions',
  'work.previous-week': 'Previous week',
  'work.next-week': 'Next week',
  'work.fill-in': 'Fill in the week',
  'work.add-row': 'Add a customer',
  'work.none': 'No time in this week yet. Choose a customer below and enter hours in its row.',
  'work.hint': '2 or 1:30 are hours, 90m are minutes; words after them are the note. Tab goes on, an empty cell removes.',
  'work.cell': '{customer}, {day}',
  'work.cell-wrong': '“{typed}” is no time. Enter hours such as 2 or 1:30.',
  'work.removed': 'Time removed.',
  'work.timer': 'Timer',
  'work.timer-start': 'Start timer',
  'work.timer-stop': 'Stop and record',
  'work.timer-discard': 'Discard',
  'work.timer-discarded': 'Timer discarded.',
  'work.timer-recorded': 'Time recorded.',
} as const satisfies Texts
