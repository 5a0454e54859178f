import { jobMigration } from '../platform/jobs/jobs.ts'
import type { Migration } from '../platform/database/migrate.ts'
import type { Module } from '../platform/operation/module.ts'
import { recordMigration } from '../platform/operation/records.ts'
import { companyModule } from './company/index.ts'
import { currenciesModule } from './currencies/index.ts'
import { contactsModule } from './contacts/index.ts'
import { offerModule } from './offer/index.ts'
import { agreementsModule } from './agreements/index.ts'
import { calendarModule } from './calendar/index.ts'
import { workModule } from './work/index.ts'
import { invoicingModule } from './invoicing/index.ts'
import { paymentsModule } from './payments/index.ts'
import { openingModule } from './opening/index.ts'
import { expensesModule } from './expenses/index.ts'
import { booksModule } from './books/index.ts'
import { messagesModule } from './messages/index.ts'
import { threadModule } from './thread/index.ts'
import { todayModule } from './today/index.ts'
import { captureModule } from './capture/index.ts'
import { portalModule } from './portal/index.ts'
import { insightsModule } from './insights/index.ts'

/** The rooms of the business in their declared order: a module may enter only those before it. */
export const modules: readonly Module[] = [
  companyModule,
  currenciesModule,
  contactsModule,
  offerModule,
  agreementsModule,
  calendarModule,
  workModule,
  invoicingModule,
  paymentsModule,
  openingModule,
  expensesModule,
  booksModule,
  messagesModule,
  threadModule,
  todayModule,
  captureModule,
  portalModule,
  insightsModule,
]

/** Every step of the schema, ordered by number and then by module. */
export const migrations: readonly Migration[] = [
  jobMigration,
  recordMigration,
  ...modules
    .flatMap((module) => module.migrations)
    .map((migration, index) => ({ migration, index }))
    .sort((left, right) => left.migration.name.slice(0, 4).localeCompare(right.migration.name.slice(0, 4)) || left.index - right.index)
    .map((each) => each.migration),
]
