import type { ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'

/** Every table of this module that says whose something is. */
const owned = [
  'customer_credits',
  'payments',
  'payment_allocations',
  'refunds',
  'write_offs',
  'reminders',
  'reminder_pauses',
  'reminder_fees',
  'reminder_fee_settlements',
  'direct_debit_mandates',
  'bank_transactions',
  'payer_names',
  'online_checkouts',
] as const

type OwnedTables = Record<(typeof owned)[number], { company_id: string; contact_id: string }>

/** After two contacts became one: the money of both is the money of one, and their bank account is known by it. */
export async function moveToContact(context: Context, options: { from: ContactId; to: ContactId }): Promise<void> {
  for (const table of owned) {
    await context.database
      .withTables<OwnedTables>()
      .updateTable(table)
      .set({ contact_id: options.to })
      .where('company_id', '=', context.company.id)
      .where('contact_id', '=', options.from)
      .execute()
  }
}
