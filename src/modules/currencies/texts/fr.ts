import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'failure.rate_file_unreadable': "Ce n'est pas un fichier de cours de la Banque centrale européenne (eurofxref, en XML, CSV ou ZIP). Rien n'a été importé.",
  'failure.rate_file_too_large': "Ce fichier est plus grand que tout l'historique de la Banque centrale européenne. Rien n'a été importé.",
  'failure.rate_malformed': 'Un cours est un nombre supérieur à zéro, par exemple 0.9242.',
  'failure.currency_same': 'Choisissez deux monnaies différentes.',
  'failure.day_too_early': 'Le dernier jour est avant le premier.',
}
