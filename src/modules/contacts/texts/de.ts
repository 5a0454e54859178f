import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'contact.erased_name': 'Gelöschter Kontakt',
  'command.contacts.create': 'Neuer Kontakt',
  'command.contacts.add-note': 'Notiz schreiben',
  'command.contacts.add-task': 'Anruf oder Aufgabe merken',
  'failure.contact_erased': 'Die Daten dieser Person wurden auf Wunsch gelöscht. Es wurde nichts geändert.',
  'failure.contact_is_customer': '{name} hat eine laufende Vereinbarung. Beenden Sie diese zuerst, dann lassen sich die Daten löschen.',
  'failure.merge_with_itself': 'Wählen Sie zwei verschiedene Kontakte.',
  'failure.merge_of_two_kinds': 'Person, Organisation und Sache lassen sich nicht zusammenlegen. Es wurde nichts geändert.',
  'failure.relationship_with_itself': 'Wählen Sie einen anderen Kontakt.',
  'failure.import_file_too_large':
    'Die Datei ist grösser als {megabytesMax} MB. Es wurde nichts importiert. Teilen Sie die Datei und versuchen Sie es noch einmal.',
  'failure.import_too_many_rows':
    'Die Datei hat mehr als {rowsMax} Kontakte. Es wurde nichts importiert. Teilen Sie die Datei und versuchen Sie es noch einmal.',
  'failure.import_too_many_columns': 'Zeile {line} hat mehr als {columnsMax} Spalten. Es wurde nichts importiert. Ist es eine Liste von Kontakten?',
  'failure.import_line_too_long': 'Zeile {line} ist länger als jeder Kontakt. Es wurde nichts importiert. Vielleicht fehlt dort ein Anführungszeichen.',
  'failure.import_field_too_long':
    'Zeile {line} hat ein Feld mit mehr als {lengthMax} Zeichen. Es wurde nichts importiert. Kürzen Sie es und versuchen Sie es noch einmal.',
  'failure.import_not_text': 'Diese Datei lässt sich nicht als Text lesen. Es wurde nichts importiert. Exportieren Sie Ihre Kontakte als vCard oder CSV.',
  'failure.import_not_vcard': 'Das ist keine vCard-Datei. Es wurde nichts importiert.',
  'failure.import_not_csv': 'Diese Datei ist keine Tabelle mit Kontakten. Es wurde nichts importiert. Exportieren Sie Ihre Kontakte als vCard oder CSV.',
  'failure.import_empty': 'Die Datei ist leer. Es wurde nichts importiert.',
  'failure.import_already_undone': 'Dieser Import wurde schon rückgängig gemacht. Es wurde nichts geändert.',
  'failure.mapping_of_other_file': 'Die Spalten haben sich geändert. Wählen Sie die Datei noch einmal.',
  'failure.base64_malformed': 'Die Datei ist nicht ganz angekommen. Wählen Sie sie noch einmal.',
  'failure.address_empty': 'Geben Sie Strasse, Postleitzahl oder Ort an.',
}
