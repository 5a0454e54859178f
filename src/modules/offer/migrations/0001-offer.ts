import type { Migration } from '../../../platform/database/migrate.ts'

export const offerMigration: Migration = {
  name: '0001-offer',
  statements: [
    `create table services (
      company_id text not null references companies (id),
      id text not null,
      name text not null,
      description text not null,
      unit text not null,
      minutes integer,
      price_minor integer,
      price_currency text,
      per_thousandths integer not null,
      tax_category text not null,
      draws_thousandths integer not null,
      created_at text not null,
      archived_at text,
      primary key (company_id, id)
    )`,
    `create table products (
      company_id text not null references companies (id),
      id text not null,
      name text not null,
      description text not null,
      way text not null,
      terms text not null,
      created_at text not null,
      archived_at text,
      primary key (company_id, id)
    )`,
  ],
}
