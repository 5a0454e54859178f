import type { Context } from '../../platform/operation/context.ts'
import { agreementsExist } from '../agreements/index.ts'
import { companyDetails } from '../company/index.ts'
import { contactsExist } from '../contacts/index.ts'
import { invoicesExist } from '../invoicing/index.ts'
import { findProducts, findServices } from '../offer/index.ts'
import { firstSteps } from './contract.ts'

type FirstStep = (typeof firstSteps)[number]

/** Put aside under this cause, the steps do not come back. */
export const firstStepsCause = 'first-steps'

/** The first steps that the person's role may take, and which of them are done; undefined once all are. */
export async function readFirstSteps(context: Context): Promise<{ step: FirstStep; isDone: boolean }[] | undefined> {
  const details = await companyDetails(context)
  const isDone: Record<FirstStep, boolean> = {
    details: details.iban !== null && details.street !== null && details.city !== null,
    offer: (await findServices(context, { withArchived: true })).length + (await findProducts(context, { withArchived: true })).length > 0,
    customer: await contactsExist(context),
    sale: (await agreementsExist(context)) || (await invoicesExist(context)),
  }
  const own = firstSteps.filter((step) => step !== 'details' || context.actor.role === 'owner')
  const steps = own.map((step) => ({ step, isDone: isDone[step] }))
  return steps.every((each) => each.isDone) ? undefined : steps
}
