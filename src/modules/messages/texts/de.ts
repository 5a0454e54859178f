import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'failure.contact_without_email': '{name} hat keine E-Mail-Adresse. Nichts wurde gesendet. Ergänzen Sie eine und versuchen Sie es erneut.',
  'failure.message_not_waiting': 'Diese Nachricht ist bereits unterwegs.',
  'mail.greeting': 'Guten Tag {name}',
  'mail.signature': 'Freundliche Grüsse\n{company}',
  'mail.open-page': 'Alles auf Ihrer Seite ansehen',
  'mail.fact.invoice': 'Rechnung',
  'mail.fact.credit-note': 'Gutschrift',
  'mail.fact.amount': 'Betrag',
  'mail.fact.open': 'Noch offen',
  'mail.fact.due': 'Zahlbar bis',
  'mail.invoice.subject': 'Rechnung {number} von {company}',
  'mail.invoice.body': 'Im Anhang finden Sie die Rechnung {number}.',
  'mail.invoice.thanks': 'Vielen Dank für Ihr Vertrauen.',
  'mail.credit_note.subject': 'Gutschrift {number} von {company}',
  'mail.credit_note.body': 'Im Anhang finden Sie die Gutschrift {number}.',
  'mail.credit_note.thanks': 'Sie müssen nichts weiter tun. Für Fragen sind wir gerne da.',
  'mail.reminder-1.subject': 'Erinnerung an Rechnung {number}',
  'mail.reminder-1.body': 'Vielleicht ist es untergegangen: Rechnung {number} ist noch offen. Sie finden sie nochmals im Anhang.',
  'mail.reminder-1.thanks': 'Falls Sie inzwischen bezahlt haben, ist die Sache erledigt. Vielen Dank.',
  'mail.reminder-2.subject': 'Zweite Erinnerung an Rechnung {number}',
  'mail.reminder-2.body': 'Die Zahlung der Rechnung {number} ist bei uns noch nicht eingetroffen. Bitte bezahlen Sie sie innert zehn Tagen.',
  'mail.reminder-2.thanks': 'Stimmt etwas mit der Rechnung nicht? Eine kurze Antwort genügt, wir kümmern uns darum.',
  'mail.reminder-3.subject': 'Letzte Mahnung zu Rechnung {number}',
  'mail.reminder-3.body':
    'Trotz zweier Erinnerungen ist Rechnung {number} noch offen. Bitte bezahlen Sie sie innert zehn Tagen. Danach müssen wir weitere Schritte einleiten.',
  'mail.reminder-3.thanks': 'Können Sie nicht alles auf einmal bezahlen? Schreiben Sie uns, wir finden einen Weg.',
}
