import type { Migration } from '../../../platform/database/migrate.ts'

/** The facts that name a contact: whose they are may follow a merge, nothing else of them changes. */
const facts = {
  reminder_fees:
    'company_id id fee_id reminder_id invoice_id kind level amount_minor currency law from_on to_on rates charged_on reason recorded_at recorded_by',
  reminder_fee_settlements: 'company_id id credit_id fee_id amount_minor currency settled_on reverses_id recorded_at recorded_by',
} as const

const isMerged = `exists (select 1 from contacts where company_id = old.company_id and id = old.contact_id and merged_into_id = new.contact_id)`
const refused = `begin select raise(abort, 'a fact about money never changes'); end`

/** What is taken with a reminder beyond the invoice, what settles it, and the terms by which a company takes it. */
export const reminderFeesMigration: Migration = {
  name: '0007-reminder-fees',
  statements: [
    // The latest row is what holds; those before say what held when.
    `create table reminder_terms (
      company_id text not null references companies (id),
      id text not null,
      charges_fees integer not null,
      charges_interest integer not null,
      from_level integer not null check (from_level between 1 and 3),
      is_agreed integer not null,
      agreed_rate integer,
      first_minor integer not null check (first_minor >= 0),
      second_minor integer not null check (second_minor >= 0),
      third_minor integer not null check (third_minor >= 0),
      currency text not null,
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id)
    )`,
    // A fee is the sum of the rows that name it: the first one, whose id it has, less what was waived, plus what was taken back of that.
    `create table reminder_fees (
      company_id text not null,
      id text not null,
      fee_id text not null,
      reminder_id text not null,
      invoice_id text not null,
      contact_id text not null,
      kind text not null check (kind in ('lump_sum', 'fee', 'interest')),
      level integer not null,
      amount_minor integer not null,
      currency text not null,
      law text,
      from_on text,
      to_on text,
      rates text not null,
      charged_on text not null,
      reason text,
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id),
      foreign key (company_id, fee_id) references reminder_fees (company_id, id),
      foreign key (company_id, reminder_id) references reminders (company_id, id),
      foreign key (company_id, invoice_id) references invoices (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id)
    )`,
    `create unique index reminder_fees_once on reminder_fees (company_id, reminder_id, kind) where id = fee_id`,
    `create index reminder_fees_fee on reminder_fees (company_id, fee_id)`,
    `create index reminder_fees_invoice on reminder_fees (company_id, invoice_id)`,
    `create index reminder_fees_contact on reminder_fees (company_id, contact_id)`,
    `create table reminder_fee_settlements (
      company_id text not null,
      id text not null,
      credit_id text not null,
      fee_id text not null,
      contact_id text not null,
      amount_minor integer not null,
      currency text not null,
      settled_on text not null,
      reverses_id text,
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id),
      unique (company_id, reverses_id),
      foreign key (company_id, credit_id) references customer_credits (company_id, id),
      foreign key (company_id, fee_id) references reminder_fees (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id)
    )`,
    `create index reminder_fee_settlements_credit on reminder_fee_settlements (company_id, credit_id)`,
    `create index reminder_fee_settlements_fee on reminder_fee_settlements (company_id, fee_id)`,
    `create index reminder_fee_settlements_contact on reminder_fee_settlements (company_id, contact_id)`,
  ],
  only: {
    sqlite: [
      ...Object.entries(facts).flatMap(([table, columns]) => [
        `create trigger ${table}_no_update before update of ${columns.split(' ').join(', ')} on ${table} ${refused}`,
        `create trigger ${table}_follow_merge before update of contact_id on ${table} when old.contact_id <> new.contact_id and not ${isMerged} ${refused}`,
        `create trigger ${table}_no_delete before delete on ${table} ${refused}`,
      ]),
      ...(['update', 'delete'] as const).map((event) => `create trigger reminder_terms_no_${event} before ${event} on reminder_terms ${refused}`),
    ],
    postgres: [...Object.keys(facts), 'reminder_terms'].map(
      (table) => `create trigger ${table}_kept before update or delete on ${table} for each row execute function refuse_fact_change()`,
    ),
  },
}
