import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'failure.contact_without_email': '{name} non ha un indirizzo e-mail. Non è stato inviato nulla. Aggiungerne uno e riprovare.',
  'failure.message_not_waiting': 'Questo messaggio è già partito.',
  'mail.greeting': 'Buongiorno {name}',
  'mail.signature': 'Cordiali saluti\n{company}',
  'mail.open-page': 'Vedere tutto sulla pagina personale',
  'mail.fact.invoice': 'Fattura',
  'mail.fact.credit-note': 'Nota di credito',
  'mail.fact.amount': 'Importo',
  'mail.fact.open': 'Ancora da pagare',
  'mail.fact.due': 'Scadenza',
  'mail.invoice.subject': 'Fattura {number} di {company}',
  'mail.invoice.body': 'In allegato la fattura {number}.',
  'mail.invoice.thanks': 'Grazie per la fiducia.',
  'mail.credit_note.subject': 'Nota di credito {number} di {company}',
  'mail.credit_note.body': 'In allegato la nota di credito {number}.',
  'mail.credit_note.thanks': 'Non serve fare nulla. Restiamo a disposizione per ogni domanda.',
  'mail.reminder-1.subject': 'Promemoria per la fattura {number}',
  'mail.reminder-1.body': 'Forse è sfuggita: la fattura {number} è ancora aperta. È di nuovo in allegato.',
  'mail.reminder-1.thanks': 'Se il pagamento è già stato fatto, questo messaggio non conta. Grazie.',
  'mail.reminder-2.subject': 'Secondo sollecito per la fattura {number}',
  'mail.reminder-2.body': 'Il pagamento della fattura {number} non ci è ancora arrivato. Chiediamo di saldarla entro dieci giorni.',
  'mail.reminder-2.thanks': 'Se qualcosa nella fattura non va, basta una breve risposta e ce ne occupiamo.',
  'mail.reminder-3.subject': 'Ultimo sollecito per la fattura {number}',
  'mail.reminder-3.body':
    'Nonostante due solleciti, la fattura {number} è ancora aperta. Chiediamo di saldarla entro dieci giorni. Dopo dovremo procedere oltre.',
  'mail.reminder-3.thanks': 'Se non è possibile pagare tutto subito, basta scriverci e troveremo una soluzione.',
}
