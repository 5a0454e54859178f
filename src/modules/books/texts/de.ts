import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'
import { de as taxWords } from '../tax-return/words/de.ts'

export const de: TextsLike<typeof en> = {
  'failure.period_closed':
    'Die Bücher sind bis {until} abgeschlossen. Wählen Sie einen späteren Tag, oder öffnen Sie den Zeitraum wieder unter Geld, Buchhaltung.',
  'failure.day_not_over': 'Dieser Tag ist noch nicht vorbei. Wählen Sie einen Tag vor heute.',
  'failure.books_not_ready': 'Die Vergangenheit wird noch gebucht. Versuchen Sie es in einer Minute wieder.',
  'failure.period_not_closed': 'Nach diesem Tag ist nichts abgeschlossen.',
  'failure.account_kind_unknown': 'Dieses Konto gibt es nicht.',
  'failure.account_number_malformed': 'Schreiben Sie drei bis acht Ziffern.',
  'failure.account_number_taken': '{number} ist schon {name}. Wählen Sie eine andere Nummer.',
  ...taxWords,
  'failure.tax_return_already_filed': 'Diese Abrechnung wurde am {day} schon eingereicht. Nehmen Sie das zuerst zurück, wenn es ein Versehen war.',
  'failure.tax_period_not_over': 'Diese Periode dauert noch bis zum Tag vor dem {day}. Reichen Sie sie danach ein.',
  'failure.tax_return_changed': 'Seit Ihrem Blick hat sich etwas geändert. Sehen Sie die Zahlen noch einmal an und reichen Sie dann ein.',
}
