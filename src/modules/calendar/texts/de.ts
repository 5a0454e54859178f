import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'command.calendar.book': 'Termin buchen',
  'failure.time_malformed': 'Geben Sie eine Uhrzeit wie 14:00 ein.',
  'failure.session_cancelled': 'Dieser Termin ist abgesagt. Nichts wurde geändert; holen Sie ihn zuerst zurück.',
  'failure.session_not_over': 'Dieser Termin hat noch nicht begonnen, also war noch niemand da. Nichts wurde geändert.',
  'failure.already_participates': 'Diese Person nimmt bereits teil.',
  'failure.thing_is_person': 'Wählen Sie hier ein Tier oder eine Sache, keine Person.',
  'failure.period_malformed': 'Wählen Sie einen ersten und einen letzten Tag, höchstens etwa ein Jahr auseinander.',
  'timeline.session.booked': '{name} gebucht',
  'timeline.session.moved': '{name} verschoben',
  'timeline.session.attended': '{name} besucht',
  'timeline.session.no_show': '{name} verpasst',
  'timeline.session.cancelled_in_time': '{name} abgesagt',
  'timeline.session.cancelled_late': '{name} zu spät abgesagt',
}
