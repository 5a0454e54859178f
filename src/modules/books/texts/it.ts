import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'failure.period_closed': 'La contabilità è chiusa fino al {until}. Scegli un giorno successivo, oppure riapri il periodo in Denaro, Contabilità.',
}
