import type { ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { waitingInvoices } from '../../invoicing/index.ts'
import type { Move } from '../move.ts'
import { invoiceToSendMove } from '../moves/invoice-to-send.ts'

export async function waitingInvoiceMoves(context: Context, filter: { contactId?: ContactId | undefined }): Promise<Move[]> {
  return (await waitingInvoices(context, filter)).map((invoice) => invoiceToSendMove(invoice, context.today))
}
