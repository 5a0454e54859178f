import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'failure.period_closed':
    'Die Bücher sind bis {until} abgeschlossen. Wählen Sie einen späteren Tag, oder öffnen Sie den Zeitraum wieder unter Geld, Buchhaltung.',
  'failure.day_not_over': 'Dieser Tag ist noch nicht vorbei. Wählen Sie einen Tag vor heute.',
  'failure.books_not_ready': 'Die Vergangenheit wird noch gebucht. Versuchen Sie es in einer Minute wieder.',
  'failure.period_not_closed': 'Nach diesem Tag ist nichts abgeschlossen.',
  'failure.account_kind_unknown': 'Dieses Konto gibt es nicht.',
  'failure.account_number_malformed': 'Schreiben Sie drei bis acht Ziffern.',
  'failure.account_number_taken': '{number} ist schon {name}. Wählen Sie eine andere Nummer.',
}
