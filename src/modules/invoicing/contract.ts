import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { currencySchema, daySchema, emailSchema, idSchema, languageSchema, lineSchema, moneySchema, noteSchema, quantitySchema } from '../../kernel/schema.ts'
import { monthEndOperations } from './contract-month-end.ts'
import { documentFormats } from './formats.ts'
import { chargeSchema, draftTermsSchema, invoiceRowSchema, invoiceSchema, lineInputSchema, recipientSchema } from './schemas.ts'

const contactId = idSchema<'contact'>()
const agreementId = idSchema<'agreement'>()
const invoiceId = idSchema<'invoice'>()
const lineId = idSchema<'invoice-line'>()
const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const
const done = z.object({ id: invoiceId })
const issued = z.object({ id: invoiceId, number: z.string(), gross: moneySchema })

export const invoicingContract = contract('invoicing', {
  list: operation({
    summary: 'List invoices and credit notes by what is open, overdue, paid or a draft; latest first, open ones by due date.',
    effect: 'read',
    roles: everyone,
    route: 'GET /invoices',
    input: z.object({
      filter: z.enum(['all', 'draft', 'open', 'overdue', 'paid']).default('all'),
      contactId: contactId.optional(),
      /** Part of the number or of the customer's name. */
      search: z.string().trim().max(100).optional(),
      /** `next` of the page before. */
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      invoices: z.array(invoiceRowSchema),
      next: z.string().nullable(),
      counts: z.object({ draft: z.number().int(), open: z.number().int(), overdue: z.number().int() }),
      open: z.array(moneySchema),
    }),
    tool: true,
  }),
  read: operation({
    summary: 'Read an invoice or credit note with its lines, sums and what has happened to it.',
    effect: 'read',
    roles: everyone,
    route: 'GET /invoices/{invoiceId}',
    input: z.object({ invoiceId }),
    output: invoiceSchema,
    tool: true,
  }),
  pdf: operation({
    summary: 'The invoice or credit note as a PDF file; of a draft its preview.',
    effect: 'read',
    roles: [...everyone, 'customer'],
    route: 'GET /invoices/{invoiceId}/pdf',
    input: z.object({ invoiceId }),
    output: z.object({ fileName: z.string(), contentType: z.string(), content: z.string().meta({ description: 'Base64' }) }),
  }),
  'e-invoice': operation({
    summary: 'An issued document as a file in a format: XRechnung, Peppol, UBL, CII, Factur-X; left out, the one it was issued in.',
    effect: 'read',
    roles: [...everyone, 'customer'],
    route: 'GET /invoices/{invoiceId}/e-invoice',
    input: z.object({ invoiceId, format: z.enum(documentFormats).optional() }),
    output: z.object({ fileName: z.string(), contentType: z.string(), content: z.string().meta({ description: 'Base64' }) }),
  }),
  findings: operation({
    summary: 'What stands in the way of sending a document in the format its customer takes, and the formats an issued one can be had in.',
    effect: 'read',
    roles: everyone,
    route: 'GET /invoices/{invoiceId}/findings',
    input: z.object({ invoiceId, language: languageSchema.optional() }),
    output: z.object({
      format: z.enum(documentFormats),
      formats: z.array(z.enum(documentFormats)),
      findings: z.array(
        z.object({
          /** As its standard names it: "BR-DE-15". */
          rule: z.string(),
          severity: z.enum(['fatal', 'warning', 'information']),
          says: z.string(),
          /** The page of the office where it is mended. */
          to: z.string().nullable(),
        }),
      ),
    }),
  }),
  preview: operation({
    summary: 'Show an invoice as the customer sees it, as HTML.',
    effect: 'read',
    roles: everyone,
    route: 'GET /invoices/{invoiceId}/preview',
    input: z.object({ invoiceId }),
    output: z.object({ html: z.string() }),
  }),
  unbilled: operation({
    summary: 'List everything that can be invoiced and is not yet, by customer.',
    effect: 'read',
    roles: everyone,
    route: 'GET /unbilled',
    input: z.object({ contactId: contactId.optional() }),
    output: z.object({
      customers: z.array(
        z.object({
          contactId,
          contactName: z.string(),
          amount: moneySchema,
          since: daySchema,
          latest: daySchema,
          charges: z.array(chargeSchema),
        }),
      ),
      /** Delivered work for which nobody has named a price. */
      unpriced: z.array(z.object({ deliveryId: z.string(), units: quantitySchema })),
    }),
    tool: true,
  }),
  'create-draft': operation({
    summary: 'Draft an invoice: from all unbilled work of a customer, from chosen charges, or from free lines.',
    effect: 'write',
    roles: members,
    route: 'POST /invoices',
    input: z.object({
      contactId,
      agreementId: agreementId.optional(),
      /** Identities of unbilled charges; left out with no lines: all of the customer, or of the agreement. */
      charges: z.array(z.string().max(400)).max(500).optional(),
      lines: z.array(lineInputSchema).max(500).default([]),
      currency: currencySchema.optional(),
      isTaxIncluded: z.boolean().optional(),
      note: noteSchema(5000).nullable().default(null),
      daysToPay: z.number().int().min(0).max(365).optional(),
      ...draftTermsSchema.partial().shape,
    }),
    output: done,
    tool: true,
    command: true,
  }),
  'change-draft': operation({
    summary: 'Change a draft: its note, its days to pay, its references, allowances and charges, its lines.',
    effect: 'write',
    roles: members,
    route: 'PATCH /invoices/{invoiceId}',
    input: z.object({
      invoiceId,
      note: noteSchema(5000).nullable().optional(),
      daysToPay: z.number().int().min(0).max(365).optional(),
      /** All lines in their order; a line that is left out is removed, and its charge is unbilled again. */
      lines: z.array(lineInputSchema).max(500).optional(),
      ...draftTermsSchema.partial().shape,
    }),
    output: done,
  }),
  'delete-draft': operation({
    summary: 'Delete a draft; its charges are unbilled again.',
    effect: 'write',
    roles: members,
    route: 'DELETE /invoices/{invoiceId}',
    input: z.object({ invoiceId }),
    output: done,
  }),
  issue: operation({
    summary: 'Issue a draft: it takes its number and never changes again. Sends it by e-mail when asked.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /invoices/{invoiceId}/issue',
    input: z.object({ invoiceId, send: z.boolean().default(false) }),
    output: issued,
    tool: true,
  }),
  'bill-customer': operation({
    summary: 'Invoice all unbilled work of a customer, issued and sent.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /customers/{contactId}/bill',
    input: z.object({ contactId, agreementId: agreementId.optional(), send: z.boolean().default(true) }),
    output: z.object({ invoices: z.array(issued) }),
    tool: true,
    command: true,
  }),
  send: operation({
    summary: 'Send an issued invoice or credit note by e-mail, with its PDF.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /invoices/{invoiceId}/send',
    input: z.object({ invoiceId, to: emailSchema.optional(), message: noteSchema(5000).optional() }),
    output: done,
    tool: true,
  }),
  'mark-seen': operation({
    summary: 'Note that the customer has looked at the invoice.',
    effect: 'write',
    roles: ['customer'],
    route: 'POST /invoices/{invoiceId}/seen',
    input: z.object({ invoiceId }),
    output: done,
  }),
  credit: operation({
    summary: 'Correct an issued invoice by a credit note, whole, by line or by units of a line; each cause is unbilled again or written off.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /invoices/{invoiceId}/credit',
    input: z.object({
      invoiceId,
      reason: lineSchema(500),
      effect: z.enum(['unbilled_again', 'written_off']).default('unbilled_again'),
      /** Left out: all that is not credited yet, with `effect`. */
      lines: z
        .array(
          z.object({
            lineId,
            /** How many units of the line; left out: all that is left of it. */
            quantity: quantitySchema.optional(),
            effect: z.enum(['unbilled_again', 'written_off']).optional(),
          }),
        )
        .min(1)
        .max(500)
        .optional(),
      /** Whether a fee that is written off takes back the lessons or hours that it granted. */
      withdrawsGrants: z.boolean().default(true),
      send: z.boolean().default(false),
    }),
    output: issued,
  }),
  'write-off-charges': operation({
    summary: 'Decide not to bill unbilled work, with the reason.',
    effect: 'write',
    roles: members,
    route: 'POST /unbilled/write-off',
    input: z.object({ contactId, charges: z.array(z.string().max(400)).min(1).max(500), reason: lineSchema(500) }),
    output: z.object({ count: z.number().int() }),
  }),
  'open-invoice': operation({
    summary: 'Enter an open invoice from before, with its old number and what is still open of it.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /invoices/opening',
    input: z.object({
      contactId,
      number: lineSchema(50),
      issuedOn: daySchema,
      dueOn: daySchema,
      gross: moneySchema,
      open: moneySchema.optional(),
      note: noteSchema(5000).nullable().default(null),
    }),
    output: done,
  }),
  recipient: operation({
    summary: 'Read how a customer wants documents: format, references, electronic address.',
    effect: 'read',
    roles: everyone,
    route: 'GET /contacts/{contactId}/invoice-settings',
    input: z.object({ contactId }),
    output: recipientSchema.extend({ contactId }),
  }),
  'set-recipient': operation({
    summary: 'Set how a customer wants documents. What is left out stays as it is.',
    effect: 'write',
    roles: members,
    route: 'PATCH /contacts/{contactId}/invoice-settings',
    input: recipientSchema.partial().extend({ contactId }),
    output: z.object({ contactId }),
  }),
  ...monthEndOperations,
  'bill-due': operation({
    summary: 'Draft, or issue where the autopilot may, what agreements make due today. Runs daily.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /invoices/bill-due',
    input: z.object({}),
    output: z.object({ drafted: z.array(invoiceId), issued: z.array(invoiceId) }),
  }),
})
