import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { tables } from './tables.ts'

/** After two contacts became one: the costs of both as payee, and those passed on to both, are of one. */
export async function moveToContact(context: Context, options: { from: ContactId; to: ContactId }): Promise<void> {
  for (const table of ['expenses', 'expense_revisions'] as const) {
    await tables(context.database)
      .updateTable(table)
      .set({ contact_id: options.to })
      .where('company_id', '=', context.company.id)
      .where('contact_id', '=', options.from)
      .execute()
  }
}
