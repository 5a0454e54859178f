import type { Migration } from '../../../platform/database/migrate.ts'

/** A letter that is set when the mail leaves, and kept from then on: which one, as JSON. */
export const lettersMigration: Migration = {
  name: '0002-letters',
  statements: [`alter table message_attachments add column letter text`],
}
