import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { newId, type ContactId, type Id, type InvoiceId } from '../../../../kernel/id.ts'
import { money, negate, type Money } from '../../../../kernel/money.ts'
import type { Transaction } from '../../../../platform/database/database.ts'
import type { Context } from '../../../../platform/operation/context.ts'
import type { ReminderLevel } from '../../reminders.ts'
import type { AppliedRate, Charge, ReminderTerms } from './claim.ts'

export type ClaimTables = {
  reminder_terms: {
    company_id: string
    id: string
    charges_fees: bigint
    charges_interest: bigint
    from_level: bigint
    is_agreed: bigint
    agreed_rate: bigint | null
    first_minor: bigint
    second_minor: bigint
    third_minor: bigint
    currency: string
    recorded_at: string
    recorded_by: string
  }
  reminder_fees: {
    company_id: string
    id: string
    fee_id: string
    reminder_id: string
    invoice_id: string
    contact_id: string
    kind: Charge['kind']
    level: bigint
    amount_minor: bigint
    currency: string
    law: string | null
    from_on: string | null
    to_on: string | null
    rates: string
    charged_on: string
    reason: string | null
    recorded_at: string
    recorded_by: string
  }
  reminder_fee_settlements: {
    company_id: string
    id: string
    credit_id: string
    fee_id: string
    contact_id: string
    amount_minor: bigint
    currency: string
    settled_on: string
    reverses_id: string | null
    recorded_at: string
    recorded_by: string
  }
}

export type FeeId = Id<'reminder-fee'>

/** What was taken with a reminder, as it stands now. */
export interface ReminderFee extends Charge {
  readonly id: FeeId
  readonly reminderId: string
  readonly invoiceId: InvoiceId
  readonly contactId: ContactId
  readonly level: ReminderLevel
  readonly on: Day
  /** Given up of it. */
  readonly waived: Money
  readonly open: Money
}

type Place = Pick<Context, 'database' | 'company'>
const tables = (transaction: Transaction) => transaction.withTables<ClaimTables>()

/** Nothing is taken until the company says so. */
export async function reminderTerms(context: Place): Promise<ReminderTerms> {
  const row = await tables(context.database)
    .selectFrom('reminder_terms')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const fee = (minor: bigint) => money(minor, row?.currency ?? context.company.currency)
  return {
    chargesFees: row?.charges_fees === 1n,
    chargesInterest: row?.charges_interest === 1n,
    fromLevel: Number(row?.from_level ?? 2n) as ReminderLevel,
    isAgreed: row?.is_agreed === 1n,
    agreedRate: row === undefined || row.agreed_rate === null ? null : Number(row.agreed_rate),
    fees: [fee(row?.first_minor ?? 0n), fee(row?.second_minor ?? 0n), fee(row?.third_minor ?? 0n)],
  }
}

