import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'command.calendar.book': 'Réserver un rendez-vous',
  'failure.time_malformed': 'Saisissez une heure comme 14:00.',
  'failure.session_cancelled': 'Ce rendez-vous est annulé. Rien n’a été modifié ; rétablissez-le d’abord.',
  'failure.session_not_over': 'Ce rendez-vous n’a pas encore commencé, personne n’a donc pu venir. Rien n’a été modifié.',
  'failure.already_participates': 'Cette personne participe déjà.',
  'failure.thing_is_person': 'Choisissez ici un animal ou une chose, pas une personne.',
  'failure.period_malformed': 'Choisissez un premier et un dernier jour, à un an au plus l’un de l’autre.',
  'timeline.session.booked': 'Réservation : {name}',
  'timeline.session.moved': 'Report : {name}',
  'timeline.session.attended': 'Présence : {name}',
  'timeline.session.no_show': 'Absence : {name}',
  'timeline.session.cancelled_in_time': 'Annulation : {name}',
  'timeline.session.cancelled_late': 'Annulation tardive : {name}',
}
