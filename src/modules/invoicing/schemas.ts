import { z } from 'zod'
import {
  currencySchema,
  daySchema,
  idSchema,
  instantSchema,
  languageSchema,
  lineSchema,
  moneySchema,
  noteSchema,
  percentSchema,
  quantitySchema,
} from '../../kernel/schema.ts'
import { taxCategorySchema, unitSchema } from '../offer/terms.ts'
import { chargeKinds } from './charge.ts'
import { documentTypeCodes, invoicePurposes } from './document-parts.ts'
import { documentFormats } from './formats.ts'
import { invoiceKinds, invoiceStatuses } from './invoice.ts'

const contactId = idSchema<'contact'>()
const agreementId = idSchema<'agreement'>()
const invoiceId = idSchema<'invoice'>()
const lineId = idSchema<'invoice-line'>()
const periodSchema = z.object({ from: daySchema, to: daySchema })

/** A line as people write it. With the id of a line of the draft it changes that line and keeps its cause. */
export const lineInputSchema = z.object({
  id: lineId.optional(),
  name: lineSchema(),
  detail: noteSchema(5000).nullable().default(null),
  period: periodSchema.nullable().default(null),
  quantity: quantitySchema,
  unit: unitSchema.default('piece'),
  unitPrice: moneySchema,
  /** 60 for a price per hour of a quantity in minutes. */
  per: quantitySchema.optional(),
  discount: z.object({ amount: moneySchema, reason: lineSchema() }).nullable().default(null),
  taxCategory: taxCategorySchema.default('standard'),
  isGoods: z.boolean().default(false),
  /** A remark on this line alone (EN 16931 BT-127). */
  note: noteSchema(1000).nullable().optional(),
})

/** Off or onto the whole document, with its reason. The amount is positive, with tax where prices include it. */
export const adjustmentSchema = z.object({
  kind: z.enum(['allowance', 'charge']),
  amount: moneySchema.refine((amount) => amount.minor > 0n, { error: 'amount_not_positive' }),
  reason: lineSchema(),
  /** UNTDID 5189 of an allowance (95 discount), 7161 of a charge (FC freight). */
  reasonCode: z
    .string()
    .regex(/^[0-9A-Z]{1,3}$/, { error: 'code_malformed' })
    .nullable()
    .default(null),
  taxCategory: taxCategorySchema.default('standard'),
})

const reference = lineSchema(100).nullable()

/** What a draft says beside its lines; a reference that is null is taken from the customer's settings. */
export const draftTermsSchema = z.object({
  purpose: z.enum(invoicePurposes),
  buyerReference: reference,
  orderReference: reference,
  contractReference: reference,
  projectReference: reference,
  adjustments: z.array(adjustmentSchema).max(20),
  /** Issued advances of the customer that it takes off. */
  deducts: z.array(invoiceId).max(50),
})

/** A code of the EAS list with an identifier: "0204" a Leitweg-ID, "0088" a GLN, "EM" an e-mail address. */
export const electronicAddressSchema = z.object({
  scheme: z.string().regex(/^([0-9]{4}|EM)$/, { error: 'scheme_malformed' }),
  id: lineSchema(100),
})

/** How a customer wants documents. */
export const recipientSchema = z.object({
  format: z.enum(['automatic', ...documentFormats]),
  /** What is asked for as the buyer's reference (BT-10); of a German public body its Leitweg-ID. */
  buyerReference: reference,
  electronicAddress: electronicAddressSchema.nullable(),
  /** The number in the commercial register (BT-47). */
  legalRegistration: reference,
  isPublicBody: z.boolean(),
  orderReference: reference,
  contractReference: reference,
})

const taxGroupSchema = z.object({
  code: z.string(),
  rate: percentSchema,
  reason: z.string().nullable(),
  exemptionCode: z.string().nullable(),
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
})

