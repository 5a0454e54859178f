import type { Migration } from '../../../platform/database/migrate.ts'

export const todayMigration: Migration = {
  name: '0001-today',
  statements: [
    `create table moves_aside (
      company_id text not null references companies (id),
      cause text not null,
      until text,
      put_at text not null,
      put_by text not null,
      primary key (company_id, cause)
    )`,
    `create table autopilot_modes (
      company_id text not null references companies (id),
      kind text not null,
      mode text not null check (mode in ('ask', 'do')),
      set_at text not null,
      set_by text not null,
      primary key (company_id, kind)
    )`,
    `create table moves_done (
      company_id text not null references companies (id),
      id text not null,
      cause text not null,
      kind text not null,
      move text not null,
      problem text,
      done_at text not null,
      primary key (company_id, id)
    )`,
    `create index moves_done_by_time on moves_done (company_id, done_at)`,
    // The moves that many rows must be read for, kept per customer: made anew whenever something of the customer changes, and each morning.
    `create table moves_expected (
      company_id text not null,
      contact_id text not null,
      cause text not null,
      weight integer not null,
      move text not null,
      primary key (company_id, cause),
      foreign key (company_id, contact_id) references contacts (company_id, id)
    )`,
    `create index moves_expected_by_contact on moves_expected (company_id, contact_id)`,
    `create index moves_expected_by_weight on moves_expected (company_id, weight desc)`,
    `create index moves_done_by_cause on moves_done (company_id, cause)`,
  ],
}
