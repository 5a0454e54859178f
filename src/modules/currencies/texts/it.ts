import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'failure.rate_file_unreadable': 'Questo non è un file di cambi della Banca centrale europea (eurofxref, in XML, CSV o ZIP). Nulla è stato importato.',
  'failure.rate_file_too_large': 'Questo file è più grande di tutta la storia dei cambi della Banca centrale europea. Nulla è stato importato.',
  'failure.rate_malformed': 'Un cambio è un numero maggiore di zero, per esempio 0.9242.',
  'failure.currency_same': 'Scegliere due valute diverse.',
  'failure.day_too_early': "L'ultimo giorno viene prima del primo.",
}
