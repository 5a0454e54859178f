import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'
import { fr as taxWords } from '../tax-return/words/fr.ts'

export const fr: TextsLike<typeof en> = {
  'failure.period_closed': 'Les comptes sont clos jusqu’au {until}. Choisissez un jour plus tard, ou rouvrez la période sous Argent, Comptabilité.',
  'failure.day_not_over': 'Ce jour n’est pas terminé. Choisissez un jour avant aujourd’hui.',
  'failure.books_not_ready': 'Le passé est encore en cours de comptabilisation. Réessayez dans une minute.',
  'failure.period_not_closed': 'Rien n’est clos après ce jour.',
  'failure.account_kind_unknown': 'Ce compte n’existe pas.',
  'failure.account_number_malformed': 'Écrivez trois à huit chiffres.',
  'failure.account_number_taken': '{number} est déjà {name}. Choisissez un autre numéro.',
  ...taxWords,
  'failure.tax_return_already_filed': 'Cette déclaration a déjà été remise le {day}. Annulez d’abord cette remise si c’était une erreur.',
  'failure.tax_period_not_over': 'Cette période dure jusqu’à la veille du {day}. Remettez-la ensuite.',
  'failure.tax_return_changed': 'Quelque chose a changé depuis. Revoyez les chiffres, puis remettez.',
}
