import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'failure.period_closed':
    'Die Bücher sind bis {until} abgeschlossen. Wählen Sie einen späteren Tag, oder öffnen Sie den Zeitraum wieder unter Geld, Buchhaltung.',
}
