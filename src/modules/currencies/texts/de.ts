import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'failure.rate_file_unreadable': 'Das ist keine Kursdatei der Europäischen Zentralbank (eurofxref, als XML, CSV oder ZIP). Nichts wurde übernommen.',
  'failure.rate_file_too_large': 'Diese Datei ist grösser als alle Kurse der Europäischen Zentralbank zusammen. Nichts wurde übernommen.',
  'failure.rate_malformed': 'Ein Kurs ist eine Zahl über null, etwa 0.9242.',
  'failure.currency_same': 'Wählen Sie zwei verschiedene Währungen.',
  'failure.day_too_early': 'Der letzte Tag liegt vor dem ersten.',
}
