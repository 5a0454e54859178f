import type { MoneyOnTheWire } from '../../../kernel/money.ts'
import type { Place } from '../../../web/kit/navigation.tsx'
import { hoursText, type Format } from '../../../web/kit/format.ts'
import type { Translator } from '../../../web/kit/texts.tsx'
import type { WireFacts, WireMove } from './wire.ts'

type Wording = { readonly t: Translator['t']; readonly format: Format }

/** What to do and for whom, in the imperative: "Invoice Acme". */
export function titleOf(move: WireMove, { t, format }: Wording): string {
  return t(`today.move.${variantOf(move)}`, parametersOf(move, { t, format }))
}

/** Why it is here: "Unbilled since 2 March". */
export function reasonOf(move: WireMove, wording: Wording): string {
  return wording.t(`today.why.${variantOf(move)}`, parametersOf(move, wording))
}

/** The word on its button. */
export function verbOf(move: WireMove, { t }: Wording): string {
  return t(`today.do.${variantOf(move)}`)
}

const letters: Readonly<Record<WireMove['kind'], string>> = {
  'unbilled-work': 'i',
  'invoice-to-send': 'e',
  'invoice-overdue': 'r',
  'offer-unanswered': 'r',
  'pass-nearly-used': 'n',
  'retainer-nearly-used': 't',
  'agreement-ending': 'n',
  'payment-unmatched': 'm',
  'tax-return-due': 't',
  'task-due': 'd',
  'message-unanswered': 'w',
  'attendance-to-confirm': 'c',
  'expense-to-check': 'r',
  'expense-without-receipt': 'b',
}

/** The one key that does it. */
export function letterOf(move: WireMove): string {
  return letters[move.kind]
}

/** The page of what the move is about. */
export function placeOf(subject: WireMove['subject'], contactId: string | null): Place {
  const thread: Place = contactId ? `/customers/${contactId}` : '/today'
  if (subject.noun === 'invoice') return `/money/invoices/${subject.id}`
  if (subject.noun === 'agreement') return `/agreements/${subject.id}`
  if (subject.noun === 'session') return `/calendar/sessions/${subject.id}`
  if (subject.noun === 'bank-transaction') return '/money/bank'
  if (subject.noun === 'tax-period') return `/money/tax?from=${subject.id}`
  if (subject.noun === 'expense') return `/money/costs/${subject.id}`
  if (subject.noun === 'message') return `/messages/${subject.id}`
  return thread
}

/** Where a person does what no operation can: the reply, the word with the customer. */
export function placeToDo(move: WireMove): Place {
  if (move.kind === 'message-unanswered') return `/messages/new?contact=${move.contactId}&reply=${move.subject.id}`
  return placeOf(move.subject, move.contactId)
}

export function amountIn(facts: WireFacts): MoneyOnTheWire | undefined {
  const amount = facts['amount']
  return typeof amount === 'object' ? (amount as MoneyOnTheWire) : undefined
}

function variantOf(move: Pick<WireMove, 'kind' | 'facts' | 'contactId' | 'doing'>): string {
  const { kind, facts } = move
  if (kind === 'invoice-to-send') return `${kind}-${facts['state']}`
  if (kind === 'attendance-to-confirm') return move.contactId ? `${kind}-one` : `${kind}-group`
  if (kind === 'payment-unmatched') return move.doing ? `${kind}-proposed` : kind
  if (kind === 'expense-to-check') return move.doing ? kind : `${kind}-open`
  if (kind === 'task-due') return facts['kind'] === 'call' ? `${kind}-call` : kind
  return kind
}

/** Facts as words: amounts with their currency, days as people say them, units with their noun. */
export function parametersOf(move: Pick<WireMove, 'contactName' | 'facts'>, { t, format }: Wording): Record<string, string | number> {
  const parameters: Record<string, string | number> = { who: move.contactName || t('today.somebody') }
  for (const [name, value] of Object.entries(move.facts)) {
    if (typeof value === 'object') parameters[name] = format.money(value as MoneyOnTheWire)
    else if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) parameters[name] = format.relativeDay(value)
    else parameters[name] = value
  }
  const { unit } = move.facts
  if (typeof unit === 'string') {
    const inWords = (value: unknown) => (unit === 'minute' ? `${hoursText(Number(value))} h` : t(`today.units-${unit}`, { count: Number(value) }))
    for (const name of ['left', 'used', 'granted']) if (name in move.facts) parameters[name] = inWords(move.facts[name])
  }
  if (typeof move.facts['level'] === 'number') parameters['reminder'] = t(`today.reminder-${move.facts['level']}`)
  return parameters
}
