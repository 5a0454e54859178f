import type { Day } from '../../kernel/day.ts'
import type { Money } from '../../kernel/money.ts'

/** What can be done now, in the order in which it is proposed. */
export const suggestionKinds = ['answer', 'remind', 'record-payment', 'invoice', 'accept-offer', 'complete-task', 'sell'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

export interface Suggestion {
  readonly kind: SuggestionKind
  readonly doing: { readonly operation: string; readonly input: Readonly<Record<string, unknown>> } | null
  /** The invoice, agreement or message that it is about. */
  readonly subjectId: string | null
  readonly facts: Readonly<Record<string, string | number | Money>>
}

/** What the thread knows about its customer. */
export interface ThreadFacts {
  readonly contactId: string
  readonly isThing: boolean
  readonly today: Day
  readonly openInvoices: readonly { readonly id: string; readonly number: string; readonly open: Money; readonly dueOn: Day | null }[]
  readonly reminder: { readonly invoiceId: string; readonly number: string; readonly level: number } | null
  readonly unbilled: readonly { readonly amount: Money; readonly since: Day }[]
  readonly offers: readonly { readonly id: string; readonly name: string }[]
  readonly tasks: readonly { readonly id: string; readonly title: string; readonly dueOn: Day }[]
  readonly unansweredMessageId: string | null
  readonly hasRunningAgreement: boolean
}

/** The few things that make sense now, most pressing first; each with its operation and whole input where nothing is left to say. */
export function suggest(facts: ThreadFacts): Suggestion[] {
  if (facts.isThing) return []
  const { contactId } = facts
  const found: (Suggestion | undefined)[] = [
    facts.unansweredMessageId ? { kind: 'answer', doing: null, subjectId: facts.unansweredMessageId, facts: {} } : undefined,
    facts.reminder
      ? {
          kind: 'remind',
          doing: { operation: 'payments.remind', input: { invoiceId: facts.reminder.invoiceId } },
          subjectId: facts.reminder.invoiceId,
          facts: { number: facts.reminder.number, level: facts.reminder.level },
        }
      : undefined,
    recordPayment(facts),
    facts.unbilled.some((each) => each.amount.minor > 0n)
      ? {
          kind: 'invoice',
          doing: { operation: 'invoicing.bill-customer', input: { contactId, send: true } },
          subjectId: null,
          facts: { amount: facts.unbilled[0]!.amount },
        }
      : undefined,
    ...facts.offers.slice(0, 2).map((offer): Suggestion => ({
      kind: 'accept-offer',
      doing: { operation: 'agreements.accept', input: { agreementId: offer.id } },
      subjectId: offer.id,
      facts: { name: offer.name },
    })),
    ...facts.tasks
      .filter((task) => task.dueOn <= facts.today)
      .slice(0, 2)
      .map((task): Suggestion => ({
        kind: 'complete-task',
        doing: { operation: 'contacts.complete-task', input: { taskId: task.id } },
        subjectId: task.id,
        facts: { title: task.title },
      })),
    facts.hasRunningAgreement || facts.offers.length > 0 ? undefined : { kind: 'sell', doing: null, subjectId: null, facts: {} },
  ]
  return found.filter((each) => each !== undefined)
}

/** The oldest open invoice is the one that a payment is most likely for. */
function recordPayment({ openInvoices }: ThreadFacts): Suggestion | undefined {
  const [oldest] = [...openInvoices].sort((left, right) => (left.dueOn ?? '9').localeCompare(right.dueOn ?? '9'))
  if (!oldest) return undefined
  return {
    kind: 'record-payment',
    doing: { operation: 'payments.record', input: { invoiceId: oldest.id } },
    subjectId: oldest.id,
    facts: { amount: oldest.open, number: oldest.number },
  }
}
