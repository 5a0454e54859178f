import type { Day } from '../../../kernel/day.ts'
import { newId, type ContactId, type Id, type InvoiceId } from '../../../kernel/id.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { standardReminderPolicy, type ReminderLevel, type ReminderPolicy } from '../reminders.ts'

export type RemindingTables = {
  reminders: {
    company_id: string
    id: string
    invoice_id: string
    contact_id: string
    level: bigint
    due_on: string
    reminded_on: string
    recorded_at: string
    recorded_by: string
  }
  reminder_pauses: {
    company_id: string
    id: string
    contact_id: string
    /** A day, 'always', or null: reminders go again. */
    paused_until: string | null
    reason: string | null
    recorded_at: string
    recorded_by: string
  }
  reminder_days: {
    company_id: string
    id: string
    first_after: bigint
    second_after: bigint
    third_after: bigint
    days_between: bigint
    recorded_at: string
    recorded_by: string
  }
}

const tables = (transaction: Transaction) => transaction.withTables<RemindingTables>()

export interface Reminder {
  readonly id: Id<'reminder'>
  readonly invoiceId: InvoiceId
  readonly contactId: ContactId
  readonly level: ReminderLevel
  /** The due day that it speaks of. */
  readonly dueOn: Day
}

/** Adds the fact; false when this level has gone for this due day already. */
export async function insertReminder(context: Context, reminder: Reminder): Promise<boolean> {
  const result = await tables(context.database)
    .insertInto('reminders')
    .values({
      company_id: context.company.id,
      id: reminder.id,
      invoice_id: reminder.invoiceId,
      contact_id: reminder.contactId,
      level: BigInt(reminder.level),
      due_on: reminder.dueOn,
      reminded_on: context.today,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'invoice_id', 'due_on', 'level']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findReminder(context: Pick<Context, 'database' | 'company'>, id: string): Promise<(Reminder & { readonly on: Day }) | undefined> {
  const row = await tables(context.database)
    .selectFrom('reminders')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id as Id<'reminder'>,
      invoiceId: row.invoice_id as InvoiceId,
      contactId: row.contact_id as ContactId,
      level: Number(row.level) as ReminderLevel,
      dueOn: row.due_on as Day,
      on: row.reminded_on as Day,
    }
  )
}

export async function remindersOf(context: Context, invoiceIds: readonly InvoiceId[]) {
  if (invoiceIds.length === 0) return []
  const rows = await tables(context.database)
    .selectFrom('reminders')
    .select(['invoice_id', 'level', 'reminded_on', 'due_on'])
    .where('company_id', '=', context.company.id)
    .where('invoice_id', 'in', [...invoiceIds])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    invoiceId: row.invoice_id as InvoiceId,
    level: Number(row.level) as ReminderLevel,
    on: row.reminded_on as Day,
    dueOn: row.due_on as Day,
  }))
}

export async function insertPause(context: Context, pause: { contactId: ContactId; until: Day | 'always' | null; reason: string | null }): Promise<string> {
  const id = newId<'reminder-pause'>()
  await tables(context.database)
    .insertInto('reminder_pauses')
    .values({
      company_id: context.company.id,
      id,
      contact_id: pause.contactId,
      paused_until: pause.until,
      reason: pause.reason,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
  return id
}

/** The latest word on pauses per customer: a day, 'always', or null. */
export async function pausesOf(context: Context, contactId?: ContactId): Promise<Map<ContactId, Day | 'always' | null>> {
  let query = tables(context.database).selectFrom('reminder_pauses').select(['contact_id', 'paused_until']).where('company_id', '=', context.company.id)
  if (contactId) query = query.where('contact_id', '=', contactId)
  const rows = await query.orderBy('id').execute()
  return new Map(rows.map((row) => [row.contact_id as ContactId, row.paused_until as Day | 'always' | null]))
}

/** Until when the customer gets no reminders: a day in the future or today, 'always', or null. */
export async function pausedUntil(context: Context, contactId: ContactId): Promise<Day | 'always' | null> {
  const until = (await pausesOf(context, contactId)).get(contactId) ?? null
  return until === null || until === 'always' || until >= context.today ? until : null
}

/** When reminders go in this company: its latest word, or what is usual. */
export async function reminderPolicy(context: Context): Promise<ReminderPolicy> {
  const row = await tables(context.database)
    .selectFrom('reminder_days')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return standardReminderPolicy
  return { daysAfterDue: [Number(row.first_after), Number(row.second_after), Number(row.third_after)], daysBetween: Number(row.days_between) }
}

export async function insertReminderPolicy(context: Context, policy: ReminderPolicy): Promise<void> {
  const [first, second, third] = policy.daysAfterDue
  await tables(context.database)
    .insertInto('reminder_days')
    .values({
      company_id: context.company.id,
      id: newId<'reminder-days'>(),
      first_after: BigInt(first),
      second_after: BigInt(second),
      third_after: BigInt(third),
      days_between: BigInt(policy.daysBetween),
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
}
