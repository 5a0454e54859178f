import type { Migration } from '../../../platform/database/migrate.ts'

/** A run that bills everything that is due: what it has to do, one item after the other, and how far it is. */
export const monthEndMigration: Migration = {
  name: '0006-month-end',
  statements: [
    `create table invoice_runs (
      company_id text not null,
      id text not null,
      until_on text not null,
      sends integer not null,
      started_at text not null,
      started_by text not null,
      finished_at text,
      primary key (company_id, id)
    )`,
    `create index invoice_runs_started on invoice_runs (company_id, started_at)`,
    `create table invoice_run_items (
      company_id text not null,
      run_id text not null,
      position integer not null,
      contact_id text not null,
      draft_id text,
      state text not null check (state in ('waiting', 'issued', 'kept', 'refused', 'nothing')),
      invoice_ids text not null,
      problem text,
      primary key (company_id, run_id, position),
      foreign key (company_id, run_id) references invoice_runs (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id)
    )`,
    `create index invoice_run_items_state on invoice_run_items (company_id, run_id, state, position)`,
  ],
}
