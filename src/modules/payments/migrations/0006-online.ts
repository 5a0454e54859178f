import type { Migration } from '../../../platform/database/migrate.ts'

/** Payment providers of a company, what customers were asked to pay on a page of theirs, and what was sent back. */
export const onlineMigration: Migration = {
  name: '0006-online-payments',
  statements: [
    // The keys stand sealed; a provider that was let go keeps its row, since its checkouts still tell.
    `create table payment_providers (
      company_id text not null references companies (id),
      provider text not null,
      sealed_key text not null,
      sealed_webhook_secret text,
      ways text not null,
      is_test integer not null,
      connected_at text not null,
      connected_by text not null,
      disconnected_at text,
      primary key (company_id, provider)
    )`,
    `create table online_checkouts (
      company_id text not null,
      id text not null,
      invoice_id text not null,
      contact_id text not null,
      provider text not null,
      provider_id text,
      address text,
      amount_minor integer not null check (amount_minor > 0),
      currency text not null,
      state text not null check (state in ('asked', 'open', 'pending', 'paid', 'failed', 'expired', 'refused')),
      way text,
      problem text,
      return_url text not null,
      payment_id text,
      asked_at text not null,
      changed_at text not null,
      primary key (company_id, id),
      foreign key (company_id, invoice_id) references invoices (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id),
      foreign key (company_id, payment_id) references payments (company_id, id)
    )`,
    `create index online_checkouts_invoice on online_checkouts (company_id, invoice_id)`,
    `create index online_checkouts_contact on online_checkouts (company_id, contact_id)`,
    `create index online_checkouts_waiting on online_checkouts (company_id, id) where state in ('asked', 'open', 'pending')`,
    `create unique index online_checkouts_provider on online_checkouts (company_id, provider, provider_id) where provider_id is not null`,
    `create unique index online_checkouts_payment on online_checkouts (company_id, payment_id) where payment_id is not null`,
    // asked by us and not yet told of by the provider, or told of: then its provider_id is unique and it has its refunds.
    `create table online_refunds (
      company_id text not null,
      id text not null,
      checkout_id text not null,
      amount_minor integer not null check (amount_minor > 0),
      currency text not null,
      reason text not null,
      state text not null check (state in ('asked', 'done', 'refused')),
      provider_id text,
      problem text,
      asked_at text not null,
      primary key (company_id, id),
      foreign key (company_id, checkout_id) references online_checkouts (company_id, id)
    )`,
    `create unique index online_refunds_provider on online_refunds (company_id, checkout_id, provider_id) where provider_id is not null`,
  ],
}
