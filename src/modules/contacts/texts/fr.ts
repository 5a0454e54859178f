import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'contact.erased_name': 'Contact effacé',
  'command.contacts.create': 'Nouveau contact',
  'command.contacts.add-note': 'Écrire une note',
  'command.contacts.add-task': 'Noter un appel ou une tâche',
  'failure.contact_erased': 'Les données de cette personne ont été effacées à sa demande. Rien n’a été modifié.',
  'failure.contact_is_customer': '{name} a un contrat en cours. Mettez-y fin d’abord, puis effacez les données.',
  'failure.merge_with_itself': 'Choisissez deux contacts différents.',
  'failure.merge_of_two_kinds': 'Une personne, une organisation et une chose ne peuvent pas être réunies. Rien n’a été modifié.',
  'failure.relationship_with_itself': 'Choisissez un autre contact.',
  'failure.import_file_too_large': 'Le fichier dépasse {megabytesMax} Mo. Rien n’a été importé. Divisez-le et réessayez.',
  'failure.import_too_many_rows': 'Le fichier contient plus de {rowsMax} contacts. Rien n’a été importé. Divisez-le et réessayez.',
  'failure.import_too_many_columns': 'La ligne {line} a plus de {columnsMax} colonnes. Rien n’a été importé. Est-ce une liste de contacts ?',
  'failure.import_line_too_long': 'La ligne {line} est plus longue que n’importe quel contact. Rien n’a été importé. Il y manque peut-être un guillemet.',
  'failure.import_field_too_long': 'La ligne {line} a un champ de plus de {lengthMax} caractères. Rien n’a été importé. Raccourcissez-le et réessayez.',
  'failure.import_not_text': 'Ce fichier n’est pas lisible comme texte. Rien n’a été importé. Exportez vos contacts en vCard ou CSV.',
  'failure.import_not_vcard': 'Ce n’est pas un fichier vCard. Rien n’a été importé.',
  'failure.import_not_csv': 'Ce fichier n’est pas un tableau de contacts. Rien n’a été importé. Exportez vos contacts en vCard ou CSV.',
  'failure.import_empty': 'Le fichier est vide. Rien n’a été importé.',
  'failure.import_already_undone': 'Cet import a déjà été annulé. Rien n’a été modifié.',
  'failure.mapping_of_other_file': 'Les colonnes ont changé. Choisissez le fichier à nouveau.',
  'failure.base64_malformed': 'Le fichier n’est pas arrivé en entier. Choisissez-le à nouveau.',
  'failure.address_empty': 'Indiquez une rue, un code postal ou une localité.',
}
