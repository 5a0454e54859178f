import { addDays, daysBetween, weekdayOf, type Day } from '../kernel/day.ts'
import { bankStatement, type BankCredit } from './bank.ts'
import { contactInput, type Someone } from './cast/people.ts'
import type { Stage } from './stage.ts'

/** What every small company does in the same way: enter customers, sell, send, get paid, remind. */

export async function addContact(stage: Stage, who: Someone): Promise<string> {
  return (await stage.call('contacts.create', contactInput(who))).id
}

/** Sells a product by word of mouth: the agreement is accepted at once. */
export async function sell(stage: Stage, sale: Readonly<Record<string, unknown>>): Promise<string> {
  return (await stage.call('agreements.create', { ...sale, then: 'accept' })).id
}

/** Whether this day is that far from the end of the story: what happens later is left for whoever opens the demo. */
export function isBefore(stage: Stage, day: Day, daysLeft: number): boolean {
  return daysBetween(day, stage.lastDay) >= daysLeft
}

export function isWeekday(day: Day): boolean {
  return weekdayOf(day) <= 5
}

/** Sends what waits, each Monday; in the last days it stays for Today. */
export async function sendWaiting(stage: Stage, day: Day): Promise<void> {
  if (weekdayOf(day) !== 1 || !isBefore(stage, day, 8)) return
  stage.at('09:10')
  const { invoices } = await stage.call('invoicing.list', { filter: 'draft', limit: 100 })
  for (const invoice of invoices) await stage.call('invoicing.issue', { invoiceId: invoice.id, send: true })
}

/** On the first of a month everything that was delivered in the month before is invoiced. */
export async function billMonth(stage: Stage, day: Day): Promise<void> {
  if (!day.endsWith('-01') || !isBefore(stage, day, 20)) return
  stage.at('10:00')
  const { customers } = await stage.call('invoicing.unbilled')
  for (const customer of customers) await stage.call('invoicing.bill-customer', { contactId: customer.contactId, send: true })
}

/** Reminders once a week; those of the last two weeks are left to do. */
export async function remind(stage: Stage, day: Day): Promise<void> {
  if (weekdayOf(day) !== 3 || !isBefore(stage, day, 14)) return
  stage.at('11:00')
  const { reminders } = await stage.call('payments.reminders-due')
  for (const reminder of reminders) if (reminder.isDue) await stage.call('payments.remind', { invoiceId: reminder.invoiceId })
}

/** How the bank's text names what is paid. */
export interface BankHabits {
  readonly iban: string
  /** "Rechnung {number}" */
  readonly text: string
  /** Names of those who pay late, and of those who do not pay. */
  readonly late: readonly string[]
  readonly never: readonly string[]
}

/** The statement of the week, imported on Fridays: what customers paid, each at their own pace. */
export async function importBank(stage: Stage, day: Day, habits: BankHabits): Promise<void> {
  if (weekdayOf(day) !== 5) return
  stage.at('08:05')
  const { invoices } = await stage.call('invoicing.list', { filter: 'open', limit: 200 })
  const paid: BankCredit[] = []
  for (const invoice of invoices) {
    const paysOn = payDay(invoice, habits)
    if (paysOn === undefined || paysOn > day) continue
    paid.push({
      on: paysOn < addDays(day, -7) ? addDays(day, -1) : paysOn,
      amount: invoice.open.amount,
      currency: invoice.open.currency,
      payer: invoice.contactName,
      text: habits.text.replace('{number}', invoice.number),
    })
  }
  for (const [currency, entries] of Map.groupBy(paid, (entry) => entry.currency)) {
    await importStatement(stage, day, { iban: habits.iban, currency, entries })
  }
}

export async function importStatement(stage: Stage, day: Day, statement: { iban: string; currency: string; entries: readonly BankCredit[] }): Promise<void> {
  await stage.call('payments.import-bank-file', { fileName: `${day}-${statement.currency}.xml`, content: bankStatement({ ...statement, on: day }) })
}

/** Most pay a few days before it is due; some late, some never. The same invoice is always paid on the same day. */
function payDay(invoice: { number: string; contactName: string; nextDueOn: Day | null }, habits: BankHabits): Day | undefined {
  if (habits.never.includes(invoice.contactName) || invoice.nextDueOn === null) return undefined
  const luck = [...`${invoice.number}${invoice.contactName}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7)
  const delay = habits.late.includes(invoice.contactName) ? 6 + (luck % 25) : -12 + (luck % 14)
  return addDays(invoice.nextDueOn, delay)
}

/** A session with its participants; the day after, attendance is confirmed (unless it is too fresh). */
export interface Lesson {
  readonly id: string
  readonly on: Day
  readonly isGroup: boolean
}

export async function bookLesson(
  stage: Stage,
  session: { serviceId: string; on: Day; time: string; participants: readonly unknown[]; place?: string; memberId?: string; minutes?: number },
): Promise<Lesson> {
  const { id } = await stage.call('calendar.book', session)
  return { id, on: session.on, isGroup: session.participants.length > 1 }
}

/** In a group somebody is missing now and then. Yesterday's lesson of the last day is left to confirm. */
export async function confirmLessons(stage: Stage, day: Day, lessons: Lesson[]): Promise<void> {
  const over = lessons.filter((lesson) => lesson.on < day && (daysBetween(lesson.on, stage.lastDay) > 1 || stage.chance.happens(30)))
  if (day === stage.lastDay && over.length === lessons.length) over.pop()
  for (const lesson of over) {
    lessons.splice(lessons.indexOf(lesson), 1)
    stage.at('07:45')
    const missing: string[] = []
    if (lesson.isGroup && stage.chance.happens(45)) {
      const { participants } = await stage.call('calendar.session', { sessionId: lesson.id })
      const booked = participants.filter((each: { outcome: string }) => each.outcome === 'booked')
      if (booked.length > 1) missing.push(stage.chance.pick<{ id: string }>(booked).id)
    }
    await stage.call('calendar.confirm-attendance', { sessionId: lesson.id, missing })
  }
}
