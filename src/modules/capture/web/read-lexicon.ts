import { addDays, type Day } from '../../../kernel/day.ts'
import type { OutputOnTheWire } from '../../../kernel/operation.ts'
import type { captureContract } from '../contract.ts'
import type { History, Lexicon, LexiconContact, Named } from '../understanding.ts'

export type LexiconOnTheWire = OutputOnTheWire<(typeof captureContract)['capture.lexicon']>

export interface Words {
  readonly lexicon: Lexicon
  readonly history: History
}

/** Turns the columns of the wire into the names and the history that the grammar reads. */
export function readLexicon(wire: LexiconOnTheWire, options: { today: Day; currency: string; companies: readonly Named[]; commands: readonly Named[] }): Words {
  const { contacts, services, products, agreements, invoices } = wire
  const history: Record<string, { lastUsedOn: Day; count: number }> = {}
  contacts.ids.forEach((id, index) => {
    const days = contacts.lastUsed[index] ?? -1
    if (days >= 0) history[id] = { lastUsedOn: addDays(options.today, -days), count: contacts.counts[index] ?? 0 }
  })
  return {
    history,
    lexicon: {
      currency: options.currency,
      companies: options.companies,
      commands: options.commands,
      contacts: contacts.ids.map((id, index) => contactOf(wire, id, index)),
      services: services.ids.map((id, index) => {
        const minutes = services.minutes[index] ?? 0
        return { id, name: services.names[index] ?? '', ...(minutes > 0 ? { minutes } : {}) }
      }),
      products: products.ids.map((id, index) => {
        const price = products.prices[index]
        return { id, name: products.names[index] ?? '', ...(price ? { price } : {}) }
      }),
      agreements: agreements.ids.map((id, index) => ({ id, name: agreements.names[index] ?? '', contactId: agreements.contacts[index] ?? '' })),
      openInvoices: invoices.ids.map((id, index) => ({
        id,
        number: invoices.numbers[index] ?? '',
        contactId: invoices.contacts[index] ?? '',
        open: invoices.open[index]!,
      })),
    },
  }
}

function contactOf(wire: LexiconOnTheWire, id: string, index: number): LexiconContact {
  const { contacts } = wire
  const letter = contacts.kinds[index]
  const owner = contacts.ids[contacts.owners[index] ?? -1]
  return {
    id,
    name: contacts.names[index] ?? '',
    kind: letter === 't' ? 'thing' : letter === 'o' ? 'organisation' : 'person',
    ...(owner === undefined ? {} : { ownerId: owner }),
  }
}

export const noWords: LexiconOnTheWire = {
  contacts: { ids: [], names: [], kinds: '', owners: [], lastUsed: [], counts: [] },
  services: { ids: [], names: [], minutes: [] },
  products: { ids: [], names: [], prices: [] },
  agreements: { ids: [], names: [], contacts: [] },
  invoices: { ids: [], numbers: [], contacts: [], open: [] },
}
