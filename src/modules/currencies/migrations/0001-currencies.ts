import type { Migration } from '../../../platform/database/migrate.ts'

/**
 * What the European Central Bank publishes is the same for everyone and kept once, written by nobody but our own fetch.
 * What a company imports or sets itself is the company's. See docs/decisions/0008-exchange-rates.md.
 */
export const currenciesMigration: Migration = {
  name: '0001-currencies',
  statements: [
    `create table published_rate_days (
      published_on text primary key,
      rates text not null,
      fetched_at text not null
    )`,
    `create table imported_rate_days (
      company_id text not null,
      published_on text not null,
      rates text not null,
      imported_at text not null,
      imported_by text not null,
      primary key (company_id, published_on)
    )`,
    `create table own_rates (
      company_id text not null,
      id text not null,
      from_currency text not null,
      to_currency text not null,
      rate text not null,
      valid_from text not null,
      valid_to text not null,
      set_at text not null,
      set_by text not null,
      removed_at text,
      primary key (company_id, id)
    )`,
    `create index own_rates_pair on own_rates (company_id, from_currency, to_currency, valid_from)`,
  ],
}
