import { add, zero, type Money } from '../../../kernel/money.ts'
import { invalid } from '../../../kernel/failure.ts'
import type { ContactId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { findAgreements } from '../../agreements/index.ts'
import { agendaOf } from '../../calendar/index.ts'
import { readContactDetail } from '../../contacts/index.ts'
import { invoicesOf } from '../../invoicing/index.ts'
import { countMessagesWith } from '../../messages/index.ts'
import { balanceOfCustomer } from '../../payments/index.ts'
import { timeEntriesOf } from '../../work/index.ts'
import { threadContract } from '../contract.ts'

/** Looked at before two contacts become one: whatever hangs on the other, and what the customer owes afterwards. */
export const mergePreview = implement(threadContract['thread.merge-preview'], async (context, { contactId, otherId }) => {
  if (contactId === otherId) invalid({ otherId: 'merge_with_itself' })
  const [kept, other] = [await readContactDetail(context, contactId), await readContactDetail(context, otherId)]
  return {
    kept: sideOf(kept),
    other: sideOf(other),
    moves: { ...(await holdingsOf(context, otherId)), tasks: other.tasks.length },
    balances: await balancesOf(context, { contactId, otherId }),
  }
})

const always = { from: '0000-01-01T00:00:00.000Z' as Instant, to: '9999-12-31T00:00:00.000Z' as Instant }

async function holdingsOf(context: Context, contactId: ContactId) {
  const entries = await timeEntriesOf(context, { contactId })
  return {
    agreements: (await findAgreements(context, { contactId })).length,
    sessions: (await agendaOf(context, { ...always, contactId })).length,
    minutes: entries.reduce((total, entry) => total + entry.minutes, 0),
    invoices: (await invoicesOf(context, contactId, 1000)).length,
    messages: await countMessagesWith(context, contactId),
  }
}

async function balancesOf(context: Context, { contactId, otherId }: { contactId: ContactId; otherId: ContactId }) {
  const [ofKept, ofOther] = [await balanceByCurrency(context, contactId), await balanceByCurrency(context, otherId)]
  return [...new Set([...ofKept.keys(), ...ofOther.keys()])].sort().map((currency) => {
    const [kept, other] = [ofKept.get(currency) ?? zero(currency), ofOther.get(currency) ?? zero(currency)]
    return { kept, other, together: add(kept, other) }
  })
}

async function balanceByCurrency(context: Context, contactId: ContactId): Promise<Map<string, Money>> {
  const { balances } = await balanceOfCustomer(context, contactId)
  return new Map(balances.map(({ currency, balance }) => [currency, balance]))
}

function sideOf(detail: Awaited<ReturnType<typeof readContactDetail>>) {
  const lines = [...detail.emails, ...detail.phones].map(({ value }) => value)
  const cities = detail.addresses.map((address) => `${address.postalCode} ${address.city}`.trim())
  return { id: detail.id, name: detail.name, details: [...lines, ...cities].filter((text) => text !== '').slice(0, 6) }
}
