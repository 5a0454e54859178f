import type { Migration } from '../../../platform/database/migrate.ts'

export const messagesMigration: Migration = {
  name: '0001-messages',
  statements: [
    // What was written never changes; state and answered_at repeat the facts, so that a list is one query.
    `create table messages (
      company_id text not null references companies (id),
      id text not null,
      contact_id text not null,
      direction text not null check (direction in ('in', 'out')),
      channel text not null,
      kind text not null,
      language text not null,
      address text,
      subject text not null,
      content text not null,
      invoice_id text,
      in_reply_to_id text,
      occurred_at text not null,
      recorded_by text not null,
      state text not null check (state in ('queued', 'sent', 'held', 'failed', 'received', 'noted')),
      needs_answer integer not null,
      answered_at text,
      primary key (company_id, id),
      foreign key (company_id, contact_id) references contacts (company_id, id),
      foreign key (company_id, invoice_id) references invoices (company_id, id),
      foreign key (company_id, in_reply_to_id) references messages (company_id, id)
    )`,
    `create index messages_by_time on messages (company_id, occurred_at desc, id desc)`,
    `create index messages_by_contact on messages (company_id, contact_id, occurred_at desc, id desc)`,
    `create index messages_unanswered on messages (company_id, contact_id) where needs_answer = 1 and answered_at is null`,
    `create index messages_waiting on messages (company_id, state) where state in ('queued', 'held', 'failed')`,
    `create table message_attachments (
      company_id text not null,
      message_id text not null,
      position integer not null,
      file_name text not null,
      content_type text not null,
      file text,
      invoice_id text,
      primary key (company_id, message_id, position),
      foreign key (company_id, message_id) references messages (company_id, id),
      foreign key (company_id, invoice_id) references invoices (company_id, id)
    )`,
    `create table message_facts (
      company_id text not null,
      id text not null,
      message_id text not null,
      kind text not null,
      detail text,
      recorded_at text not null,
      primary key (company_id, id),
      foreign key (company_id, message_id) references messages (company_id, id)
    )`,
    `create index message_facts_by_message on message_facts (company_id, message_id, id)`,
  ],
}
