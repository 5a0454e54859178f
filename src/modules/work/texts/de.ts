import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'command.work.record-time': 'Zeit erfassen',
  'command.work.start-timer': 'Stoppuhr starten',
  'command.work.stop-timer': 'Stoppuhr anhalten',
  'failure.minutes_out_of_range': 'Ein Tag hat 24 Stunden. Geben Sie zwischen einer Minute und 24 Stunden ein.',
  'failure.timer_not_running': 'Es läuft keine Stoppuhr. Nichts wurde erfasst; starten Sie sie oder tragen Sie die Zeit von Hand ein.',
  'failure.timer_needs_person': 'Eine Stoppuhr gehört einer Person. Melden Sie sich an oder erfassen Sie die Zeit direkt.',
  'failure.agreement_of_another': 'Diese Vereinbarung gehört einem anderen Kunden. Nichts wurde erfasst; wählen Sie eine dieses Kunden.',
  'timeline.work.recorded': 'Zeit erfasst: {note}',
  'timeline.work.changed': 'Zeit geändert: {note}',
  'timeline.work.removed': 'Zeit entfernt: {note}',
  'timeline.work.restored': 'Zeit wiederhergestellt: {note}',
}
