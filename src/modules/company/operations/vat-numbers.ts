import { invalid, notFound } from '../../../kernel/failure.ts'
import type { Id } from '../../../kernel/id.ts'
import type { JobHandler } from '../../../platform/jobs/jobs.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyContract } from '../contract.ts'
import { companyDetails } from '../details.ts'
import { vatNumberForm } from '../vat-number.ts'
import { answerCheck, checksOf, insertCheck } from '../vies/store.ts'
import { askVies, memberNumber } from '../vies/vies.ts'

/** The question itself is a job: an operation waits for nobody outside. */
export const checkVatNumber = implement(companyContract['company.check-vat-number'], async (context, input) => {
  if (!memberNumber(input.vatNumber)) invalid({ vatNumber: 'vat_number_not_european' })
  const vatNumber = vatNumberForm(input.vatNumber).value
  const { vatNumber: requester } = await companyDetails(context)
  const id = await insertCheck(context, vatNumber)
  await context.later({ kind: 'company.ask-vies', payload: { checkId: id, vatNumber, requester } })
  return { id }
})

export const readVatNumberChecks = implement(companyContract['company.vat-number-checks'], async (context, input) => ({
  checks: await checksOf(context, vatNumberForm(input.vatNumber).value),
}))

export const keepVatAnswer = implement(companyContract['company.keep-vat-answer'], async (context, { checkId, ...answer }) => {
  if (!(await answerCheck(context, checkId, answer))) notFound('vat-number-check')
  return { id: checkId }
})

interface Question {
  readonly checkId: Id<'vat-number-check'>
  readonly vatNumber: string
  readonly requester: string | null
}

export const askViesJob: JobHandler = async (job, services) => {
  const { checkId, ...question } = job.payload as Question
  const answer = await askVies(services.outside, question)
  await services.runOnce(`vies/${checkId}`, 'company.keep-vat-answer', { checkId, ...answer })
}
