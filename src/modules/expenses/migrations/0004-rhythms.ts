import type { Migration } from '../../../platform/database/migrate.ts'

/** Which costs come again, and what was proposed of them: of each day once. */
export const rhythmsMigration: Migration = {
  name: '0004-rhythms',
  statements: [
    // next_count counts the repetitions since from_on, the day of the expense that it came from; next_on is the day of that one.
    `create table expense_rhythms (
      company_id text not null references companies (id),
      id text not null,
      expense_id text not null,
      rhythm text not null check (rhythm in ('monthly', 'quarterly', 'yearly')),
      from_on text not null,
      next_count integer not null check (next_count > 0),
      next_on text not null,
      recorded_at text not null,
      recorded_by text not null,
      ended_at text,
      primary key (company_id, id),
      foreign key (company_id, expense_id) references expenses (company_id, id)
    )`,
    `create unique index expense_rhythms_once on expense_rhythms (company_id, expense_id) where ended_at is null`,
    `create index expense_rhythms_due on expense_rhythms (company_id, next_on) where ended_at is null`,
    `create table expense_repetitions (
      company_id text not null,
      rhythm_id text not null,
      due_on text not null,
      expense_id text not null,
      primary key (company_id, rhythm_id, due_on),
      foreign key (company_id, rhythm_id) references expense_rhythms (company_id, id),
      foreign key (company_id, expense_id) references expenses (company_id, id)
    )`,
    `create unique index expense_repetitions_expense on expense_repetitions (company_id, expense_id)`,
  ],
}
