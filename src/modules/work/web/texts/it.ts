import type { TextsLike } from '../../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'work.week': 'Tempo',
  'work.customer': 'Cliente',
  'work.sum': 'Totale',
  'work.note': 'Nota',
  'work.sessions': 'Appuntamenti',
  'work.previous-week': 'Settimana precedente',
  'work.next-week': 'Settimana successiva',
  'work.fill-in': 'Compila la settimana',
  'work.add-row': 'Aggiungi un cliente',
  'work.none': 'Ancora nessun tempo questa settimana. Scegliere un cliente qui sotto e inserire le ore nella sua riga.',
  'work.hint': '2 o 1:30 sono ore, 90m minuti; le parole dopo sono la nota. Tab prosegue, una casella vuota elimina.',
  'work.cell': '{customer}, {day}',
  'work.cell-wrong': '«{typed}» non è una durata. Inserire ore come 2 o 1:30.',
  'work.removed': 'Tempo rimosso.',
  'work.timer': 'Cronometro',
  'work.timer-start': 'Avvia cronometro',
  'work.timer-stop': 'Ferma e registra',
  'work.timer-discard': 'Scarta',
  'work.timer-discarded': 'Cronometro scartato.',
  'work.timer-recorded': 'Tempo registrato.',
}
