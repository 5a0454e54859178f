import type { Migration } from '../../../platform/database/migrate.ts'

/** A write-off is undone by a fact of its own, as an allocation and a refund are. */
export const undoWriteOffsMigration: Migration = {
  name: '0003-undo-write-offs',
  statements: [
    `alter table write_offs add column reverses_id text`,
    `create unique index write_offs_reverses on write_offs (company_id, reverses_id) where reverses_id is not null`,
  ],
}
