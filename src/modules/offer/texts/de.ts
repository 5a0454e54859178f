import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'failure.key_not_unique': 'Dieser Name kommt zweimal vor.',
  'failure.quantity_not_positive': 'Das muss mehr als nichts sein.',
  'failure.roll_over_needs_period': 'Nur was jede Periode neu kommt, lässt sich übertragen.',
  'failure.grant_on_payment_needs_price': '«Nutzbar erst nach Zahlung» braucht einen festen Preis im gleichen Rhythmus.',
  'failure.currency_differs': 'Alle Beträge einer Vereinbarung haben dieselbe Währung.',
  'failure.amount_negative': 'Ein Betrag kann nicht unter null sein.',
  'failure.rate_not_unique': 'Dafür gibt es schon einen Ansatz.',
  'failure.discount_needs_price': 'Ein Rabatt braucht einen festen Preis.',
  'failure.percent_above_hundred': 'Mehr als 100 % geht nicht.',
  'failure.terms_empty': 'Nennen Sie mindestens einen Preis, Ansatz oder eine Ware.',
  'failure.rhythm_missing': 'Sagen Sie, wie lang eine Periode ist.',
  'failure.milestones_need_one_price': 'Etappen teilen einen festen, einmaligen Preis.',
  'failure.milestones_not_allowed': 'Etappen gehören zur Verrechnung nach Etappen.',
  'failure.milestones_missing': 'Fügen Sie die Etappen hinzu.',
  'failure.shares_not_whole': 'Die Anteile müssen 100 % ergeben.',
  'failure.term_missing': 'Sagen Sie, wie viele Monate es läuft, oder lassen Sie es durch Kündigung enden.',
}
