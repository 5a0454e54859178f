import type { TextsLike } from '../../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'currencies.title': 'Cours de change',
  'currencies.lead': 'De la Banque centrale européenne, du {day}. Les vôtres priment.',
  'currencies.lead-none': 'Aucun connu. Ils viennent la nuit de la Banque centrale européenne, de son fichier, ou de vous.',
  'currencies.own': 'Vos cours',
  'currencies.set': 'Fixer un cours',
  'currencies.one': '1 {from} = {rate} {to}',
  'currencies.days': 'du {from} au {to}',
  'currencies.removed': 'Cours supprimé.',
  'currencies.import': 'Importer des cours d’un fichier',
  'currencies.import-hint': 'eurofxref de la BCE : XML, CSV ou ZIP',
  'currencies.imported': 'Cours de {days} jours, du {from} au {to}.',
  'currencies.currency': 'Monnaie',
  'currencies.in': 'En {currency}',
  'currencies.from': 'Du',
  'currencies.to': 'Au',
}
