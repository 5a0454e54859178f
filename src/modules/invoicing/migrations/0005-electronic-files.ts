import type { Migration } from '../../../platform/database/migrate.ts'

/** The XML of an issued document, kept by the hash of its bytes beside its PDF. */
export const electronicFilesMigration: Migration = {
  name: '0005-electronic-files',
  statements: [
    `create table invoice_electronic_files (
      company_id text not null,
      invoice_id text not null,
      format text not null,
      file text not null,
      made_at text not null,
      primary key (company_id, invoice_id, format),
      foreign key (company_id, invoice_id) references invoices (company_id, id)
    )`,
  ],
}
