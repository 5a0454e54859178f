import { add, isPositive, subtract, sum, type Money } from '../../../kernel/money.ts'
import type { ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices } from '../invoices.ts'
import { creditsLeft } from '../ledger/store.ts'
import { customerSums } from '../received/store.ts'
import { overdueOf } from '../settlements.ts'
import { selectFees } from '../reminding/claims/store.ts'
import { pausedUntil } from '../reminding/store.ts'

export const customerBalance = implement(paymentsContract['payments.balance'], (context, { contactId }) => balanceOfCustomer(context, contactId))

/** What a customer owes and has as credit, per currency, with the sums of the balance rule. */
export async function balanceOfCustomer(context: Context, contactId: ContactId) {
  const open = (await payableInvoices(context, { contactId })).filter((invoice) => isPositive(invoice.open))
  const credits = await creditsLeft(context, contactId)
  const sums = await customerSums(context, contactId)
  const allFees = await selectFees(context, { contactId })
  const currencies = new Set([
    ...open.map((invoice) => invoice.currency),
    ...allFees.map((fee) => fee.amount.currency),
    ...credits.map((credit) => credit.left.currency),
    ...sums.currencies,
  ])
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
      const ofFees = allFees.filter((fee) => fee.amount.currency === currency)
      const total = (values: readonly Money[]) => sum(values, currency)
      const fees = total(ofFees.map((fee) => subtract(fee.amount, fee.waived)))
      const feesOpen = total(ofFees.map((fee) => fee.open))
      const balance = subtract(add(openSum, feesOpen), credit)
      const [paid, refunded, writtenOff] = [sums.paid(currency), sums.refunded(currency), sums.writtenOff(currency)]
      return {
        currency,
        // The balance rule of the house, read from its other end.
        invoiced: subtract(add(subtract(add(balance, paid), refunded), writtenOff), fees),
        fees,
        feesOpen,
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
