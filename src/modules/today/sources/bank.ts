import type { Context } from '../../../platform/operation/context.ts'
import { contactNames } from '../../contacts/index.ts'
import { bankWaiting } from '../../payments/index.ts'
import type { Move } from '../move.ts'
import { paymentUnmatchedMove } from '../moves/payment-unmatched.ts'

const transactionsMax = 30

export async function bankMoves(context: Context): Promise<Move[]> {
  const waiting = await bankWaiting(context, { limit: transactionsMax })
  const names = await contactNames(
    context,
    waiting.flatMap(({ proposal }) => proposal?.contactId ?? []),
  )
  return waiting.map(({ transaction, proposal }) =>
    paymentUnmatchedMove(
      {
        transactionId: transaction.id,
        amount: transaction.amount,
        payerName: transaction.counterpartyName ?? transaction.remittance.slice(0, 60),
        on: transaction.bookedOn,
        proposal: proposal
          ? {
              contactId: proposal.contactId,
              contactName: names.get(proposal.contactId) ?? '',
              number: proposal.invoices.map((invoice) => invoice.number).join(', '),
            }
          : null,
      },
      context.today,
    ),
  )
}
