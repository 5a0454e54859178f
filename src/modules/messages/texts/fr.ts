import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'failure.contact_without_email': '{name} n’a pas d’adresse e-mail. Rien n’a été envoyé. Ajoutez-en une et réessayez.',
  'failure.message_not_waiting': 'Ce message est déjà parti.',
  'mail.greeting': 'Bonjour {name}',
  'mail.signature': 'Meilleures salutations\n{company}',
  'mail.open-page': 'Tout voir sur votre page',
  'mail.fact.invoice': 'Facture',
  'mail.fact.credit-note': 'Avoir',
  'mail.fact.amount': 'Montant',
  'mail.fact.open': 'Reste à payer',
  'mail.fact.due': 'À payer jusqu’au',
  'mail.invoice.subject': 'Facture {number} de {company}',
  'mail.invoice.body': 'Vous trouverez ci-joint la facture {number}.',
  'mail.invoice.thanks': 'Merci de votre confiance.',
  'mail.credit_note.subject': 'Avoir {number} de {company}',
  'mail.credit_note.body': 'Vous trouverez ci-joint l’avoir {number}.',
  'mail.credit_note.thanks': 'Vous n’avez rien à faire. Nous restons à votre disposition.',
  'mail.reminder-1.subject': 'Rappel de la facture {number}',
  'mail.reminder-1.body': 'Un oubli peut-être : la facture {number} est encore ouverte. Vous la trouverez à nouveau ci-jointe.',
  'mail.reminder-1.thanks': 'Si vous avez payé entre-temps, ne tenez pas compte de ce message. Merci.',
  'mail.reminder-2.subject': 'Deuxième rappel de la facture {number}',
  'mail.reminder-2.body': 'Nous n’avons pas encore reçu le paiement de la facture {number}. Merci de la régler dans les dix jours.',
  'mail.reminder-2.thanks': 'Si quelque chose ne va pas avec la facture, une brève réponse suffit et nous nous en occupons.',
  'mail.reminder-3.subject': 'Dernier rappel de la facture {number}',
  'mail.reminder-3.body':
    'Malgré deux rappels, la facture {number} est encore ouverte. Merci de la régler dans les dix jours. Ensuite, nous devrons entreprendre d’autres démarches.',
  'mail.reminder-3.thanks': 'Si vous ne pouvez pas tout régler d’un coup, écrivez-nous et nous trouverons une solution.',
}
