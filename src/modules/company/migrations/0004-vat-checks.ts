import type { Migration } from '../../../platform/database/migrate.ts'

/** Evidence that a VAT number was in force on a day: what the tax office wants to see of a supply without tax. */
export const vatChecksMigration: Migration = {
  name: '0004-vat-checks',
  statements: [
    `create table vat_number_checks (
      company_id text not null references companies (id),
      id text not null,
      vat_number text not null,
      state text not null check (state in ('waiting', 'valid', 'invalid', 'unreachable')),
      consultation text,
      name text,
      address text,
      asked_at text not null,
      asked_by text not null,
      answered_at text,
      primary key (company_id, id)
    )`,
    `create index vat_number_checks_number on vat_number_checks (company_id, vat_number, id)`,
  ],
}
