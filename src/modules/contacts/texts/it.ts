import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'contact.erased_name': 'Contatto cancellato',
  'command.contacts.create': 'Nuovo contatto',
  'command.contacts.add-note': 'Scrivere una nota',
  'command.contacts.add-task': 'Annotare una chiamata o un compito',
  'failure.contact_erased': 'I dati di questa persona sono stati cancellati su richiesta. Non è stato modificato nulla.',
  'failure.contact_is_customer': '{name} ha un accordo in corso. Va concluso prima di cancellare i dati.',
  'failure.merge_with_itself': 'Scegliere due contatti diversi.',
  'failure.merge_of_two_kinds': 'Una persona, un’organizzazione e una cosa non si possono unire. Non è stato modificato nulla.',
  'failure.relationship_with_itself': 'Scegliere un altro contatto.',
  'failure.import_file_too_large': 'Il file supera {megabytesMax} MB. Non è stato importato nulla. Dividerlo e riprovare.',
  'failure.import_too_many_rows': 'Il file contiene più di {rowsMax} contatti. Non è stato importato nulla. Dividerlo e riprovare.',
  'failure.import_too_many_columns': 'La riga {line} ha più di {columnsMax} colonne. Non è stato importato nulla. È un elenco di contatti?',
  'failure.import_line_too_long': 'La riga {line} è più lunga di qualsiasi contatto. Non è stato importato nulla. Forse manca una virgoletta.',
  'failure.import_field_too_long': 'La riga {line} ha un campo di più di {lengthMax} caratteri. Non è stato importato nulla. Accorciarlo e riprovare.',
  'failure.import_not_text': 'Questo file non è leggibile come testo. Non è stato importato nulla. Esportare i contatti come vCard o CSV.',
  'failure.import_not_vcard': 'Questo non è un file vCard. Non è stato importato nulla.',
  'failure.import_not_csv': 'Questo file non è una tabella di contatti. Non è stato importato nulla. Esportare i contatti come vCard o CSV.',
  'failure.import_empty': 'Il file è vuoto. Non è stato importato nulla.',
  'failure.import_already_undone': 'Questa importazione è già stata annullata. Non è stato modificato nulla.',
  'failure.mapping_of_other_file': 'Le colonne sono cambiate. Scegliere di nuovo il file.',
  'failure.base64_malformed': 'Il file non è arrivato per intero. Sceglierlo di nuovo.',
  'failure.address_empty': 'Indicare una via, un CAP o una località.',
}
