import type { Migration } from '../../../platform/database/migrate.ts'

const facts = ['payment_fees', 'bank_files'] as const

/** Kept files, learnt tables and payers, what a foreign payment was before exchange, fees, and what was paid to others. */
export const bankMigration: Migration = {
  name: '0005-bank',
  statements: [
    // The bytes are kept by their hash; keep_until is the last day on which the law wants them.
    `create table bank_files (
      company_id text not null references companies (id),
      id text not null,
      file text not null,
      file_name text not null,
      format text not null,
      size integer not null,
      new_count integer not null,
      known_count integer not null,
      skipped_count integer not null,
      keep_until text not null,
      imported_at text not null,
      imported_by text not null,
      primary key (company_id, id)
    )`,
    `create unique index bank_files_file on bank_files (company_id, file)`,
    `alter table bank_statements add column bank_file_id text`,
    `alter table bank_transactions add column instructed_minor integer`,
    `alter table bank_transactions add column instructed_currency text`,
    `alter table bank_transactions add column charges_minor integer`,
    `alter table bank_transactions add column ultimate_name text`,
    `alter table bank_transactions add column is_return integer not null default 0`,
    // What a transaction is, whatever file it came in; perhaps_id is one that it may be the same as, until somebody says.
    `alter table bank_transactions add column format text not null default ''`,
    `alter table bank_transactions add column perhaps_id text`,
    `create index bank_transactions_amount on bank_transactions (company_id, bank_account_id, amount_minor, booked_on)`,
    `create index bank_transactions_contact on bank_transactions (company_id, contact_id) where contact_id is not null`,
    // Which column of a bank's table is what, as a person last said or accepted it.
    `create table bank_layouts (
      company_id text not null references companies (id),
      header_key text not null,
      layout text not null,
      currency text,
      bank_account_id text,
      learnt_at text not null,
      learnt_by text not null,
      primary key (company_id, header_key),
      foreign key (company_id, bank_account_id) references bank_accounts (company_id, id)
    )`,
    // Who paid under which name or from which account, one row for each matched transaction.
    `create table payer_names (
      company_id text not null,
      bank_transaction_id text not null,
      contact_id text not null,
      name_key text not null,
      iban text,
      amount_minor integer not null,
      currency text not null,
      paid_on text not null,
      primary key (company_id, bank_transaction_id),
      foreign key (company_id, bank_transaction_id) references bank_transactions (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id)
    )`,
    `create index payer_names_name on payer_names (company_id, name_key)`,
    `create index payer_names_iban on payer_names (company_id, iban) where iban is not null`,
    // The payment is what the customer paid; the fee is what somebody kept of it before it arrived.
    `create table payment_fees (
      company_id text not null,
      id text not null,
      payment_id text not null,
      amount_minor integer not null check (amount_minor > 0),
      currency text not null,
      kind text not null check (kind in ('bank', 'provider')),
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id),
      foreign key (company_id, payment_id) references payments (company_id, id)
    )`,
    `create index payment_fees_payment on payment_fees (company_id, payment_id)`,
    // Money that went out and paid an expense; expenses live in a module above, so their id is only kept.
    `create table bank_debit_expenses (
      company_id text not null,
      bank_transaction_id text not null,
      expense_id text not null,
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, bank_transaction_id, expense_id),
      foreign key (company_id, bank_transaction_id) references bank_transactions (company_id, id)
    )`,
    `create index bank_debit_expenses_expense on bank_debit_expenses (company_id, expense_id)`,
  ],
  only: {
    sqlite: facts.flatMap((table) =>
      (['update', 'delete'] as const).map(
        (event) => `create trigger ${table}_no_${event} before ${event} on ${table} begin select raise(abort, 'a fact about money never changes'); end`,
      ),
    ),
    postgres: facts.map((table) => `create trigger ${table}_kept before update or delete on ${table} for each row execute function refuse_fact_change()`),
  },
}
