import { amountChip, chosenChip, dayChip, missingChip, namedChip } from '../chips.ts'
import type { Chip, LexiconContact, LexiconInvoice } from '../understanding.ts'
import { baseOf, countWords, draft, type Draft, type Evidence } from './drafts.ts'
import { invoicesNumbered, viewsOf } from './lexicon-views.ts'
import { restOf, takeDay, takeMoney, takeName, takeNumber, type Scan } from './scan.ts'

/**
 * `paid 14`, `bezahlt 2026-0014`, `acme paid 300`: an open invoice by its number, or a customer and an amount.
 * A number that could be either is read both ways; `wanted` says which way this reading takes.
 */
export function readPayment(scan: Scan, evidence: Evidence | undefined, wanted: 'invoice' | 'amount'): Draft | undefined {
  if (!evidence) return undefined
  const { lexicon } = scan.situation
  const marked = takeMoney(scan, { isMarkedOnly: true })
  const day = takeDay(scan, { lean: 'past', isStrongOnly: false })
  const invoices = wanted === 'invoice' ? takeInvoices(scan) : []
  const customer = takeName(scan, lexicon.contacts, { qualityMin: 0.5, mayChoose: true })
  const contact = payerOf(scan, customer?.item)
  const own = contact ? (viewsOf(lexicon).invoicesByContact.get(contact.id) ?? []) : []
  const fitting = contact && invoices.length > 0 ? invoices.filter((invoice) => invoice.contactId === contact.id) : invoices
  if (wanted === 'invoice' && fitting.length === 0) return undefined
  const amount = marked ?? takeMoney(scan)
  if (wanted === 'amount' && !contact && !amount) return nothingSaid(scan, evidence)
  const equal = wanted === 'invoice' && !contact ? fitting : []
  if (equal.length > 1) scan.equals = Math.min(equal.length, 3)
  const invoice = wanted === 'invoice' ? (fitting[equal.length > 1 ? scan.choice : 0] ?? fitting[0]) : guessed(own, amount?.amount.amount)
  const chips: Chip[] = [
    invoiceChip(invoice, wanted === 'invoice' && fitting.length > 1 ? fitting : own),
    contact ? (customer && contact === customer.item ? namedChip('contact', customer) : chosenChip('contact', contact)) : contactOf(scan, invoice),
    amount
      ? amountChip(amount.amount, scan.situation, invoice ? [invoice.open] : [])
      : invoice
        ? amountChip(invoice.open, scan.situation)
        : missingChip('amount'),
    dayChip(scan.situation, day, scan.situation.today),
  ]
  const isBest = wanted === 'invoice' || contact !== undefined
  return draft(
    scan,
    'payment',
    chips.filter((chip) => !(chip.field === 'invoice' && chip.isMissing && contact)),
    {
      base: baseOf(evidence, 0) - (isBest ? 0 : 0.15) - (wanted === 'amount' && !marked && hasInvoice(scan, amount?.amount.amount) ? 0.06 : 0),
      unread: countWords(restOf(scan)),
    },
  )
}

function takeInvoices(scan: Scan): LexiconInvoice[] {
  const { lexicon } = scan.situation
  const number = takeNumber(scan, (candidate) => invoicesNumbered(lexicon, candidate).length > 0)
  return number === undefined ? [] : invoicesNumbered(lexicon, number)
}

function payerOf(scan: Scan, item: LexiconContact | undefined): LexiconContact | undefined {
  if (item?.kind !== 'thing') return item
  return viewsOf(scan.situation.lexicon).contactById.get(item.ownerId ?? '')
}

/** Without a number: the customer's only open invoice, or the one with exactly this amount; never a guess between several. */
function guessed(own: readonly LexiconInvoice[], amount: string | undefined): LexiconInvoice | undefined {
  if (amount === undefined) return own.length === 1 ? own[0] : undefined
  const exact = own.filter((invoice) => invoice.open.amount === amount)
  return exact.length === 1 ? exact[0] : own.length === 1 ? own[0] : undefined
}

function invoiceChip(invoice: LexiconInvoice | undefined, others: readonly LexiconInvoice[]): Chip {
  const named = others.map(({ id, number }) => ({ id, name: number }))
  if (!invoice)
    return missingChip(
      'invoice',
      named.map(({ id, name }) => ({ value: id, label: name })),
    )
  return chosenChip(
    'invoice',
    { id: invoice.id, name: invoice.number },
    named.filter(({ id }) => id !== invoice.id),
  )
}

function contactOf(scan: Scan, invoice: LexiconInvoice | undefined): Chip {
  const contact = invoice ? viewsOf(scan.situation.lexicon).contactById.get(invoice.contactId) : undefined
  return contact ? chosenChip('contact', contact) : missingChip('contact')
}

function hasInvoice(scan: Scan, amount: string | undefined): boolean {
  const whole = /^(\d+)(\.0+)?$/.exec(amount ?? '')
  return whole !== null && invoicesNumbered(scan.situation.lexicon, whole[1]!).length > 0
}

/** "paid" alone, or with a number that no open invoice has. */
function nothingSaid(scan: Scan, evidence: Evidence): Draft {
  const open = scan.situation.lexicon.openInvoices.slice(0, 8).map((invoice) => ({ value: invoice.id, label: invoice.number }))
  return draft(scan, 'payment', [missingChip('invoice', open), missingChip('amount')], { base: baseOf(evidence, 0) })
}
