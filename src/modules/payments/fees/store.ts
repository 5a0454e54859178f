import { newId, type Id, type PaymentId } from '../../../kernel/id.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'

type FeeTables = {
  payment_fees: {
    company_id: string
    id: string
    payment_id: string
    amount_minor: bigint
    currency: string
    kind: 'bank' | 'provider'
    recorded_at: string
    recorded_by: string
  }
}

export interface PaymentFee {
  readonly id: Id<'payment-fee'>
  readonly paymentId: PaymentId
  readonly amount: Money
  readonly kind: 'bank' | 'provider'
}

/**
 * What a bank or a payment provider kept of a payment before it arrived: the payment is what the customer paid, and
 * payment less fee is what came in. Tells `payment.fee`. A removed payment takes its fees with it.
 */
export async function recordFee(context: Context, fee: Omit<PaymentFee, 'id'>): Promise<Id<'payment-fee'>> {
  const id = newId<'payment-fee'>()
  await context.database
    .withTables<FeeTables>()
    .insertInto('payment_fees')
    .values({
      company_id: context.company.id,
      id,
      payment_id: fee.paymentId,
      amount_minor: fee.amount.minor,
      currency: fee.amount.currency,
      kind: fee.kind,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
  context.emit('payment.fee', { feeId: id, paymentId: fee.paymentId })
  return id
}

/** The fees of payments, of removed ones too. */
export async function feesOf(context: Pick<Context, 'database' | 'company'>, paymentIds: readonly string[]): Promise<PaymentFee[]> {
  if (paymentIds.length === 0) return []
  const rows = await context.database
    .withTables<FeeTables>()
    .selectFrom('payment_fees')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('payment_id', 'in', [...paymentIds])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'payment-fee'>,
    paymentId: row.payment_id as PaymentId,
    amount: money(row.amount_minor, row.currency),
    kind: row.kind,
  }))
}
