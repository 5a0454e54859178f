import type { Migration } from '../../../platform/database/migrate.ts'

/** Files of orders for the bank, and which expenses they order to pay: none in two of them unless the first was undone. */
export const paymentFilesMigration: Migration = {
  name: '0003-payment-files',
  statements: [
    `create table expense_payment_files (
      company_id text not null references companies (id),
      id text not null,
      format text not null,
      content text not null,
      execute_on text not null,
      created_at text not null,
      created_by text not null,
      undone_at text,
      primary key (company_id, id)
    )`,
    `create table expense_payment_orders (
      company_id text not null,
      file_id text not null,
      expense_id text not null,
      end_to_end_id text not null,
      amount_minor integer not null check (amount_minor > 0),
      currency text not null,
      undone_at text,
      primary key (company_id, file_id, expense_id),
      foreign key (company_id, file_id) references expense_payment_files (company_id, id),
      foreign key (company_id, expense_id) references expenses (company_id, id)
    )`,
    `create unique index expense_payment_orders_once on expense_payment_orders (company_id, expense_id) where undone_at is null`,
    `create unique index expense_payment_orders_id on expense_payment_orders (company_id, end_to_end_id)`,
  ],
}
