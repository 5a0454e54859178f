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
    groups: z.array(
      z.object({
        code: z.string(),
        rate: percentSchema,
        reason: z.string().nullable(),
        net: moneySchema,
        tax: moneySchema,
        gross: moneySchema,
      }),
    ),
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
