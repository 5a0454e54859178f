import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'failure.key_not_unique': 'Ce nom apparaît deux fois.',
  'failure.quantity_not_positive': 'Cela doit être supérieur à zéro.',
  'failure.roll_over_needs_period': 'Seul ce qui revient à chaque période peut être reporté.',
  'failure.grant_on_payment_needs_price': '« Utilisable après paiement » demande un prix fixe au même rythme.',
  'failure.currency_differs': 'Tous les montants d’un accord sont dans une seule monnaie.',
  'failure.amount_negative': 'Un montant ne peut pas être négatif.',
  'failure.rate_not_unique': 'Il existe déjà un tarif pour cela.',
  'failure.discount_needs_price': 'Une remise demande un prix fixe.',
  'failure.percent_above_hundred': 'Plus de 100 % n’est pas possible.',
  'failure.terms_empty': 'Indiquez au moins un prix, un tarif ou un article.',
  'failure.rhythm_missing': 'Indiquez la durée d’une période.',
  'failure.milestones_need_one_price': 'Les étapes divisent un prix fixe unique.',
  'failure.milestones_not_allowed': 'Les étapes vont avec la facturation par étape.',
  'failure.milestones_missing': 'Ajoutez les étapes.',
  'failure.shares_not_whole': 'Les parts doivent totaliser 100 %.',
  'failure.term_missing': 'Indiquez la durée en mois, ou laissez la fin au préavis.',
}
