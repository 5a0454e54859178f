import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'command.calendar.book': 'Prenota un appuntamento',
  'failure.time_malformed': 'Inserire un’ora come 14:00.',
  'failure.session_cancelled': 'Questo appuntamento è annullato. Nulla è cambiato; ripristinarlo prima.',
  'failure.session_not_over': 'Questo appuntamento non è ancora iniziato, quindi nessuno può aver partecipato. Nulla è cambiato.',
  'failure.already_participates': 'Questa persona partecipa già.',
  'failure.thing_is_person': 'Scegliere qui un animale o una cosa, non una persona.',
  'failure.period_malformed': 'Scegliere un primo e un ultimo giorno, distanti al massimo circa un anno.',
  'timeline.session.booked': 'Prenotazione: {name}',
  'timeline.session.moved': 'Spostamento: {name}',
  'timeline.session.attended': 'Presenza: {name}',
  'timeline.session.no_show': 'Assenza: {name}',
  'timeline.session.cancelled_in_time': 'Annullamento: {name}',
  'timeline.session.cancelled_late': 'Annullamento tardivo: {name}',
}
