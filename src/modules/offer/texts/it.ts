import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'failure.key_not_unique': 'Questo nome compare due volte.',
  'failure.quantity_not_positive': 'Deve essere più di zero.',
  'failure.roll_over_needs_period': 'Si riporta solo ciò che torna a ogni periodo.',
  'failure.grant_on_payment_needs_price': '«Usabile dopo il pagamento» richiede un prezzo fisso con lo stesso ritmo.',
  'failure.currency_differs': 'Tutti gli importi di un accordo sono in una sola valuta.',
  'failure.amount_negative': 'Un importo non può essere negativo.',
  'failure.rate_not_unique': 'C’è già una tariffa per questo.',
  'failure.discount_needs_price': 'Uno sconto richiede un prezzo fisso.',
  'failure.percent_above_hundred': 'Più del 100 % non è possibile.',
  'failure.terms_empty': 'Indica almeno un prezzo, una tariffa o un articolo.',
  'failure.rhythm_missing': 'Indica quanto dura un periodo.',
  'failure.milestones_need_one_price': 'Le tappe dividono un prezzo fisso unico.',
  'failure.milestones_not_allowed': 'Le tappe vanno con la fatturazione per tappa.',
  'failure.milestones_missing': 'Aggiungi le tappe.',
  'failure.shares_not_whole': 'Le quote devono fare il 100 %.',
  'failure.term_missing': 'Indica i mesi di durata, o lascia la fine alla disdetta.',
}
