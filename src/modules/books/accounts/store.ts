import { newId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { tables } from '../tables.ts'
import type { AccountChoice } from './chart.ts'

/** What the company chose otherwise than its chart, in the order in which it chose. */
export async function accountChoices(context: Pick<Context, 'database' | 'company'>): Promise<AccountChoice[]> {
  return tables(context.database)
    .selectFrom('account_choices')
    .select(['kind', 'number', 'name'])
    .where('company_id', '=', context.company.id)
    .orderBy('id')
    .execute()
}

export async function insertAccountChoice(context: Context, choice: AccountChoice): Promise<void> {
  await tables(context.database)
    .insertInto('account_choices')
    .values({
      company_id: context.company.id,
      id: newId<'account-choice'>(),
      ...choice,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
}
