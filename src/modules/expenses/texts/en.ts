import type { Texts } from '../../../kernel/text.ts'

export const en = {
  'failure.expense_day_missing': 'Say when it was.',
  'failure.expense_name_missing': 'Say who was paid, or what for.',
  'failure.expense_amount_zero': 'The amount must not be zero.',
  'failure.expense_member_missing': 'Say who paid it privately.',
  'failure.expense_currency_differs': 'All amounts of an expense are in one currency.',
  'failure.expense_parts_do_not_add_up': 'Net and tax do not make the total.',
  'failure.expense_tax_not_possible': 'There is no tax on the receipt in this case.',
  'failure.expense_import_is_tax_only': 'For import tax the net amount is zero: the goods are on the supplier’s bill.',
  'failure.expense_already_recorded': 'This expense is recorded already. Nothing was changed.',
  'failure.expense_not_recorded': 'This expense is not recorded. Nothing was changed.',
  'failure.expense_not_removed': 'This expense was not removed.',
  'failure.expense_removed': 'This expense was removed. Bring it back first.',
  'failure.expense_is_paid': 'This expense is paid. Take the payment back first. Nothing was changed.',
  'failure.expense_already_paid': 'This expense is paid already. Nothing was recorded.',
  'failure.expense_overpaid': 'That is more than is open.',
  'failure.expense_payment_automatic': 'It was paid by card or in cash. Change how it was paid instead.',
  'failure.receipt_empty': 'This file is empty. Nothing was kept.',
  'failure.receipt_too_large': 'This file is larger than 20 MB. Nothing was kept. Take a smaller picture.',
  'failure.receipt_is_heic':
    'This picture is in Apple’s HEIC format, which we cannot open. Nothing was kept. Share it as JPEG, or choose “Most Compatible” in the camera’s settings.',
  'failure.receipt_picture_too_large': 'This picture has more than 60 megapixels. Nothing was kept. Take a smaller one.',
  'failure.receipt_type_unknown': 'This is no PDF, picture or electronic invoice. Nothing was kept. Take a photo of the receipt, or save it as PDF.',
} as const satisfies Texts
