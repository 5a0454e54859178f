import { add, isPositive, subtract, sum } from '../../../kernel/money.ts'
import type { ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices } from '../invoices.ts'
import { creditsLeft } from '../ledger/store.ts'
import { customerSums } from '../received/store.ts'
import { overdueOf } from '../settlements.ts'
import { pausedUntil } from '../reminding/store.ts'

export const customerBalance = implement(paymentsContract['payments.balance'], (context, { contactId }) => balanceOfCustomer(context, contactId))

/** What a customer owes and has as credit, per currency, with the sums of the balance rule. */
export async function balanceOfCustomer(context: Context, contactId: ContactId) {
  const open = (await payableInvoices(context, { contactId })).filter((invoice) => isPositive(invoice.open))
  const credits = await creditsLeft(context, contactId)
  const sums = await customerSums(context, contactId)
  const currencies = new Set([...open.map((invoice) => invoice.currency), ...credits.map((credit) => credit.left.currency), ...sums.currencies])
  return {
    balances: [...currencies].sort().map((currency) => {
      const ofCurrency = open.filter((invoice) => invoice.currency === currency)
      const openSum = sum(
        ofCurrency.map((invoice) => invoice.open),
        currency,
      )
      const credit = sum(
        credits.filter((each) => each.left.currency === currency).map((each) => each.left),
        currency,
      )
      const balance = subtract(openSum, credit)
      const [paid, refunded, writtenOff] = [sums.paid(currency), sums.refunded(currency), sums.writtenOff(currency)]
      return {
        currency,
        // The balance rule of the house, read from its other end.
        invoiced: add(subtract(add(balance, paid), refunded), writtenOff),
        paid,
        refunded,
        writtenOff,
        balance,
        open: openSum,
        overdue: sum(
          ofCurrency.map((invoice) => overdueOf(invoice, context.today)),
          currency,
        ),
        credit,
      }
    }),
    credits: credits.map((credit) => ({ id: credit.id, kind: credit.kind, on: credit.on, left: credit.left })),
    remindersPausedUntil: await pausedUntil(context, contactId),
  }
}
