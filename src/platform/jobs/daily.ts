import type { CompanyId } from '../../kernel/id.ts'
import { addDays } from '../../kernel/day.ts'
import { dayIn, momentAt, type Instant } from '../../kernel/instant.ts'
import type { Database } from '../database/database.ts'
import type { CompanyScope } from '../operation/context.ts'
import { addJob, type JobHandler } from './jobs.ts'

export const dailyKind = 'platform.daily'

/** Makes sure that the company's daily job waits; called at start and for new companies. */
export async function addDailyJob(database: Database, company: CompanyScope, now: Instant): Promise<void> {
  await database.writePlatform((transaction) => addJob(transaction, { kind: dailyKind, payload: null, key: 'daily', companyId: company.id, now }))
}

/**
 * Runs what each module does daily in a company, then waits until three o'clock of the company's next day. Each
 * operation asks what is due until today, so a day that was missed is made up for.
 */
export function dailyHandler(options: { operations: readonly string[]; companyById(companyId: CompanyId): Promise<CompanyScope | undefined> }): JobHandler {
  return async (job, services) => {
    const company = await options.companyById(job.companyId)
    if (!company) return
    for (const operation of options.operations) await services.run(operation, {})
    const now = services.clock.now()
    const tomorrow = addDays(dayIn(now, company.zone), 1)
    const runAt = momentAt({ day: tomorrow, time: '03:00', zone: company.zone })
    await services.database.writePlatform((transaction) =>
      addJob(transaction, { kind: dailyKind, payload: null, key: `daily:${tomorrow}`, companyId: company.id, now, runAt }),
    )
  }
}
