import type { Day } from '../../kernel/day.ts'
import type { InvoiceId } from '../../kernel/id.ts'
import { money, subtract, type Money } from '../../kernel/money.ts'
import type { Context } from '../../platform/operation/context.ts'
import { settlementOf, type Settlement } from './balance.ts'
import { payableInvoices, type PayableInvoice } from './invoices.ts'
import { coveredOf } from './received/store.ts'

/** How far each invoice is settled, with its due parts; invoices that do not exist are left out. */
export async function settlementsOf(context: Context, invoiceIds: readonly InvoiceId[]): Promise<Map<InvoiceId, Settlement>> {
  const invoices = await payableInvoices(context, { ids: [...new Set(invoiceIds)] })
  const covered = await coveredOf(
    context,
    invoices.map((invoice) => invoice.id),
  )
  return new Map(
    invoices.map((invoice) => {
      const writtenOff = money(covered.get(invoice.id)?.writtenOffMinor ?? 0n, invoice.currency)
      return [invoice.id, settlementOfInvoice(invoice, { writtenOff, today: context.today })]
    }),
  )
}

/** The settlement by what the invoice says is open: credit notes that settle it are counted there. */
export function settlementOfInvoice(invoice: PayableInvoice, options: { writtenOff?: Money; today: Day }): Settlement {
  const writtenOff = options.writtenOff ?? money(0n, invoice.currency)
  const settled = subtract(subtract(invoice.total, invoice.open), writtenOff)
  return settlementOf({ total: invoice.total, dueDates: invoice.dues, settled, writtenOff, today: options.today })
}

export function overdueOf(invoice: PayableInvoice, today: Day): Money {
  return settlementOfInvoice(invoice, { today }).overdue
}
