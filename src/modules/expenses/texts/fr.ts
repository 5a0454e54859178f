import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'failure.expense_day_missing': 'Dites quand c’était.',
  'failure.expense_name_missing': 'Dites qui a été payé, ou pour quoi.',
  'failure.expense_amount_zero': 'Le montant ne peut pas être zéro.',
  'failure.expense_member_missing': 'Dites qui a payé en privé.',
  'failure.expense_currency_differs': 'Tous les montants d’une dépense sont dans la même monnaie.',
  'failure.expense_parts_do_not_add_up': 'Le net et la taxe ne font pas le total.',
  'failure.expense_tax_not_possible': 'Dans ce cas, il n’y a pas de taxe sur le justificatif.',
  'failure.expense_import_is_tax_only': 'Pour la taxe à l’importation, le net est zéro : la marchandise est sur la facture du fournisseur.',
  'failure.expense_already_recorded': 'Cette dépense est déjà enregistrée. Rien n’a été changé.',
  'failure.expense_not_recorded': 'Cette dépense n’est pas enregistrée. Rien n’a été changé.',
  'failure.expense_not_removed': 'Cette dépense n’a pas été retirée.',
  'failure.expense_removed': 'Cette dépense a été retirée. Reprenez-la d’abord.',
  'failure.expense_is_paid': 'Cette dépense est payée. Annulez d’abord le paiement. Rien n’a été changé.',
  'failure.expense_already_paid': 'Cette dépense est déjà payée. Rien n’a été enregistré.',
  'failure.expense_overpaid': 'C’est plus que ce qui est ouvert.',
  'failure.expense_payment_automatic': 'Elle a été payée par carte ou en espèces. Changez plutôt la façon de payer.',
  'failure.receipt_empty': 'Ce fichier est vide. Rien n’a été gardé.',
  'failure.receipt_too_large': 'Ce fichier dépasse 20 Mo. Rien n’a été gardé. Prenez une image plus petite.',
  'failure.receipt_is_heic':
    'Cette image est au format HEIC d’Apple, que nous ne pouvons pas ouvrir. Rien n’a été gardé. Partagez-la en JPEG ou choisissez « Le plus compatible » dans les réglages de l’appareil photo.',
  'failure.receipt_picture_too_large': 'Cette image a plus de 60 mégapixels. Rien n’a été gardé. Prenez-en une plus petite.',
  'failure.receipt_type_unknown':
    'Ce n’est ni un PDF, ni une image, ni une facture électronique. Rien n’a été gardé. Photographiez le justificatif ou enregistrez-le en PDF.',
  'failure.expense_not_to_pay': 'L’une d’elles n’est pas à payer depuis le compte bancaire. Rien n’a été ordonné.',
  'failure.expense_ordered_already':
    '{name} figure déjà dans un fichier de paiement. Rien n’a été ordonné. Annulez d’abord ce fichier si la banque ne l’a pas reçu.',
  'failure.pay_iban_missing': '{name} n’a pas d’IBAN. Rien n’a été ordonné. Ajoutez-le à la dépense.',
  'failure.pay_iban_wrong': 'L’IBAN de {name} n’est pas juste. Rien n’a été ordonné. Corrigez-le à la dépense.',
  'failure.pay_qr_reference_missing': 'Le QR-IBAN de {name} demande une référence QR. Rien n’a été ordonné.',
  'failure.pay_reference_wrong': 'La référence de paiement de {name} ne convient pas à ce compte. Rien n’a été ordonné.',
  'failure.pay_address_missing': 'Les banques suisses demandent la localité et le pays de {name}. Rien n’a été ordonné. Ajoutez-les à la dépense.',
  'failure.pay_currency_not_possible': 'Un fichier SEPA ne paie qu’en euros ; {name} est dans une autre monnaie. Rien n’a été ordonné.',
  'failure.pay_not_sepa': 'Le compte de {name} est hors de SEPA. Rien n’a été ordonné.',
  'failure.payment_file_paid': 'La banque a déjà payé depuis ce fichier. Rien n’a été changé.',
  'failure.day_in_past': 'Ce jour est passé.',
  'failure.mail_unreadable': 'Ce courriel est illisible.',
  'failure.mail_without_receipt': 'Aucun justificatif n’est joint à ce courriel.',
}
