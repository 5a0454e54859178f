import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'failure.expense_day_missing': 'Indica quando è stato.',
  'failure.expense_name_missing': 'Indica chi è stato pagato, o per cosa.',
  'failure.expense_amount_zero': 'L’importo non può essere zero.',
  'failure.expense_member_missing': 'Indica chi ha pagato di tasca propria.',
  'failure.expense_currency_differs': 'Tutti gli importi di una spesa sono nella stessa valuta.',
  'failure.expense_parts_do_not_add_up': 'Netto e imposta non danno il totale.',
  'failure.expense_tax_not_possible': 'In questo caso sulla ricevuta non c’è imposta.',
  'failure.expense_import_is_tax_only': 'Per l’imposta all’importazione il netto è zero: la merce è sulla fattura del fornitore.',
  'failure.expense_already_recorded': 'Questa spesa è già registrata. Nulla è cambiato.',
  'failure.expense_not_recorded': 'Questa spesa non è registrata. Nulla è cambiato.',
  'failure.expense_not_removed': 'Questa spesa non è stata rimossa.',
  'failure.expense_removed': 'Questa spesa è stata rimossa. Prima riprendila.',
  'failure.expense_is_paid': 'Questa spesa è pagata. Prima annulla il pagamento. Nulla è cambiato.',
  'failure.expense_already_paid': 'Questa spesa è già pagata. Nulla è stato registrato.',
  'failure.expense_overpaid': 'È più di quanto è aperto.',
  'failure.expense_payment_automatic': 'È stata pagata con carta o in contanti. Cambia piuttosto come è stata pagata.',
  'failure.receipt_empty': 'Questo file è vuoto. Nulla è stato conservato.',
  'failure.receipt_too_large': 'Questo file supera i 20 MB. Nulla è stato conservato. Usa un’immagine più piccola.',
  'failure.receipt_is_heic':
    'Questa immagine è nel formato HEIC di Apple, che non possiamo aprire. Nulla è stato conservato. Condividila come JPEG o scegli «Più compatibile» nelle impostazioni della fotocamera.',
  'failure.receipt_picture_too_large': 'Questa immagine ha più di 60 megapixel. Nulla è stato conservato. Usane una più piccola.',
  'failure.receipt_type_unknown':
    'Non è un PDF, né un’immagine, né una fattura elettronica. Nulla è stato conservato. Fotografa la ricevuta o salvala come PDF.',
  'failure.expense_not_to_pay': 'Una di queste non è da pagare dal conto bancario. Nulla è stato ordinato.',
  'failure.expense_ordered_already': '{name} è già in un file di pagamento. Nulla è stato ordinato. Annulli prima quel file se la banca non l’ha ricevuto.',
  'failure.pay_iban_missing': '{name} non ha un IBAN. Nulla è stato ordinato. Lo aggiunga alla spesa.',
  'failure.pay_iban_wrong': 'L’IBAN di {name} non è giusto. Nulla è stato ordinato. Lo corregga alla spesa.',
  'failure.pay_qr_reference_missing': 'Il QR-IBAN di {name} richiede un riferimento QR. Nulla è stato ordinato.',
  'failure.pay_reference_wrong': 'Il riferimento di pagamento di {name} non va con questo conto. Nulla è stato ordinato.',
  'failure.pay_address_missing': 'Le banche svizzere chiedono luogo e paese di {name}. Nulla è stato ordinato. Li aggiunga alla spesa.',
  'failure.pay_currency_not_possible': 'Un file SEPA paga solo in euro; {name} è in un’altra valuta. Nulla è stato ordinato.',
  'failure.pay_not_sepa': 'Il conto di {name} è fuori dalla SEPA. Nulla è stato ordinato.',
  'failure.payment_file_paid': 'La banca ha già pagato da questo file. Nulla è stato cambiato.',
  'failure.day_in_past': 'Questo giorno è passato.',
}
