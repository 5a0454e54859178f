import type { Migration } from '../../../platform/database/migrate.ts'

export const workMigration: Migration = {
  name: '0001-work',
  statements: [
    `create table time_entries (
      company_id text not null,
      id text not null,
      member_id text,
      contact_id text not null,
      agreement_id text,
      service_id text,
      performed_on text not null,
      minutes integer not null check (minutes between 1 and 1440),
      note text not null,
      is_billable integer not null,
      rate_minor integer,
      rate_currency text,
      rate_per_thousandths integer,
      rate_tax_category text,
      rate_is_tax_included integer,
      recorded_at text not null,
      changed_at text not null,
      removed_at text,
      primary key (company_id, id),
      foreign key (company_id, member_id) references members (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id),
      foreign key (company_id, agreement_id) references agreements (company_id, id),
      foreign key (company_id, service_id) references services (company_id, id)
    )`,
    `create index time_entries_contact on time_entries (company_id, contact_id, performed_on)`,
    `create index time_entries_agreement on time_entries (company_id, agreement_id, performed_on)`,
    `create index time_entries_day on time_entries (company_id, performed_on)`,
    `create table timers (
      company_id text not null,
      member_id text not null,
      started_at text not null,
      contact_id text,
      agreement_id text,
      service_id text,
      note text not null,
      primary key (company_id, member_id),
      foreign key (company_id, member_id) references members (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id),
      foreign key (company_id, agreement_id) references agreements (company_id, id),
      foreign key (company_id, service_id) references services (company_id, id)
    )`,
  ],
}
