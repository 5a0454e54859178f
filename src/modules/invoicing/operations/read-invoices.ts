import { notFound } from '../../../kernel/failure.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import { implement } from '../../../platform/operation/module.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { contactNames } from '../../contacts/index.ts'
import { byCustomer, unbilledOf } from '../charges/unbilled.ts'
import { invoicingContract } from '../contract.ts'
import { documentHtml, documentStyle } from '../html/document-html.ts'
import { countInvoices, selectInvoices } from '../list/store.ts'
import { invoicePdf, modelOf } from '../pdf-of.ts'
import { readInvoice } from '../reading.ts'
import { findInvoice } from '../store.ts'

export const listInvoices = implement(invoicingContract['invoicing.list'], async (context, input) => {
  const { rows, next } = await selectInvoices(context, input)
  const { counts, open } = await countInvoices(context)
  return { invoices: rows, next, counts, open }
})

export const readOneInvoice = implement(invoicingContract['invoicing.read'], (context, input) => readInvoice(context, input.invoiceId))

export const pdfOfInvoice = implement(invoicingContract['invoicing.pdf'], async (context, input) => {
  await ensureMayRead(context, input.invoiceId)
  const { fileName, bytes } = await invoicePdf(context, input.invoiceId)
  return { fileName, contentType: 'application/pdf', content: Buffer.from(bytes).toString('base64') }
})

export const previewInvoice = implement(invoicingContract['invoicing.preview'], async (context, input) => {
  const model = await modelOf(context, input.invoiceId)
  // The page around it has the say over its accent, light and dark; alone it wears the company's.
  const style = documentStyle.replaceAll('var(--accent,#1f5f8b)', `var(--accent,${model.accent})`)
  return { html: `<style>${style}</style>${String(await documentHtml(model))}` }
})

export const listUnbilled = implement(invoicingContract['invoicing.unbilled'], async (context, input) => {
  const { charges, unpriced } = await unbilledOf(context, input)
  const customers = byCustomer(charges)
  const names = await contactNames(
    context,
    customers.map((customer) => customer.contactId),
  )
  return {
    customers: customers.map((customer) => ({
      ...customer,
      contactName: names.get(customer.contactId) ?? '',
      charges: customer.charges.map((charge) => ({ ...charge, period: { ...charge.period } })),
    })),
    unpriced: unpriced.map((each) => ({ ...each })),
  }
})

/** The holder of a personal link sees only the own issued documents. */
async function ensureMayRead(context: Context, id: InvoiceId): Promise<void> {
  if (context.actor.kind !== 'customer') return
  const invoice = await findInvoice(context, id)
  if (invoice.contactId !== context.actor.contactId || invoice.state !== 'issued') notFound('invoice')
}
