import type { Migration } from '../../../platform/database/migrate.ts'

/** A line that looked like another one may have been said to be a payment of its own; and the lines of some days are looked up. */
export const bankDaysMigration: Migration = {
  name: '0006-bank-days',
  statements: [
    `alter table bank_transactions add column is_another integer not null default 0`,
    `create index bank_transactions_day on bank_transactions (company_id, bank_account_id, booked_on)`,
  ],
}
