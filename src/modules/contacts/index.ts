import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { contactsContract } from './contract.ts'
import { contactsMigration } from './migrations/0001-contacts.ts'
import { createContact } from './operations/create-contact.ts'
import { eraseContact } from './operations/erase-contact.ts'
import { commitImport, listImports, previewImport } from './operations/import-contacts.ts'
import { addNote, addTask, completeTask, removeNote, removeTask, reopenTask } from './operations/keep-notes.ts'
import { listDuplicates, mergeContacts } from './operations/merge-contacts.ts'
import { exportContact, findAnything, listContacts, listTasks, readContact, readContactTimeline } from './operations/read-contacts.ts'
import { addRelationship, removeRelationship } from './operations/relate-contacts.ts'
import { undoImport } from './operations/undo-import.ts'
import { archiveContact, restoreContact, updateContact } from './operations/update-contact.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const contactsModule: Module = {
  name: 'contacts',
  contract: contactsContract,
  operations: [
    createContact,
    updateContact,
    archiveContact,
    restoreContact,
    readContact,
    listContacts,
    findAnything,
    readContactTimeline,
    addRelationship,
    removeRelationship,
    addNote,
    addTask,
    removeNote,
    removeTask,
    completeTask,
    reopenTask,
    listTasks,
    listDuplicates,
    mergeContacts,
    eraseContact,
    exportContact,
    previewImport,
    commitImport,
    undoImport,
    listImports,
  ],
  migrations: [contactsMigration],
}

export { selectTasks, type Task } from './notes/store.ts'
export { readContactDetail } from './detail.ts'
export { addTimelineEntry, readTimeline, type NewTimelineEntry } from './timeline/timeline.ts'
export { indexForSearch, removeFromSearch, type Findable } from './search/search.ts'
export {
  addContact,
  contactForDocuments,
  contactIdentities,
  contactNames,
  contactsExist,
  ensureContact,
  setCustomerSpan,
  type ContactForDocuments,
} from './others.ts'
export { readCsv, type CsvTable } from './import/read-csv.ts'
export { contactWords, type ContactWords } from './lexicon/store.ts'