export const documentedLineSchema = z.object({
  id: lineId,
  name: z.string(),
  detail: z.string().nullable(),
  period: periodSchema.nullable(),
  quantity: quantitySchema,
  unit: unitSchema,
  unitPrice: moneySchema,
  per: quantitySchema,
  discount: z.object({ amount: moneySchema, reason: z.string() }).nullable(),
  amount: moneySchema,
  taxCategory: taxCategorySchema,
  isGoods: z.boolean(),
  taxCode: z.enum(['S', 'Z', 'E', 'AE', 'K', 'G', 'O']),
  taxRate: percentSchema,
  taxReason: z.string().nullable(),
  exemptionCode: z.string().nullable(),
  note: z.string().nullable(),
})

/** One row of a list of invoices. `open` is null on a draft and on a credit note. */
export const invoiceRowSchema = z.object({
  id: invoiceId,
  kind: z.enum(invoiceKinds),
  status: z.enum(invoiceStatuses),
  number: z.string().nullable(),
  contactId,
  contactName: z.string(),
  listedOn: daySchema,
  nextDueOn: daySchema.nullable(),
  gross: moneySchema,
  open: moneySchema.nullable(),
  sentAt: instantSchema.nullable(),
  seenAt: instantSchema.nullable(),
})

export const invoiceSchema = z.object({
  id: invoiceId,
  kind: z.enum(invoiceKinds),
  state: z.enum(['draft', 'issued']),
  status: z.enum(invoiceStatuses),
  number: z.string().nullable(),
  contactId,
  contactName: z.string(),
  contactEmail: z.string().nullable(),
  agreementId: agreementId.nullable(),
  language: languageSchema,
  currency: currencySchema,
  isTaxIncluded: z.boolean(),
  issuedOn: daySchema.nullable(),
  note: z.string().nullable(),
  daysToPay: z.number().int(),
  lines: z.array(
    documentedLineSchema.extend({
      agreementId: agreementId.nullable(),
      isCharge: z.boolean(),
      creditsLineId: lineId.nullable(),
      /** Nothing of it is left. */
      isCredited: z.boolean(),
      creditedQuantity: quantitySchema,
    }),
  ),
  totals: z.object({
    lines: moneySchema,
    net: moneySchema,
    tax: moneySchema,
    gross: moneySchema,
    groups: z.array(taxGroupSchema),
  }),
  dues: z.array(z.object({ on: daySchema, amount: moneySchema })),
  open: moneySchema.nullable(),
  nextDueOn: daySchema.nullable(),
  settledOn: daySchema.nullable(),
  sentAt: instantSchema.nullable(),
  seenAt: instantSchema.nullable(),
  corrects: z.object({ id: invoiceId, number: z.string() }).nullable(),
  creditNotes: z.array(z.object({ id: invoiceId, number: z.string(), gross: moneySchema })),
  settlements: z.array(z.object({ kind: z.string(), sourceId: z.string(), amount: moneySchema, on: daySchema })),
  reason: z.string().nullable(),
  hash: z.string().nullable(),
  purpose: z.enum(invoicePurposes),
  typeCode: z.enum(documentTypeCodes),
  format: z.enum(documentFormats),
  /** As the document says them: its own, or else those of the customer's settings. */
  buyerReference: z.string().nullable(),
  orderReference: z.string().nullable(),
  contractReference: z.string().nullable(),
  projectReference: z.string().nullable(),
  adjustments: z.array(adjustmentSchema.extend({ taxCode: z.string(), taxRate: percentSchema })),
  /** The advances that its totals deduct. */
  prepaid: z
    .object({ advances: z.array(z.object({ id: invoiceId, number: z.string(), issuedOn: daySchema, gross: moneySchema })), gross: moneySchema })
    .nullable(),
  paymentReference: z.object({ kind: z.enum(['qr', 'scor', 'none']), text: z.string() }),
})

export const chargeSchema = z.object({
  identity: z.string(),
  kind: z.enum(chargeKinds),
  agreementId: agreementId.nullable(),
  contactId,
  period: periodSchema,
  dueOn: daySchema,
  name: z.string(),
  detail: z.string().nullable(),
  quantity: quantitySchema,
  unit: unitSchema,
  unitPrice: moneySchema,
  per: quantitySchema,
  amount: moneySchema,
  isTaxIncluded: z.boolean(),
})
