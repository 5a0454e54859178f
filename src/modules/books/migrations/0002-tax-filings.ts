import type { Migration } from '../../../platform/database/migrate.ts'

const refused = `begin select raise(abort, 'a return that was handed in never changes'); end`

/** What was handed in to the tax office, as it was; taking it back is a fact of its own. */
export const taxFilingsMigration: Migration = {
  name: '0002-tax-filings',
  statements: [
    // content: the figures with every document behind them as canonical JSON; hash is its SHA-256.
    `create table tax_filings (
      company_id text not null references companies (id),
      id text not null,
      period_from text not null,
      period_to text not null,
      form text not null,
      payable_minor integer not null,
      currency text not null,
      content text not null,
      hash text not null,
      filed_at text not null,
      filed_by text not null,
      primary key (company_id, id)
    )`,
    `create index tax_filings_period on tax_filings (company_id, period_from)`,
    `create table tax_filing_undoings (
      company_id text not null references companies (id),
      filing_id text not null,
      undone_at text not null,
      undone_by text not null,
      primary key (company_id, filing_id),
      foreign key (company_id, filing_id) references tax_filings (company_id, id)
    )`,
  ],
  only: {
    sqlite: ['tax_filings', 'tax_filing_undoings'].flatMap((table) =>
      (['update', 'delete'] as const).map((event) => `create trigger ${table}_no_${event} before ${event} on ${table} ${refused}`),
    ),
    postgres: [
      `create function refuse_filing_change() returns trigger language plpgsql as $$
        begin raise exception 'a return that was handed in never changes'; end $$`,
      ...['tax_filings', 'tax_filing_undoings'].map(
        (table) => `create trigger ${table}_kept before update or delete on ${table} for each row execute function refuse_filing_change()`,
      ),
    ],
  },
}
