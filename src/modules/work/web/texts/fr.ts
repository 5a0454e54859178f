import type { TextsLike } from '../../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'work.week': 'Temps',
  'work.customer': 'Client',
  'work.sum': 'Total',
  'work.note': 'Note',
  'work.sessions': 'Rendez-vous',
  'work.previous-week': 'Semaine précédente',
  'work.next-week': 'Semaine suivante',
  'work.fill-in': 'Remplir la semaine',
  'work.add-row': 'Ajouter un client',
  'work.none': 'Aucun temps cette semaine. Choisissez un client ci-dessous et saisissez les heures dans sa ligne.',
  'work.hint': '2 ou 1:30 sont des heures, 90m des minutes ; les mots qui suivent sont la note. Tab avance, une case vide supprime.',
  'work.cell': '{customer}, {day}',
  'work.cell-wrong': '« {typed} » n’est pas une durée. Saisissez des heures comme 2 ou 1:30.',
  'work.removed': 'Temps retiré.',
  'work.timer': 'Chrono',
  'work.timer-start': 'Démarrer le chrono',
  'work.timer-stop': 'Arrêter et saisir',
  'work.timer-discard': 'Abandonner',
  'work.timer-discarded': 'Chrono abandonné.',
  'work.timer-recorded': 'Temps saisi.',
}
