import type { Day } from '../../kernel/day.ts'
import { invalid, notFound } from '../../kernel/failure.ts'
import type { AgreementId, ContactId, ServiceId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { agreementFor as runningAgreementFor, findAgreements } from '../agreements/index.ts'

/**
 * The agreement that time belongs to: the one that was said, none when null was said, else the customer's running one
 * that knows this work. Several that know it are not guessed between. Fails when it is another customer's.
 */
export async function agreementFor(
  context: Context,
  options: { said: AgreementId | null | undefined; contactId: ContactId; serviceId: ServiceId | null; on: Day },
): Promise<AgreementId | null> {
  const { said, contactId, serviceId, on } = options
  if (said === null) return null
  if (said !== undefined) {
    await requireOwn(context, said, contactId)
    return said
  }
  const found = await runningAgreementFor(context, { contactId, serviceId, unit: 'minute', on })
  return found?.isUnique === true ? found.agreementId : null
}

async function requireOwn(context: Context, id: AgreementId, contactId: ContactId): Promise<void> {
  const [agreement] = await findAgreements(context, { ids: [id] })
  if (!agreement) notFound('agreement')
  const isOwn = agreement.payerId === contactId || agreement.participants.some((each) => each.contactId === contactId)
  if (!isOwn) invalid({ agreementId: 'agreement_of_another' })
}

/** The names of agreements, for lists. */
export async function agreementNames(context: Context, ids: readonly AgreementId[]): Promise<Map<AgreementId, string>> {
  if (ids.length === 0) return new Map()
  return new Map((await findAgreements(context, { ids: [...new Set(ids)] })).map(({ id, name }) => [id, name]))
}
