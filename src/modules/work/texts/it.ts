import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'command.work.record-time': 'Registra tempo',
  'command.work.start-timer': 'Avvia il cronometro',
  'command.work.stop-timer': 'Ferma il cronometro',
  'failure.minutes_out_of_range': 'Un giorno ha 24 ore. Inserire tra un minuto e 24 ore.',
  'failure.timer_not_running': 'Nessun cronometro è in corso. Nulla è stato registrato; avviarlo o inserire il tempo a mano.',
  'failure.timer_needs_person': 'Un cronometro appartiene a una persona. Accedere o registrare direttamente il tempo.',
  'failure.agreement_of_another': 'Questo accordo appartiene a un altro cliente. Nulla è stato registrato; sceglierne uno di questo cliente.',
  'timeline.work.recorded': 'Tempo registrato: {note}',
  'timeline.work.changed': 'Tempo modificato: {note}',
  'timeline.work.removed': 'Tempo rimosso: {note}',
  'timeline.work.restored': 'Tempo ripristinato: {note}',
}
