import type { Migration } from '../../../platform/database/migrate.ts'

export const portalMigration: Migration = {
  name: '0001-portal',
  statements: [
    `create table portal_links (
      company_id text not null references companies (id),
      id text not null,
      contact_id text not null,
      secret_hash text not null unique,
      created_at text not null,
      created_by text not null,
      last_used_at text,
      revoked_at text,
      primary key (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id)
    )`,
    `create index portal_links_contact on portal_links (company_id, contact_id)`,
  ],
}