export async function insertReminderTerms(context: Context, terms: ReminderTerms): Promise<void> {
  const [first, second, third] = terms.fees
  await tables(context.database)
    .insertInto('reminder_terms')
    .values({
      company_id: context.company.id,
      id: newId<'reminder-terms'>(),
      charges_fees: terms.chargesFees ? 1n : 0n,
      charges_interest: terms.chargesInterest ? 1n : 0n,
      from_level: BigInt(terms.fromLevel),
      is_agreed: terms.isAgreed ? 1n : 0n,
      agreed_rate: terms.agreedRate === null ? null : BigInt(terms.agreedRate),
      first_minor: first.minor,
      second_minor: second.minor,
      third_minor: third.minor,
      currency: first.currency,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
}

/** Tells `reminder.fee-charged`. */
export async function insertFee(
  context: Context,
  charge: Charge,
  of: { reminderId: string; invoiceId: InvoiceId; contactId: ContactId; level: ReminderLevel },
): Promise<FeeId> {
  const id: FeeId = newId<'reminder-fee'>()
  await insertRow(context, { ...charge, ...of, id, feeId: id, reason: null })
  return id
}

/** Gives up what is open of a fee, or with a negative amount takes that back: a fact of its own. Tells `reminder.fee-charged`. */
export async function insertWaiver(context: Context, fee: ReminderFee, waived: { amount: Money; reason: string }): Promise<FeeId> {
  const id: FeeId = newId<'reminder-fee'>()
  await insertRow(context, { ...fee, id, feeId: fee.id, amount: negate(waived.amount), reason: waived.reason })
  return id
}

async function insertRow(
  context: Context,
  row: Charge & { id: FeeId; feeId: FeeId; reminderId: string; invoiceId: InvoiceId; contactId: ContactId; level: number; reason: string | null },
): Promise<void> {
  await tables(context.database)
    .insertInto('reminder_fees')
    .values({
      company_id: context.company.id,
      id: row.id,
      fee_id: row.feeId,
      reminder_id: row.reminderId,
      invoice_id: row.invoiceId,
      contact_id: row.contactId,
      kind: row.kind,
      level: BigInt(row.level),
      amount_minor: row.amount.minor,
      currency: row.amount.currency,
      law: row.law,
      from_on: row.period?.from ?? null,
      to_on: row.period?.to ?? null,
      rates: JSON.stringify(row.rates),
      charged_on: context.today,
      reason: row.reason,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
  context.emit('reminder.fee-charged', { feeId: row.id })
}

/** Fees as they stand, oldest first: of invoices, of a customer, of one reminder, or one. */
export async function selectFees(
  context: Place,
  by: { invoiceIds: readonly string[] } | { contactId: ContactId } | { reminderId: string } | { id: string },
): Promise<ReminderFee[]> {
  let query = tables(context.database).selectFrom('reminder_fees as fee').selectAll('fee').where('fee.company_id', '=', context.company.id)
  if ('invoiceIds' in by) query = query.where('fee.invoice_id', 'in', by.invoiceIds.length > 0 ? [...by.invoiceIds] : [''])
  else if ('contactId' in by) query = query.where('fee.contact_id', '=', by.contactId)
  else if ('reminderId' in by) query = query.where('fee.reminder_id', '=', by.reminderId)
  else query = query.where('fee.fee_id', '=', by.id)
  const rows = await query.orderBy('fee.id').execute()
  if (rows.length === 0) return []
  const feeIds = rows.flatMap((row) => (row.id === row.fee_id ? [row.id] : []))
  const settled = await tables(context.database)
    .selectFrom('reminder_fee_settlements')
    .select(['fee_id', 'amount_minor'])
    .where('company_id', '=', context.company.id)
    .where('fee_id', 'in', feeIds)
    .execute()
  const sumOf = (each: readonly { amount_minor: bigint }[]) => each.reduce((total, row) => total + row.amount_minor, 0n)
  return rows
    .filter((row) => row.id === row.fee_id)
    .map((row) => {
      const standing = sumOf(rows.filter((each) => each.fee_id === row.id))
      const paid = sumOf(settled.filter((each) => each.fee_id === row.id))
      return feeOf(row, { waived: row.amount_minor - standing, open: standing - paid })
    })
}

function feeOf(row: ClaimTables['reminder_fees'], now: { waived: bigint; open: bigint }): ReminderFee {
  return {
    id: row.id as FeeId,
    reminderId: row.reminder_id,
    invoiceId: row.invoice_id as InvoiceId,
    contactId: row.contact_id as ContactId,
    kind: row.kind,
    level: Number(row.level) as ReminderLevel,
    amount: money(row.amount_minor, row.currency),
    law: row.law,
    period: row.from_on && row.to_on ? { from: row.from_on as Day, to: row.to_on as Day } : null,
    rates: JSON.parse(row.rates) as AppliedRate[],
    on: row.charged_on as Day,
    waived: money(now.waived, row.currency),
    open: money(now.open, row.currency),
  }
}

/** What each fee has open; those of which nothing is are left out. */
export async function feesOpen(context: Place): Promise<{ id: string; invoiceId: InvoiceId; open: Money }[]> {
  const company = context.company.id
  const { rows } = await sql<{ id: string; invoice_id: string; currency: string; minor: bigint }>`
    select * from (
      select f.id as id, f.invoice_id as invoice_id, f.currency as currency, cast(
        (select coalesce(sum(g.amount_minor), 0) from reminder_fees g where g.company_id = f.company_id and g.fee_id = f.id)
        - (select coalesce(sum(s.amount_minor), 0) from reminder_fee_settlements s where s.company_id = f.company_id and s.fee_id = f.id) as bigint) as minor
      from reminder_fees f where f.company_id = ${company} and f.id = f.fee_id
    ) standing where minor <> 0`.execute(context.database)
  return rows.map((row) => ({ id: row.id, invoiceId: row.invoice_id as InvoiceId, open: money(BigInt(row.minor), row.currency) }))
}

export interface FeeSettlement {
  readonly id: string
  readonly creditId: string
  readonly feeId: FeeId
  readonly contactId: ContactId
  readonly amount: Money
}

/** A part of a credit pays a fee; with `reversesId` and a negative amount the undoing of one. Tells `reminder.fee-settled`. */
export async function insertFeeSettlement(context: Context, settlement: Omit<FeeSettlement, 'id'> & { on: Day; reversesId?: string }): Promise<void> {
  const id = newId<'fee-settlement'>()
  await tables(context.database)
    .insertInto('reminder_fee_settlements')
    .values({
      company_id: context.company.id,
      id,
      credit_id: settlement.creditId,
      fee_id: settlement.feeId,
      contact_id: settlement.contactId,
      amount_minor: settlement.amount.minor,
      currency: settlement.amount.currency,
      settled_on: settlement.on,
      reverses_id: settlement.reversesId ?? null,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
  context.emit('reminder.fee-settled', { settlementId: id })
}

/** What of a credit went onto fees and stands. */
export async function standingFeeSettlements(context: Place, creditId: string): Promise<FeeSettlement[]> {
  const rows = await tables(context.database)
    .selectFrom('reminder_fee_settlements as fact')
    .leftJoin('reminder_fee_settlements as undoing', (join) =>
      join.onRef('undoing.company_id', '=', 'fact.company_id').onRef('undoing.reverses_id', '=', 'fact.id'),
    )
    .selectAll('fact')
    .where('fact.company_id', '=', context.company.id)
    .where('fact.credit_id', '=', creditId)
    .where('fact.reverses_id', 'is', null)
    .where('undoing.id', 'is', null)
    .orderBy('fact.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    creditId: row.credit_id,
    feeId: row.fee_id as FeeId,
    contactId: row.contact_id as ContactId,
    amount: money(row.amount_minor, row.currency),
  }))
}
