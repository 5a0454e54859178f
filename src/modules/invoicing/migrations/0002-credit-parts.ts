import type { Migration } from '../../../platform/database/migrate.ts'

/** A line may be credited in several parts; that they never exceed it is said by the operation and looked at by the check. */
export const creditPartsMigration: Migration = {
  name: '0002-credit-parts',
  statements: [
    `drop index invoice_lines_credited`,
    `create index invoice_lines_credited on invoice_lines (company_id, credits_line_id) where credits_line_id is not null`,
  ],
}
