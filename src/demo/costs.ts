import { addDays, type Day } from '../kernel/day.ts'
import type { Stage } from './stage.ts'

/** A cost that comes every month on the same day, as a company of the demo has it. */
export interface MonthlyCost {
  readonly dayOfMonth: string
  readonly name: string
  readonly category: string
  readonly amount: string
  readonly currency: string
  /** Of the tax in it; none where there is none. */
  readonly rate?: string
  readonly country: string
}

/** Costs of the month, paid from the bank account; the last days stay for whoever opens the demo. */
export async function recordCosts(stage: Stage, day: Day, costs: readonly MonthlyCost[]): Promise<void> {
  for (const cost of costs.filter((each) => day.endsWith(`-${each.dayOfMonth}`))) {
    stage.at('08:20')
    await stage.call('expenses.record', {
      payee: { name: cost.name, country: cost.country },
      documentNumber: `${day.slice(0, 7).replace('-', '')}-${cost.dayOfMonth}`,
      issuedOn: day,
      category: cost.category,
      description: cost.name,
      amount: { amount: cost.amount, currency: cost.currency },
      ...(cost.rate ? { rate: cost.rate } : {}),
      paidBy: 'bank',
    })
  }
}

/** A train ticket for a customer, to be passed on with the next invoice. */
export async function recordTicket(
  stage: Stage,
  day: Day,
  ticket: { contactId: string; name: string; amount: string; rate: string; country: string },
): Promise<void> {
  stage.at('19:10')
  await stage.call('expenses.record', {
    payee: { name: ticket.name, country: ticket.country },
    issuedOn: addDays(day, -1),
    category: 'travel',
    description: ticket.name,
    amount: { amount: ticket.amount, currency: stage.company.currency },
    rate: ticket.rate,
    paidBy: 'card',
    contactId: ticket.contactId,
  })
}
