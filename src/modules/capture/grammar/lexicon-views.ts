import type { Lexicon, LexiconAgreement, LexiconContact, LexiconInvoice } from '../understanding.ts'

/** The lexicon by the questions the readings ask; built once per lexicon. */
export interface LexiconViews {
  readonly contactById: ReadonlyMap<string, LexiconContact>
  readonly things: readonly LexiconContact[]
  readonly thingsByOwner: ReadonlyMap<string, readonly LexiconContact[]>
  readonly agreementsByContact: ReadonlyMap<string, readonly LexiconAgreement[]>
  readonly invoicesByContact: ReadonlyMap<string, readonly LexiconInvoice[]>
}

const views = new WeakMap<Lexicon, LexiconViews>()

export function viewsOf(lexicon: Lexicon): LexiconViews {
  const known = views.get(lexicon)
  if (known) return known
  const things = lexicon.contacts.filter((contact) => contact.kind === 'thing')
  const built: LexiconViews = {
    contactById: new Map(lexicon.contacts.map((contact) => [contact.id, contact])),
    things,
    thingsByOwner: Map.groupBy(things, (thing) => thing.ownerId ?? ''),
    agreementsByContact: Map.groupBy(lexicon.agreements, (agreement) => agreement.contactId),
    invoicesByContact: Map.groupBy(lexicon.openInvoices, (invoice) => invoice.contactId),
  }
  views.set(lexicon, built)
  return built
}

/** The open invoices that a jotted number can mean: the whole number, or its last figures. */
export function invoicesNumbered(lexicon: Lexicon, number: string): LexiconInvoice[] {
  const wanted = number.toLowerCase()
  const exact = lexicon.openInvoices.filter((invoice) => invoice.number.toLowerCase() === wanted)
  if (exact.length > 0) return exact
  const figures = /^\d{1,6}$/.test(wanted) ? Number(wanted) : undefined
  const ending = lexicon.openInvoices.filter((invoice) => {
    const own = invoice.number.toLowerCase()
    return figures === undefined ? own.endsWith(wanted) : Number(/(\d{1,9})$/.exec(own)?.[1] ?? -1) === figures
  })
  return ending.sort((left, right) => (left.number < right.number ? 1 : -1))
}
