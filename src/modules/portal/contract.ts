import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { daySchema, fileSchema, idSchema, instantSchema, languageSchema, lineSchema, moneySchema, noteSchema, zoneSchema } from '../../kernel/schema.ts'
import { invoiceKinds, invoiceStatuses } from '../invoicing/invoice.ts'

const contactId = idSchema<'contact'>()
const linkId = idSchema<'portal-link'>()
const members = ['owner', 'staff'] as const

export const portalContract = contract('portal', {
  'create-link': operation({
    summary: "Make a personal link to the customer's own page. It is shown once; only its hash is kept.",
    effect: 'write',
    roles: members,
    route: 'POST /contacts/{contactId}/links',
    input: z.object({ contactId }),
    output: z.object({ id: linkId, address: z.string() }),
  }),
  'revoke-link': operation({
    summary: 'Revoke a personal link, or all of a customer: the pages are closed at once.',
    effect: 'write',
    roles: members,
    route: 'POST /contacts/{contactId}/links/revoke',
    input: z.object({ contactId, linkId: linkId.optional() }),
    output: z.object({ count: z.number().int() }),
  }),
  links: operation({
    summary: 'List the personal links of a customer, without their secrets.',
    effect: 'read',
    roles: ['owner', 'staff', 'accountant'],
    route: 'GET /contacts/{contactId}/links',
    input: z.object({ contactId }),
    output: z.object({
      links: z.array(z.object({ id: linkId, createdAt: instantSchema, lastUsedAt: instantSchema.nullable(), revokedAt: instantSchema.nullable() })),
    }),
  }),
  'offer-pdf': operation({
    summary: "Read an offer as a PDF letter, in the customer's language.",
    effect: 'read',
    roles: ['owner', 'staff', 'accountant', 'customer'],
    route: 'GET /agreements/{agreementId}/letter',
    input: z.object({ agreementId: idSchema<'agreement'>() }),
    output: fileSchema,
  }),
  'mail-offer': operation({
    summary: 'Queue the mail that brings an offer, its reminder or new terms to the customer, with a link of their own.',
    effect: 'irreversible',
    roles: [],
    route: 'POST /agreements/{agreementId}/mail',
    input: z.object({
      agreementId: idSchema<'agreement'>(),
      kind: z.enum(['offer', 'offer-reminder', 'amendment']),
      /** The letter, by the hash of its bytes. */
      file: z.string().regex(/^[0-9a-f]{64}$/, { error: 'field_malformed' }),
      fileName: lineSchema(80),
    }),
    output: z.object({ id: idSchema<'message'>() }),
  }),
  view: operation({
    summary: "Read what the customer's own page shows of money and the company.",
    effect: 'read',
    roles: ['customer'],
    route: 'GET /portal/view',
    /** The whole of it is what the customer takes along; a page shows the latest. */
    input: z.object({ isWhole: z.boolean().default(false) }),
    output: z.object({
      contact: z.object({ id: contactId, name: z.string(), givenName: z.string(), language: languageSchema, zone: zoneSchema }),
      company: z.object({
        name: z.string(),
        country: z.string(),
        accent: z.string(),
        hasLogo: z.boolean(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        website: z.string().nullable(),
        /** A small business says nothing of tax. */
        isTaxed: z.boolean(),
      }),
      open: z.array(moneySchema),
      /** Whether a payment provider takes payments for the company. */
      paysOnline: z.boolean(),
      invoices: z.array(
        z.object({
          id: idSchema<'invoice'>(),
          kind: z.enum(invoiceKinds),
          status: z.enum(invoiceStatuses),
          number: z.string(),
          issuedOn: daySchema,
          dueOn: daySchema.nullable(),
          gross: moneySchema,
          open: moneySchema.nullable(),
        }),
      ),
      sessions: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          startsAt: instantSchema,
          endsAt: instantSchema,
          zone: zoneSchema,
          place: z.string(),
        }),
      ),
      messages: z.array(
        z.object({ id: idSchema<'message'>(), direction: z.enum(['in', 'out']), at: instantSchema, subject: z.string(), paragraphs: z.array(z.string()) }),
      ),
      today: daySchema,
    }),
  }),
  write: operation({
    summary: 'Write to the company from the own page.',
    effect: 'write',
    roles: ['customer'],
    route: 'POST /portal/messages',
    input: z.object({ text: noteSchema(5000).min(1, { error: 'text_missing' }) }),
    output: z.object({ id: idSchema<'message'>() }),
  }),
})
