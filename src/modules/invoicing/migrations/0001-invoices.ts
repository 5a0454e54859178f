import type { Migration } from '../../../platform/database/migrate.ts'

export const invoicingMigration: Migration = {
  name: '0001-invoicing',
  statements: [
    `create table invoices (
      company_id text not null,
      id text not null,
      kind text not null check (kind in ('invoice', 'credit_note', 'opening')),
      state text not null check (state in ('draft', 'issued')),
      contact_id text not null,
      agreement_id text,
      corrects_id text,
      language text not null,
      currency text not null,
      is_tax_included integer not null,
      note text,
      reason text,
      days_to_pay integer not null,
      instalments text not null,
      buyer_name text not null,
      buyer_folded text not null,
      listed_on text not null,
      created_at text not null,
      created_by text not null,
      series text,
      year integer,
      number integer,
      number_text text,
      issued_on text,
      issued_at text,
      net_minor integer,
      tax_minor integer,
      gross_minor integer,
      document text,
      document_hash text,
      sequence integer,
      previous_hash text,
      hash text,
      primary key (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id),
      foreign key (company_id, agreement_id) references agreements (company_id, id),
      foreign key (company_id, corrects_id) references invoices (company_id, id),
      unique (company_id, series, year, number),
      unique (company_id, series, number_text),
      unique (company_id, sequence),
      check (state = 'draft' or (number_text is not null and document is not null and hash is not null and sequence is not null))
    )`,
    `create index invoices_listed on invoices (company_id, listed_on, id)`,
    `create index invoices_contact on invoices (company_id, contact_id, listed_on)`,
    `create index invoices_drafts on invoices (company_id, id) where state = 'draft'`,
    `create index invoices_corrects on invoices (company_id, corrects_id) where corrects_id is not null`,
    `create table invoice_lines (
      company_id text not null,
      id text not null,
      invoice_id text not null,
      position integer not null,
      identity text,
      cause text,
      charge text,
      agreement_id text,
      contact_id text not null,
      name text not null,
      detail text,
      period_from text,
      period_to text,
      quantity_thousandths integer not null,
      unit text not null,
      unit_price_minor integer not null,
      per_thousandths integer not null,
      discount_minor integer,
      discount_reason text,
      amount_minor integer not null,
      tax_category text not null,
      is_goods integer not null,
      tax_code text,
      tax_basis_points integer,
      tax_reason text,
      credits_line_id text,
      credit_effect text check (credit_effect in ('unbilled_again', 'written_off')),
      primary key (company_id, id),
      foreign key (company_id, invoice_id) references invoices (company_id, id),
      foreign key (company_id, agreement_id) references agreements (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id),
      foreign key (company_id, credits_line_id) references invoice_lines (company_id, id)
    )`,
    `create index invoice_lines_invoice on invoice_lines (company_id, invoice_id, position)`,
    `create index invoice_lines_cause on invoice_lines (company_id, cause) where cause is not null`,
    `create index invoice_lines_agreement on invoice_lines (company_id, agreement_id) where charge is not null`,
    `create index invoice_lines_contact on invoice_lines (company_id, contact_id) where charge is not null`,
    `create unique index invoice_lines_credited on invoice_lines (company_id, credits_line_id) where credits_line_id is not null`,
    // The identity of a charge is unique over live lines: a second line of the same charge cannot be written.
    `create table live_charges (
      company_id text not null,
      identity text not null,
      invoice_id text not null,
      line_id text not null,
      primary key (company_id, identity),
      foreign key (company_id, line_id) references invoice_lines (company_id, id)
    )`,
    `create index live_charges_line on live_charges (company_id, line_id)`,
    `create table charge_write_offs (
      company_id text not null,
      id text not null,
      identity text not null,
      cause text not null,
      contact_id text not null,
      agreement_id text,
      name text not null,
      quantity_thousandths integer not null,
      amount_minor integer not null,
      currency text not null,
      reason text not null,
      written_off_on text not null,
      written_off_at text not null,
      primary key (company_id, id),
      unique (company_id, identity),
      foreign key (company_id, contact_id) references contacts (company_id, id),
      foreign key (company_id, agreement_id) references agreements (company_id, id)
    )`,
    `create index charge_write_offs_cause on charge_write_offs (company_id, cause)`,
    `create index charge_write_offs_contact on charge_write_offs (company_id, contact_id)`,
    `create index charge_write_offs_agreement on charge_write_offs (company_id, agreement_id)`,
    `create table invoice_dues (
      company_id text not null,
      invoice_id text not null,
      position integer not null,
      due_on text not null,
      amount_minor integer not null,
      primary key (company_id, invoice_id, position),
      foreign key (company_id, invoice_id) references invoices (company_id, id)
    )`,
    `create table invoice_settlements (
      company_id text not null,
      id text not null,
      invoice_id text not null,
      kind text not null check (kind in ('payment', 'credit_note', 'write_off')),
      source_id text not null,
      amount_minor integer not null,
      settled_on text not null,
      recorded_at text not null,
      primary key (company_id, id),
      foreign key (company_id, invoice_id) references invoices (company_id, id),
      unique (company_id, kind, source_id, invoice_id)
    )`,
    `create index invoice_settlements_invoice on invoice_settlements (company_id, invoice_id)`,
    `create table invoice_facts (
      company_id text not null,
      id text not null,
      invoice_id text not null,
      kind text not null check (kind in ('sent', 'seen')),
      at text not null,
      detail text,
      primary key (company_id, id),
      foreign key (company_id, invoice_id) references invoices (company_id, id)
    )`,
    `create index invoice_facts_invoice on invoice_facts (company_id, invoice_id)`,
    // The sum of the facts, so that a list of 20,000 is one quick query; bin/cloudburo check compares it with them.
    `create table invoice_states (
      company_id text not null,
      invoice_id text not null,
      contact_id text not null,
      currency text not null,
      open_minor integer not null,
      credited_minor integer not null,
      next_due_on text,
      settled_on text,
      sent_at text,
      seen_at text,
      primary key (company_id, invoice_id),
      foreign key (company_id, invoice_id) references invoices (company_id, id)
    )`,
    `create index invoice_states_open on invoice_states (company_id, next_due_on, invoice_id, currency, open_minor) where open_minor <> 0`,
    `create index invoice_states_contact on invoice_states (company_id, contact_id) where open_minor <> 0`,
    `create table invoice_files (
      company_id text not null,
      invoice_id text not null,
      file text not null,
      made_at text not null,
      primary key (company_id, invoice_id),
      foreign key (company_id, invoice_id) references invoices (company_id, id)
    )`,
  ],
  only: {
    sqlite: [
      `create trigger invoices_kept before update on invoices when old.state = 'issued'
        begin select raise(abort, 'an issued document never changes'); end`,
      `create trigger invoices_not_deleted before delete on invoices when old.state = 'issued'
        begin select raise(abort, 'an issued document is never deleted'); end`,
      ...(['insert', 'update', 'delete'] as const).map((event) => {
        const row = event === 'insert' ? 'new' : 'old'
        return `create trigger invoice_lines_${event}_kept before ${event} on invoice_lines
          when (select state from invoices where company_id = ${row}.company_id and id = ${row}.invoice_id) = 'issued'
          begin select raise(abort, 'an issued document never changes'); end`
      }),
    ],
    postgres: [
      `create function refuse_issued_invoice() returns trigger language plpgsql as $$
        begin raise exception 'an issued document never changes'; end $$`,
      `create trigger invoices_kept before update or delete on invoices
        for each row when (old.state = 'issued') execute function refuse_issued_invoice()`,
      `create function refuse_issued_line() returns trigger language plpgsql as $$
        declare company text; invoice text;
        begin
          if tg_op = 'INSERT' then company := new.company_id; invoice := new.invoice_id;
          else company := old.company_id; invoice := old.invoice_id; end if;
          if exists (select 1 from invoices where company_id = company and id = invoice and state = 'issued') then
            raise exception 'an issued document never changes';
          end if;
          if tg_op = 'DELETE' then return old; end if;
          return new;
        end $$`,
      `create trigger invoice_lines_kept before insert or update or delete on invoice_lines
        for each row execute function refuse_issued_line()`,
    ],
  },
}
