import type { Migration } from '../../../platform/database/migrate.ts'

/** Nothing of these is ever edited or taken away: what was wrong is turned round by another entry. */
const facts = ['journal_entries', 'journal_lines', 'journal_sources', 'account_choices', 'period_closings']
const refused = `begin select raise(abort, 'the books never change'); end`

export const journalMigration: Migration = {
  name: '0001-journal',
  statements: [
    // fact_on is the day of the document or of the money; posted_on the day in the books, later where that one was closed.
    `create table journal_entries (
      company_id text not null references companies (id),
      id text not null,
      sequence integer not null,
      posted_on text not null,
      fact_on text not null,
      kind text not null,
      source text not null,
      document text,
      party_name text,
      party_number integer,
      recorded_at text not null,
      recorded_by text not null,
      previous_hash text not null,
      hash text not null,
      primary key (company_id, id),
      unique (company_id, sequence)
    )`,
    `create index journal_entries_day on journal_entries (company_id, posted_on, sequence)`,
    // amount_minor: in the company's currency, debit positive; the lines of an entry sum to nought.
    `create table journal_lines (
      company_id text not null,
      entry_id text not null,
      position integer not null,
      posted_on text not null,
      account text not null,
      account_kind text not null,
      amount_minor integer not null,
      foreign_minor integer,
      foreign_currency text,
      subject text,
      fact text not null,
      tax_code text,
      tax_basis_points integer,
      primary key (company_id, entry_id, position),
      foreign key (company_id, entry_id) references journal_entries (company_id, id)
    )`,
    `create index journal_lines_sums on journal_lines (company_id, posted_on, account, account_kind, amount_minor)`,
    `create index journal_lines_account on journal_lines (company_id, account, posted_on, entry_id, amount_minor)`,
    `create index journal_lines_subject on journal_lines (company_id, subject, account_kind) where subject is not null`,
    `create index journal_lines_fact on journal_lines (company_id, fact)`,
    // Which facts are in the journal; a fact without an amount has no entry.
    `create table journal_sources (
      company_id text not null references companies (id),
      source text not null,
      entry_id text,
      primary key (company_id, source)
    )`,
    // How far the past has been looked through, by kind of fact.
    `create table journal_progress (
      company_id text not null references companies (id),
      kind text not null,
      place text not null,
      primary key (company_id, kind)
    )`,
    // The accountant's number of each customer and supplier.
    `create table ledger_parties (
      company_id text not null references companies (id),
      side text not null check (side in ('customer', 'supplier')),
      key text not null,
      number integer not null,
      name text not null,
      primary key (company_id, side, key)
    )`,
    `create index ledger_parties_number on ledger_parties (company_id, side, number)`,
    `create table account_choices (
      company_id text not null references companies (id),
      id text not null,
      kind text not null,
      number text not null,
      name text,
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id)
    )`,
    // The latest says up to which day the books are closed; null: nothing is.
    `create table period_closings (
      company_id text not null references companies (id),
      id text not null,
      kind text not null check (kind in ('closed', 'reopened')),
      closed_until text,
      reason text,
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id)
    )`,
  ],
  only: {
    sqlite: facts.flatMap((table) =>
      (['update', 'delete'] as const).map((event) => `create trigger ${table}_no_${event} before ${event} on ${table} ${refused}`),
    ),
    postgres: [
      `create function refuse_book_change() returns trigger language plpgsql as $$ begin raise exception 'the books never change'; end $$`,
      ...facts.map((table) => `create trigger ${table}_kept before update or delete on ${table} for each row execute function refuse_book_change()`),
    ],
  },
}
