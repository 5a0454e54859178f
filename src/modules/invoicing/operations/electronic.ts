import { fail, notFound } from '../../../kernel/failure.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import { implement } from '../../../platform/operation/module.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { invoicingContract } from '../contract.ts'
import { composeDraft } from '../drafting.ts'
import { fatalFindings, fileStem, findingsOf, formatsFor } from '../e-invoice/electronic.ts'
import { fieldOf, inWords } from '../e-invoice/words.ts'
import { electronicFileFor, invoicePdf, setPdf } from '../pdf-of.ts'
import { findInvoice, type InvoiceHead } from '../store.ts'

/** A document in a format; left out, in the one it was issued in. Fails with `invoice_not_issued`, `format_not_fitting`. */
export const eInvoice = implement(invoicingContract['invoicing.e-invoice'], async (context, input) => {
  const head = await readable(context, input.invoiceId)
  const document = head.document ?? fail('invoice_not_issued')
  const format = input.format ?? document.format
  if (format === 'pdf') return pdfFile(await invoicePdf(context, head.id))
  const [broken] = format === document.format ? [] : fatalFindings(document, format)
  if (broken || document.kind === 'opening') fail('format_not_fitting', { rule: broken?.rule ?? '' })
  if (format === 'facturx') {
    const kept = document.format === 'facturx' ? await invoicePdf(context, head.id) : undefined
    return pdfFile(kept ?? { fileName: `${fileStem(head.number)}.facturx.pdf`, bytes: await setPdf(context.files, document, { isFacturX: true }) })
  }
  const { bytes, fileName, contentType } = await electronicFileFor(context, head.id, document, format)
  return { fileName, contentType, content: Buffer.from(bytes).toString('base64') }
})

/** What stands in the way of sending a document in its format, and the formats that an issued one can be had in. */
export const findings = implement(invoicingContract['invoicing.findings'], async (context, input) => {
  const head = await findInvoice(context, input.invoiceId)
  const document = head.document ?? (await composeDraft(context, head)).document
  const language = input.language ?? context.company.language
  return {
    format: document.format,
    formats: head.document ? formatsFor(head.document) : [],
    findings: findingsOf(document, document.format).map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      says: inWords(finding, language),
      to: fieldOf(finding, { contactId: head.contactId, invoiceId: head.state === 'draft' ? head.id : undefined }),
    })),
  }
})

async function readable(context: Context, id: InvoiceId): Promise<InvoiceHead> {
  const head = await findInvoice(context, id)
  if (context.actor.kind === 'customer' && (head.contactId !== context.actor.contactId || head.state !== 'issued')) notFound('invoice')
  return head
}

function pdfFile({ fileName, bytes }: { fileName: string; bytes: Uint8Array }) {
  return { fileName, contentType: 'application/pdf', content: Buffer.from(bytes).toString('base64') }
}
