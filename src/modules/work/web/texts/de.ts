import type { TextsLike } from '../../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'work.week': 'Zeit',
  'work.customer': 'Kunde',
  'work.sum': 'Summe',
  'work.note': 'Notiz',
  'work.sessions': 'Termine',
  'work.previous-week': 'Vorige Woche',
  'work.next-week': 'Nächste Woche',
  'work.fill-in': 'Woche ausfüllen',
  'work.add-row': 'Kunde hinzufügen',
  'work.none': 'Noch keine Zeit in dieser Woche. Wählen Sie unten einen Kunden und tragen Sie Stunden in seine Zeile ein.',
  'work.hint': '2 oder 1:30 sind Stunden, 90m sind Minuten; Wörter danach sind die Notiz. Tab geht weiter, eine leere Zelle entfernt.',
  'work.cell': '{customer}, {day}',
  'work.cell-wrong': '«{typed}» ist keine Zeit. Geben Sie Stunden wie 2 oder 1:30 ein.',
  'work.removed': 'Zeit entfernt.',
  'work.timer': 'Stoppuhr',
  'work.timer-start': 'Stoppuhr starten',
  'work.timer-stop': 'Anhalten und erfassen',
  'work.timer-discard': 'Verwerfen',
  'work.timer-discarded': 'Stoppuhr verworfen.',
  'work.timer-recorded': 'Zeit erfasst.',
}
