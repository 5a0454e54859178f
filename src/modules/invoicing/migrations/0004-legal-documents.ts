import type { Migration } from '../../../platform/database/migrate.ts'

const kept = ['purpose', 'buyer_reference', 'order_reference', 'contract_reference', 'project_reference', 'adjustments', 'payment_reference'] as const

/**
 * What the second version of a document knows: what it is for, the references that buyers ask for, allowances and charges of
 * the whole document, the advances that it deducts, the reference to pay by; and how each customer wants documents.
 */
export const legalDocumentsMigration: Migration = {
  name: '0004-legal-documents',
  statements: [
    `alter table invoices add column purpose text not null default 'invoice'`,
    `alter table invoices add column buyer_reference text`,
    `alter table invoices add column order_reference text`,
    `alter table invoices add column contract_reference text`,
    `alter table invoices add column project_reference text`,
    `alter table invoices add column adjustments text not null default '[]'`,
    `alter table invoices add column payment_reference text`,
    `create unique index invoices_payment_reference on invoices (company_id, payment_reference) where payment_reference is not null`,
    `alter table invoice_lines add column note text`,
    `create table invoice_recipients (
      company_id text not null,
      contact_id text not null,
      format text not null,
      buyer_reference text,
      electronic_scheme text,
      electronic_id text,
      legal_registration text,
      is_public_body integer not null,
      order_reference text,
      contract_reference text,
      changed_at text not null,
      primary key (company_id, contact_id),
      foreign key (company_id, contact_id) references contacts (company_id, id)
    )`,
    // An advance is deducted once: a second document that deducts it cannot be written.
    `create table invoice_deductions (
      company_id text not null,
      advance_id text not null,
      invoice_id text not null,
      position integer not null,
      primary key (company_id, advance_id),
      foreign key (company_id, advance_id) references invoices (company_id, id),
      foreign key (company_id, invoice_id) references invoices (company_id, id)
    )`,
    `create index invoice_deductions_invoice on invoice_deductions (company_id, invoice_id, position)`,
  ],
  only: {
    // PostgreSQL compares the whole row already.
    sqlite: [
      `create trigger invoices_legal_kept before update of ${kept.join(', ')} on invoices when old.state = 'issued'
        begin select raise(abort, 'an issued document never changes'); end`,
      `create trigger invoice_lines_note_kept before update of note on invoice_lines
        when (select state from invoices where company_id = old.company_id and id = old.invoice_id) = 'issued'
        begin select raise(abort, 'an issued document never changes'); end`,
    ],
  },
}
