import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'command.work.record-time': 'Saisir du temps',
  'command.work.start-timer': 'Démarrer le chrono',
  'command.work.stop-timer': 'Arrêter le chrono',
  'failure.minutes_out_of_range': 'Une journée a 24 heures. Saisissez entre une minute et 24 heures.',
  'failure.timer_not_running': 'Aucun chrono ne tourne. Rien n’a été saisi ; démarrez-le ou entrez le temps à la main.',
  'failure.timer_needs_person': 'Un chrono appartient à une personne. Connectez-vous ou saisissez le temps directement.',
  'failure.agreement_of_another': 'Ce contrat appartient à un autre client. Rien n’a été saisi ; choisissez-en un de ce client.',
  'timeline.work.recorded': 'Temps saisi : {note}',
  'timeline.work.changed': 'Temps modifié : {note}',
  'timeline.work.removed': 'Temps retiré : {note}',
  'timeline.work.restored': 'Temps rétabli : {note}',
}
