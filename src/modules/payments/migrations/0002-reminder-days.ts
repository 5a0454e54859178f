import type { Migration } from '../../../platform/database/migrate.ts'

export const reminderDaysMigration: Migration = {
  name: '0002-reminder-days',
  statements: [
    // The latest row is what holds; those before say what held when.
    `create table reminder_days (
      company_id text not null references companies (id),
      id text not null,
      first_after integer not null,
      second_after integer not null,
      third_after integer not null,
      days_between integer not null,
      recorded_at text not null,
      recorded_by text not null,
      primary key (company_id, id)
    )`,
  ],
  only: {
    sqlite: (['update', 'delete'] as const).map(
      (event) => `create trigger reminder_days_no_${event} before ${event} on reminder_days begin select raise(abort, 'a fact about money never changes'); end`,
    ),
    postgres: [`create trigger reminder_days_kept before update or delete on reminder_days for each row execute function refuse_fact_change()`],
  },
}
