import type { TextsLike } from '../../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'insights.title': 'Chiffres',
  'insights.received': 'Argent reçu',
  'insights.invoiced': 'Facturé',
  'insights.total': '{amount} en douze mois',
  'insights.today': 'Aujourd’hui',
  'insights.open': 'Ouvert',
  'insights.overdue': 'En retard',
  'insights.recurring': 'Revient chaque mois',
  'insights.received-in': 'Reçu en {currency}',
  'insights.nothing': 'Rien',
  'insights.none': 'Vous verrez ici comment va l’année, dès que quelque chose sera facturé.',
  'insights.customers': 'De qui cela vient',
  'insights.customers-lead': 'Facturé au cours des douze derniers mois.',
  'insights.hours': 'Heures',
  'insights.hours-lead': 'Des trente derniers jours.',
  'insights.billable': '{percent} % facturables',
  'insights.somebody': 'Quelqu’un',
  'insights.spent': 'Argent sorti',
  'insights.spent-lead': '{amount} de frais en douze mois, {refunded} remboursés aux clients',
  'insights.lifetime': '{amount} au total',
  'insights.lifetime-average': 'Un client rapporte, au fil du temps',
}
