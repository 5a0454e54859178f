import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { expectedOf, putAside, removeAside, selectAside } from './store.ts'

/**
 * What was put aside for the other customer is aside for the kept one, and the other way round, unless that would hide
 * something of one of the two that nobody has put aside: then it shows again.
 */
export async function asideFollowsMerge(context: Context, { contactId, otherId }: { contactId: ContactId; otherId: ContactId }): Promise<void> {
  const aside = new Map((await selectAside(context)).map((each) => [each.cause, each]))
  const expected = new Set([...(await expectedOf(context, contactId)), ...(await expectedOf(context, otherId))].map((move) => move.cause))
  const isInTheOpen = (cause: string) => expected.has(cause) && !aside.has(cause)
  for (const [cause, each] of aside) {
    if (cause.includes(contactId) && isInTheOpen(cause.replace(contactId, otherId))) await removeAside(context, cause)
    if (!cause.includes(otherId)) continue
    const follows = cause.replace(otherId, contactId)
    if (!isInTheOpen(follows)) await putAside(context, { cause: follows, until: each.until })
    await removeAside(context, cause)
  }
}
