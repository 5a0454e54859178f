import { join } from 'node:path'
import { fold } from '../../../kernel/fold.ts'
import type { Log } from '../../../platform/log.ts'
import { describeError } from '../../../platform/log.ts'
import type { CompanyScope } from '../../../platform/operation/context.ts'
import { Failure } from '../../../kernel/failure.ts'
import { importBankInbox } from './inbox.ts'

const everyMilliseconds = 3000

/** Looks into CLOUDBURO_DATA/bank-inbox every few seconds; returns the function that ends it. */
export function watchBankInbox(services: {
  readonly dataDirectory: string
  readonly log: Log
  now(): number
  allCompanies(): Promise<readonly CompanyScope[]>
  runAsSystem(company: CompanyScope, operation: string, input: unknown): Promise<unknown>
}): () => void {
  let isLooking = false
  const runAs = async (folder: string, operation: string, input: unknown) => {
    const meant = (await services.allCompanies()).filter((company) => company.id === folder || fold(company.name) === fold(folder))
    // Two companies of one name: only the id says which is meant.
    if (meant.length !== 1) throw new Failure({ code: 'bank_inbox_company_unclear', kind: 'not_found', details: { folder } })
    return services.runAsSystem(meant[0]!, operation, input)
  }
  const look = async () => {
    if (isLooking) return
    isLooking = true
    try {
      const count = await importBankInbox({ directory: join(services.dataDirectory, 'bank-inbox'), now: services.now, runAs })
      if (count > 0) services.log.info('bank-inbox.imported', { count })
    } catch (error) {
      services.log.error('bank-inbox.failed', describeError(error))
    } finally {
      isLooking = false
    }
  }
  const timer = setInterval(() => void look(), everyMilliseconds)
  timer.unref()
  return () => clearInterval(timer)
}
