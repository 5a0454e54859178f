import type { Migration } from '../../../platform/database/migrate.ts'

const refused = `begin select raise(abort, 'what was said about an expense never changes'); end`

export const readingsMigration: Migration = {
  name: '0002-readings',
  statements: [
    // office: a member brought it; inbox: it lay in the watched folder. What nobody brought is never recorded by itself.
    `alter table expense_receipts add column received_via text not null default 'office'`,
    // What was read on a receipt: proposal and findings as JSON, the picture that we made of it by its hash.
    `create table expense_readings (
      company_id text not null,
      id text not null,
      receipt_id text not null,
      kind text not null,
      proposal text,
      is_certain integer not null,
      findings text not null,
      problem text,
      picture_file text,
      read_at text not null,
      primary key (company_id, id),
      unique (company_id, receipt_id),
      foreign key (company_id, receipt_id) references expense_receipts (company_id, id)
    )`,
  ],
  only: {
    sqlite: (['update', 'delete'] as const).map((event) => `create trigger expense_readings_no_${event} before ${event} on expense_readings ${refused}`),
    postgres: [`create trigger expense_readings_kept before update or delete on expense_readings for each row execute function refuse_expense_change()`],
  },
}
