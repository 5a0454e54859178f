import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'
import { it as taxWords } from '../tax-return/words/it.ts'

export const it: TextsLike<typeof en> = {
  'failure.period_closed': 'La contabilità è chiusa fino al {until}. Scegliere un giorno successivo, oppure riaprire il periodo in Denaro, Contabilità.',
  'failure.day_not_over': 'Questo giorno non è ancora finito. Scegliere un giorno prima di oggi.',
  'failure.books_not_ready': 'Il passato è ancora in corso di registrazione. Riprovare tra un minuto.',
  'failure.period_not_closed': 'Dopo questo giorno nulla è chiuso.',
  'failure.account_kind_unknown': 'Questo conto non esiste.',
  'failure.account_number_malformed': 'Scrivere da tre a otto cifre.',
  'failure.account_number_taken': '{number} è già {name}. Scegliere un altro numero.',
  ...taxWords,
  'failure.tax_return_already_filed': 'Questa dichiarazione è già stata consegnata il {day}. Se è stato un errore, annullare prima la consegna.',
  'failure.tax_period_not_over': 'Questo periodo dura fino al giorno prima del {day}. Consegnarlo dopo.',
  'failure.tax_return_changed': 'Qualcosa è cambiato nel frattempo. Rivedere le cifre, poi consegnare.',
}
