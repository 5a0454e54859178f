import type { Migration } from '../../../platform/database/migrate.ts'

/** What was said and done about a cost is added, never edited: a change is another revision, an undo a fact of its own. */
const facts = ['expense_revision_parts', 'expense_turns', 'expense_payments', 'expense_receipts']
const revisionColumns = `company_id, id, expense_id, revision, payee_name, payee_street, payee_postal_code, payee_city, payee_country,
  payee_vat_number, payee_iban, document_number, issued_on, due_on, category, description, currency, paid_by, member_id,
  reference_kind, reference, agreement_id, rebill_minor, rebill_currency, net_minor, tax_minor, gross_minor, recorded_at, recorded_by`
const isMerged = `exists (select 1 from contacts where company_id = old.company_id and id = old.contact_id and merged_into_id = new.contact_id)`
const refused = `begin select raise(abort, 'what was said about an expense never changes'); end`

export const expensesMigration: Migration = {
  name: '0001-expenses',
  statements: [
    // Where an expense stands now, for lists and proposals; everything here follows from its revisions and facts.
    `create table expenses (
      company_id text not null references companies (id),
      id text not null,
      state text not null check (state in ('to_check', 'recorded', 'removed')),
      source text not null,
      revision integer not null,
      contact_id text,
      payee_folded text not null,
      document_folded text not null,
      issued_on text,
      category text not null,
      currency text not null,
      gross_minor integer not null,
      paid_minor integer not null,
      receipt_count integer not null,
      created_at text not null,
      primary key (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id)
    )`,
    `create index expenses_state on expenses (company_id, state, issued_on, id)`,
    `create index expenses_payee on expenses (company_id, payee_folded, issued_on)`,
    `create index expenses_contact on expenses (company_id, contact_id) where contact_id is not null`,
    // contact_id: the customer whom the cost is passed on to.
    `create table expense_revisions (
      company_id text not null,
      id text not null,
      expense_id text not null,
      revision integer not null,
      payee_name text,
      payee_street text,
      payee_postal_code text,
      payee_city text,
      payee_country text,
      payee_vat_number text,
      payee_iban text,
      document_number text,
      issued_on text,
      due_on text,
      category text not null,
      description text not null,
      currency text not null,
      paid_by text not null,
      member_id text,
      reference_kind text,
      reference text,
      contact_id text,
      agreement_id text,
      rebill_minor integer,
      rebill_currency text,
      net_minor integer not null,
      tax_minor integer not null,
      gross_minor integer not null,
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id),
      unique (company_id, expense_id, revision),
      foreign key (company_id, expense_id) references expenses (company_id, id),
      foreign key (company_id, member_id) references members (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id),
      foreign key (company_id, agreement_id) references agreements (company_id, id)
    )`,
    `create index expense_revisions_contact on expense_revisions (company_id, contact_id) where contact_id is not null`,
    `create table expense_revision_parts (
      company_id text not null,
      expense_id text not null,
      revision integer not null,
      position integer not null,
      treatment text not null,
      basis_points integer not null,
      net_minor integer not null,
      tax_minor integer not null,
      gross_minor integer not null check (gross_minor = net_minor + tax_minor),
      primary key (company_id, expense_id, revision, position),
      foreign key (company_id, expense_id, revision) references expense_revisions (company_id, expense_id, revision)
    )`,
    // recorded, reopened, removed, restored: the turns of its life, in their order.
    `create table expense_turns (
      company_id text not null,
      id text not null,
      expense_id text not null,
      kind text not null check (kind in ('recorded', 'reopened', 'removed', 'restored')),
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id),
      foreign key (company_id, expense_id) references expenses (company_id, id)
    )`,
    `create index expense_turns_expense on expense_turns (company_id, expense_id, id)`,
    `create table expense_payments (
      company_id text not null,
      id text not null,
      expense_id text not null,
      paid_on text not null,
      amount_minor integer not null,
      currency text not null,
      charged_minor integer,
      charged_currency text,
      method text not null check (method in ('bank', 'card', 'cash')),
      is_automatic integer not null,
      bank_transaction_id text,
      reverses_id text,
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id),
      unique (company_id, reverses_id),
      foreign key (company_id, expense_id) references expenses (company_id, id),
      foreign key (company_id, bank_transaction_id) references bank_transactions (company_id, id),
      foreign key (company_id, reverses_id) references expense_payments (company_id, id)
    )`,
    `create index expense_payments_expense on expense_payments (company_id, expense_id, id)`,
    `create index expense_payments_bank on expense_payments (company_id, bank_transaction_id) where bank_transaction_id is not null`,
    // The file as it came, by the hash of its bytes; content_type is what its content says, never its name.
    `create table expense_receipts (
      company_id text not null,
      id text not null,
      expense_id text not null,
      file text not null,
      file_name text not null,
      content_type text not null,
      size integer not null,
      received_at text not null,
      received_by text not null,
      primary key (company_id, id),
      unique (company_id, expense_id, file),
      foreign key (company_id, expense_id) references expenses (company_id, id)
    )`,
    `create index expense_receipts_file on expense_receipts (company_id, file)`,
  ],
  only: {
    sqlite: [
      ...facts.flatMap((table) => (['update', 'delete'] as const).map((event) => `create trigger ${table}_no_${event} before ${event} on ${table} ${refused}`)),
      `create trigger expense_revisions_no_update before update of ${revisionColumns} on expense_revisions ${refused}`,
      `create trigger expense_revisions_follow_merge before update of contact_id on expense_revisions
        when old.contact_id is null or new.contact_id is null or (old.contact_id <> new.contact_id and not ${isMerged}) ${refused}`,
      `create trigger expense_revisions_no_delete before delete on expense_revisions ${refused}`,
    ],
    postgres: [
      // Whom a cost is passed on to may follow a merge of two contacts; nothing else of what was said ever changes.
      `create function refuse_expense_change() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and tg_table_name = 'expense_revisions' then
            if to_jsonb(old) - 'contact_id' = to_jsonb(new) - 'contact_id' and exists (
              select 1 from contacts where company_id = old.company_id
                and id = to_jsonb(old)->>'contact_id' and merged_into_id = to_jsonb(new)->>'contact_id') then
              return new;
            end if;
          end if;
          raise exception 'what was said about an expense never changes';
        end $$`,
      ...[...facts, 'expense_revisions'].map(
        (table) => `create trigger ${table}_kept before update or delete on ${table} for each row execute function refuse_expense_change()`,
      ),
    ],
  },
}
