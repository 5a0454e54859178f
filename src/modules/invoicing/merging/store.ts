import type { ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'

/** Every table of this module that says whose something is. */
const owned = ['invoices', 'invoice_lines', 'invoice_states', 'charge_write_offs', 'invoice_run_items'] as const

type OwnedTables = Record<(typeof owned)[number], { company_id: string; contact_id: string }>

/** After two contacts became one: drafts and issued documents, their lines, states and what was never billed. */
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
