import { z } from 'zod'
import { operation } from '../../../../kernel/operation.ts'
import { daySchema, idSchema, lineSchema, moneySchema, percentSchema } from '../../../../kernel/schema.ts'

const contactId = idSchema<'contact'>()
const invoiceId = idSchema<'invoice'>()
const feeId = idSchema<'reminder-fee'>()
const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const
const level = z.union([z.literal(1), z.literal(2), z.literal(3)])

/** What is taken with reminders; fees in the company's currency. */
export const reminderTermsSchema = z.object({
  chargesFees: z.boolean(),
  chargesInterest: z.boolean(),
  fromLevel: level,
  /** The terms that customers agreed to name fees and interest. */
  isAgreed: z.boolean(),
  /** A year, as agreed; null: what the law says. */
  agreedRate: percentSchema.nullable(),
  first: moneySchema,
  second: moneySchema,
  third: moneySchema,
})

export const chargeSchema = z.object({
  kind: z.enum(['lump_sum', 'fee', 'interest']),
  amount: moneySchema,
  /** The article that allows it; null: as agreed. */
  law: z.string().nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** Yearly, with the days from which they hold. */
  rates: z.array(z.object({ from: daySchema, rate: percentSchema })),
})

export const reminderFeeSchema = chargeSchema.extend({
  id: feeId,
  invoiceId,
  number: z.string(),
  contactId,
  level: z.number().int(),
  on: daySchema,
  waived: moneySchema,
  open: moneySchema,
})

export const claimOperations = {
  'set-reminder-terms': operation({
    summary: 'Set what is taken with reminders beyond the invoice: fees, interest, from which level, and what was agreed.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /reminders/terms',
    input: reminderTermsSchema,
    output: reminderTermsSchema,
  }),
  'reminder-fees': operation({
    summary: 'List what was taken with reminders of an invoice or of a customer, and what of it is open.',
    effect: 'read',
    roles: everyone,
    route: 'GET /reminder-fees',
    input: z.object({ contactId: contactId.optional(), invoiceId: invoiceId.optional() }),
    output: z.object({ fees: z.array(reminderFeeSchema) }),
  }),
  'waive-reminder-fee': operation({
    summary: 'Give up what is open of a fee or of interest, with the reason.',
    effect: 'write',
    roles: members,
    route: 'POST /reminder-fees/{feeId}/waive',
    input: z.object({ feeId, reason: lineSchema(500).optional() }),
    output: z.object({ id: feeId }),
  }),
  'restore-reminder-fee': operation({
    summary: 'Take back that a fee or interest was given up: it is open again.',
    effect: 'write',
    roles: members,
    route: 'POST /reminder-fees/{feeId}/restore',
    input: z.object({ feeId }),
    output: z.object({ id: feeId }),
  }),
}
