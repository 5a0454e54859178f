/** What this module tells on a thread; every other kind is business of a module above. */
export const ownKinds = [
  'contact.created',
  'contact.imported',
  'contact.changed',
  'contact.archived',
  'contact.restored',
  'contact.merged',
  'contact.erased',
  'relationship.added',
  'relationship.removed',
  'note.added',
  'task.added',
  'task.done',
  'task.reopened',
] as const
