import type { Migration } from '../../../platform/database/migrate.ts'

export const seriesStartMigration: Migration = {
  name: '0002-series-start',
  // Where the owner let the series begin this year; as long as nothing was numbered, that can be corrected.
  statements: [`alter table number_counters add column start_at integer`],
}
