import type { Migration } from '../../../platform/database/migrate.ts'

/** Mandates of customers, files of direct debits for the bank, and which invoice each of them collects. */
export const directDebitsMigration: Migration = {
  name: '0008-direct-debits',
  statements: [
    // A mandate is what the customer signed; it is revoked, never changed.
    `create table direct_debit_mandates (
      company_id text not null,
      id text not null,
      contact_id text not null,
      reference text not null,
      signed_on text not null,
      iban text not null,
      account_holder text not null,
      scheme text not null check (scheme in ('CORE', 'B2B')),
      sequence text not null check (sequence in ('RCUR', 'FRST', 'OOFF', 'FNAL')),
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id)
    )`,
    // The creditor's reference names a mandate for ever (EPC130-08, AT-01).
    `create unique index direct_debit_mandates_reference on direct_debit_mandates (company_id, reference)`,
    `create index direct_debit_mandates_contact on direct_debit_mandates (company_id, contact_id)`,
    `create table direct_debit_revocations (
      company_id text not null,
      mandate_id text not null,
      reason text,
      revoked_at text not null,
      revoked_by text not null,
      primary key (company_id, mandate_id),
      foreign key (company_id, mandate_id) references direct_debit_mandates (company_id, id)
    )`,
    `create table direct_debit_files (
      company_id text not null references companies (id),
      id text not null,
      format text not null,
      content text not null,
      collect_on text not null,
      created_at text not null,
      created_by text not null,
      undone_at text,
      primary key (company_id, id)
    )`,
    `create table direct_debits (
      company_id text not null,
      file_id text not null,
      invoice_id text not null,
      mandate_id text not null,
      end_to_end_id text not null,
      amount_minor integer not null check (amount_minor > 0),
      currency text not null,
      ended_at text,
      primary key (company_id, file_id, invoice_id),
      foreign key (company_id, file_id) references direct_debit_files (company_id, id),
      foreign key (company_id, invoice_id) references invoices (company_id, id),
      foreign key (company_id, mandate_id) references direct_debit_mandates (company_id, id)
    )`,
    // One running collection for each invoice; it ends when its file is undone, the money came, or came back.
    `create unique index direct_debits_running on direct_debits (company_id, invoice_id) where ended_at is null`,
    `create unique index direct_debits_id on direct_debits (company_id, end_to_end_id)`,
  ],
}
