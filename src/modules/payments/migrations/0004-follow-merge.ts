import type { Migration } from '../../../platform/database/migrate.ts'

/** The facts that name a contact, with everything that stays as it is when two contacts become one. */
const facts: Readonly<Record<string, readonly string[]>> = {
  payments: words(`company_id id amount_minor currency received_on method note bank_transaction_id recorded_at recorded_by`),
  payment_allocations: words(`company_id id credit_id invoice_id amount_minor currency allocated_on reverses_id recorded_at recorded_by`),
  refunds: words(`company_id id credit_id amount_minor currency refunded_on reason bank_transaction_id reverses_id recorded_at recorded_by`),
  write_offs: words(`company_id id invoice_id amount_minor currency written_off_on reason reverses_id recorded_at recorded_by`),
  reminders: words(`company_id id invoice_id level due_on reminded_on recorded_at recorded_by`),
  reminder_pauses: words(`company_id id paused_until reason recorded_at recorded_by`),
}

const isMerged = `exists (select 1 from contacts where company_id = old.company_id and id = old.contact_id and merged_into_id = new.contact_id)`
const refused = `begin select raise(abort, 'a fact about money never changes'); end`

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}

/** Whose fact it is may follow a merge of two contacts; nothing else of it ever changes. */
export const moneyFollowsMergeMigration: Migration = {
  name: '0004-money-follows-merge',
  statements: [],
  only: {
    sqlite: Object.entries(facts).flatMap(([table, columns]) => [
      `drop trigger ${table}_no_update`,
      `create trigger ${table}_no_update before update of ${columns.join(', ')} on ${table} ${refused}`,
      `create trigger ${table}_follow_merge before update of contact_id on ${table} when old.contact_id <> new.contact_id and not ${isMerged} ${refused}`,
    ]),
    postgres: [
      `create or replace function refuse_fact_change() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' then
            if is_merge_only(to_jsonb(old), to_jsonb(new)) then return new; end if;
          end if;
          raise exception 'a fact about money never changes';
        end $$`,
    ],
  },
}
