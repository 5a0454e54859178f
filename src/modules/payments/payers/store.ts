import type { Day } from '../../../kernel/day.ts'
import type { BankTransactionId, ContactId } from '../../../kernel/id.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'

type PayerTables = {
  payer_names: {
    company_id: string
    bank_transaction_id: string
    contact_id: string
    name_key: string
    iban: string | null
    amount_minor: bigint
    currency: string
    paid_on: string
  }
}

const tables = (context: Pick<Context, 'database'>) => context.database.withTables<PayerTables>()

export interface LearntPayer {
  readonly contactId: ContactId
  /** The words of the name in one order; empty where no name was given. */
  readonly nameKey: string
  readonly iban: string | null
  readonly amount: Money
}

/** From a matched transaction: this name and this account pay for this customer, and so much. */
export async function learnPayer(context: Context, from: { transactionId: BankTransactionId; on: Day } & LearntPayer): Promise<void> {
  const values = {
    contact_id: from.contactId,
    name_key: from.nameKey,
    iban: from.iban,
    amount_minor: from.amount.minor,
    currency: from.amount.currency,
    paid_on: from.on,
  }
  await tables(context)
    .insertInto('payer_names')
    .values({ company_id: context.company.id, bank_transaction_id: from.transactionId, ...values })
    .onConflict((conflict) => conflict.columns(['company_id', 'bank_transaction_id']).doUpdateSet(values))
    .execute()
}

/** A match that is undone teaches nothing. */
export async function unlearnPayer(context: Context, transactionId: BankTransactionId): Promise<void> {
  await tables(context).deleteFrom('payer_names').where('company_id', '=', context.company.id).where('bank_transaction_id', '=', transactionId).execute()
}

/** What is known of these accounts and names. */
export async function learntPayers(context: Context, by: { ibans: readonly string[]; nameKeys: readonly string[] }): Promise<LearntPayer[]> {
  const found: LearntPayer[] = []
  for (const [column, values] of [['iban', by.ibans] as const, ['name_key', by.nameKeys] as const]) {
    for (let start = 0; start < values.length; start += 400) {
      const rows = await tables(context)
        .selectFrom('payer_names')
        .select(['contact_id', 'name_key', 'iban', 'amount_minor', 'currency'])
        .distinct()
        .where('company_id', '=', context.company.id)
        .where(column, 'in', values.slice(start, start + 400))
        .execute()
      for (const row of rows)
        found.push({ contactId: row.contact_id as ContactId, nameKey: row.name_key, iban: row.iban, amount: money(row.amount_minor, row.currency) })
    }
  }
  return found
}
