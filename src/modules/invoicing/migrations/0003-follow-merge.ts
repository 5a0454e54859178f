import type { Migration } from '../../../platform/database/migrate.ts'

/** Everything of an invoice but the contact of the address book that it belongs to. */
const invoiceColumns = words(`company_id id kind state agreement_id corrects_id language currency is_tax_included note reason days_to_pay instalments
  buyer_name buyer_folded listed_on created_at created_by series year number number_text issued_on issued_at net_minor
  tax_minor gross_minor document document_hash sequence previous_hash hash`)
const lineColumns = words(`company_id id invoice_id position identity cause charge agreement_id name detail period_from period_to
  quantity_thousandths unit unit_price_minor per_thousandths discount_minor discount_reason amount_minor tax_category
  is_goods tax_code tax_basis_points tax_reason credits_line_id credit_effect`)

const isMerged = `exists (select 1 from contacts where company_id = old.company_id and id = old.contact_id and merged_into_id = new.contact_id)`
const refused = `begin select raise(abort, 'an issued document never changes'); end`
const lineIsIssued = `(select state from invoices where company_id = old.company_id and id = old.invoice_id) = 'issued'`

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}

/**
 * When two contacts become one, their issued documents follow in the address book: the one thing that may change is
 * whose thread they are on, and only along a merge. The document itself, its copy of the buyer and its digest stay.
 */
export const followMergeMigration: Migration = {
  name: '0003-invoices-follow-merge',
  statements: [],
  only: {
    sqlite: [
      `drop trigger invoices_kept`,
      `create trigger invoices_kept before update of ${invoiceColumns.join(', ')} on invoices when old.state = 'issued' ${refused}`,
      `create trigger invoices_follow_merge before update of contact_id on invoices
        when old.state = 'issued' and old.contact_id <> new.contact_id and not ${isMerged} ${refused}`,
      `drop trigger invoice_lines_update_kept`,
      `create trigger invoice_lines_update_kept before update of ${lineColumns.join(', ')} on invoice_lines when ${lineIsIssued} ${refused}`,
      `create trigger invoice_lines_follow_merge before update of contact_id on invoice_lines
        when ${lineIsIssued} and old.contact_id <> new.contact_id and not ${isMerged} ${refused}`,
    ],
    postgres: [
      `create function is_merge_only(before jsonb, after jsonb) returns boolean language sql as $$
        select before - 'contact_id' = after - 'contact_id' and exists (
          select 1 from contacts where company_id = before->>'company_id' and id = before->>'contact_id' and merged_into_id = after->>'contact_id') $$`,
      `create or replace function refuse_issued_invoice() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' then
            if is_merge_only(to_jsonb(old), to_jsonb(new)) then return new; end if;
          end if;
          raise exception 'an issued document never changes';
        end $$`,
      `create or replace function refuse_issued_line() returns trigger language plpgsql as $$
        declare company text; invoice text;
        begin
          if tg_op = 'INSERT' then company := new.company_id; invoice := new.invoice_id;
          else company := old.company_id; invoice := old.invoice_id; end if;
          if exists (select 1 from invoices where company_id = company and id = invoice and state = 'issued') then
            if tg_op = 'UPDATE' then
              if is_merge_only(to_jsonb(old), to_jsonb(new)) then return new; end if;
            end if;
            raise exception 'an issued document never changes';
          end if;
          if tg_op = 'DELETE' then return old; end if;
          return new;
        end $$`,
    ],
  },
}
