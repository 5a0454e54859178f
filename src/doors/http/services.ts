import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Files } from '../../platform/files.ts'
import type { Log } from '../../platform/log.ts'
import type { CompanyScope } from '../../platform/operation/context.ts'
import type { Module } from '../../platform/operation/module.ts'
import type { Operations } from '../../platform/operation/operations.ts'
import type { Seals } from '../../platform/secrets.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import type { CompanyId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'

/** What the HTTP door stands on. */
export interface HttpServices {
  readonly database: Database
  readonly operations: Operations
  readonly modules: readonly Module[]
  readonly signIn: SignIn
  readonly clock: Clock
  readonly files: Files
  readonly log: Log
  readonly seals: Seals
  readonly publicUrl: string
  readonly trustsProxy: boolean
  /** Folder of the built office. */
  readonly officeDirectory: string
  companyById(companyId: CompanyId): Promise<CompanyScope | undefined>
  /** Makes the job runner look again at that moment. */
  wakeJobsAt(moment: Instant): void
}
