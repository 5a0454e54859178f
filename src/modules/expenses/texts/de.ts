import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'failure.expense_day_missing': 'Sagen Sie, wann das war.',
  'failure.expense_name_missing': 'Sagen Sie, wer bezahlt wurde oder wofür.',
  'failure.expense_amount_zero': 'Der Betrag darf nicht null sein.',
  'failure.expense_member_missing': 'Sagen Sie, wer privat bezahlt hat.',
  'failure.expense_currency_differs': 'Alle Beträge einer Ausgabe haben dieselbe Währung.',
  'failure.expense_parts_do_not_add_up': 'Netto und Steuer ergeben nicht das Total.',
  'failure.expense_tax_not_possible': 'In diesem Fall steht keine Steuer auf dem Beleg.',
  'failure.expense_import_is_tax_only': 'Bei der Einfuhrsteuer ist der Nettobetrag null: Die Ware steht auf der Rechnung des Lieferanten.',
  'failure.expense_already_recorded': 'Diese Ausgabe ist schon erfasst. Es wurde nichts geändert.',
  'failure.expense_not_recorded': 'Diese Ausgabe ist nicht erfasst. Es wurde nichts geändert.',
  'failure.expense_not_removed': 'Diese Ausgabe wurde nicht entfernt.',
  'failure.expense_removed': 'Diese Ausgabe wurde entfernt. Holen Sie sie zuerst zurück.',
  'failure.expense_is_paid': 'Diese Ausgabe ist bezahlt. Nehmen Sie zuerst die Zahlung zurück. Es wurde nichts geändert.',
  'failure.expense_already_paid': 'Diese Ausgabe ist schon bezahlt. Es wurde nichts erfasst.',
  'failure.expense_overpaid': 'Das ist mehr, als offen ist.',
  'failure.expense_payment_automatic': 'Sie wurde mit Karte oder bar bezahlt. Ändern Sie stattdessen, wie bezahlt wurde.',
  'failure.receipt_empty': 'Diese Datei ist leer. Es wurde nichts behalten.',
  'failure.receipt_too_large': 'Diese Datei ist grösser als 20 MB. Es wurde nichts behalten. Nehmen Sie ein kleineres Bild.',
  'failure.receipt_is_heic':
    'Dieses Bild ist in Apples Format HEIC, das wir nicht öffnen können. Es wurde nichts behalten. Teilen Sie es als JPEG oder wählen Sie in den Kameraeinstellungen «Maximale Kompatibilität».',
  'failure.receipt_picture_too_large': 'Dieses Bild hat mehr als 60 Megapixel. Es wurde nichts behalten. Nehmen Sie ein kleineres.',
  'failure.receipt_type_unknown':
    'Das ist weder PDF noch Bild noch elektronische Rechnung. Es wurde nichts behalten. Fotografieren Sie den Beleg oder speichern Sie ihn als PDF.',
  'failure.expense_not_to_pay': 'Eine davon ist nicht offen, um vom Bankkonto bezahlt zu werden. Nichts wurde beauftragt.',
  'failure.expense_ordered_already':
    '{name} steht schon in einer Zahlungsdatei. Nichts wurde beauftragt. Nehmen Sie jene zuerst zurück, falls die Bank sie nicht bekam.',
  'failure.pay_iban_missing': '{name} hat keine IBAN. Nichts wurde beauftragt. Ergänzen Sie sie bei der Ausgabe.',
  'failure.pay_iban_wrong': 'Die IBAN von {name} stimmt nicht. Nichts wurde beauftragt. Berichtigen Sie sie bei der Ausgabe.',
  'failure.pay_qr_reference_missing': 'Die QR-IBAN von {name} braucht eine QR-Referenz. Nichts wurde beauftragt.',
  'failure.pay_reference_wrong': 'Die Zahlungsreferenz von {name} passt nicht zu diesem Konto. Nichts wurde beauftragt.',
  'failure.pay_address_missing': 'Schweizer Banken verlangen Ort und Land von {name}. Nichts wurde beauftragt. Ergänzen Sie beides bei der Ausgabe.',
  'failure.pay_currency_not_possible': 'Eine SEPA-Datei bezahlt nur in Euro; {name} hat eine andere Währung. Nichts wurde beauftragt.',
  'failure.pay_not_sepa': 'Das Konto von {name} liegt ausserhalb von SEPA. Nichts wurde beauftragt.',
  'failure.payment_file_paid': 'Die Bank hat aus dieser Datei schon bezahlt. Nichts wurde geändert.',
  'failure.day_in_past': 'Dieser Tag ist vorbei.',
  'failure.mail_unreadable': 'Diese Mail ist nicht zu lesen.',
  'failure.mail_without_receipt': 'An dieser Mail hängt kein Beleg.',
}
