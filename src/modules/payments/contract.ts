import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { currencySchema, daySchema, idSchema, lineSchema, moneySchema, noteSchema } from '../../kernel/schema.ts'
import { onlineOperations } from './online/contract.ts'
import { bankOperations } from './bank/contract.ts'
import { claimOperations } from './reminding/claims/contract.ts'
import { directDebitOperations } from './sepa/contract.ts'
import { statementOperations } from './statement/contract.ts'
import { reminderOperations } from './reminding/contract.ts'

const contactId = idSchema<'contact'>()
const invoiceId = idSchema<'invoice'>()
const paymentId = idSchema<'payment'>()

/** bank, by hand from the statement; cash; card; other. */
export const paymentMethods = ['bank', 'cash', 'card', 'other'] as const
/** online: by a payment provider, which recorded it by itself. */
export const knownMethods = [...paymentMethods, 'online'] as const
const allocationSchema = z.object({ invoiceId, amount: moneySchema })
const allocatedSchema = z.object({ id: idSchema<'allocation'>(), invoiceId, number: z.string(), amount: moneySchema })

export const paymentRowSchema = z.object({
  id: paymentId,
  contactId,
  contactName: z.string(),
  amount: moneySchema,
  on: daySchema,
  method: z.enum(knownMethods),
  note: z.string().nullable(),
  isFromBank: z.boolean(),
  isRemoved: z.boolean(),
  /** What is customer credit of it now. */
  left: moneySchema,
  allocations: z.array(allocatedSchema),
})

const balanceSchema = z.object({
  currency: currencySchema,
  /** Invoices less credit notes. */
  invoiced: moneySchema,
  paid: moneySchema,
  refunded: moneySchema,
  writtenOff: moneySchema,
  /** Taken with reminders, less what was waived; and what of it is open. */
  fees: moneySchema,
  feesOpen: moneySchema,
  /** invoiced + fees − paid + refunded − written off; negative: the customer has credit. */
  balance: moneySchema,
  /** Of invoices. */
  open: moneySchema,
  overdue: moneySchema,
  credit: moneySchema,
})

const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const

export const paymentsContract = contract('payments', {
  record: operation({
    summary: 'Record a payment: of an invoice (its open amount unless another is given) or of a customer, oldest invoice first.',
    effect: 'write',
    roles: members,
    route: 'POST /payments',
    input: z.object({
      invoiceId: invoiceId.optional(),
      contactId: contactId.optional(),
      amount: moneySchema.optional(),
      on: daySchema.optional(),
      method: z.enum(paymentMethods).default('bank'),
      note: noteSchema(1000).nullable().default(null),
      /** Which invoices, in this order, and how much of each; left out: the named one, or the oldest first. */
      allocations: z.array(allocationSchema).max(100).optional(),
    }),
    output: z.object({ id: paymentId, allocations: z.array(allocationSchema), rest: moneySchema }),
    tool: true,
    command: true,
  }),
  list: operation({
    summary: 'List payments, latest first, of all customers or of one.',
    effect: 'read',
    roles: everyone,
    route: 'GET /payments',
    input: z.object({ contactId: contactId.optional(), after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({ payments: z.array(paymentRowSchema), next: z.string().nullable() }),
  }),
  remove: operation({
    summary: 'Take back a payment that was recorded by mistake; its invoices are open again.',
    effect: 'write',
    roles: members,
    route: 'DELETE /payments/{paymentId}',
    input: z.object({ paymentId, reason: lineSchema(500).optional() }),
    output: z.object({ id: paymentId }),
  }),
  allocate: operation({
    summary: 'Put what is left of a payment or credit note onto invoices.',
    effect: 'write',
    roles: members,
    route: 'POST /credits/{creditId}/allocations',
    input: z.object({ creditId: z.string().max(64), allocations: z.array(allocationSchema).min(1).max(100) }),
    output: z.object({ left: moneySchema, ids: z.array(idSchema<'allocation'>()) }),
  }),
  'undo-allocation': operation({
    summary: 'Take an allocation back: the invoice is open again and the amount is customer credit.',
    effect: 'write',
    roles: members,
    route: 'POST /allocations/{allocationId}/undo',
    input: z.object({ allocationId: idSchema<'allocation'>() }),
    output: z.object({ id: idSchema<'allocation'>() }),
  }),
  'use-credit': operation({
    summary: 'Use the credit of a customer for open invoices: the named ones, or the oldest first.',
    effect: 'write',
    roles: members,
    route: 'POST /customers/{contactId}/use-credit',
    input: z.object({ contactId, invoiceIds: z.array(invoiceId).min(1).max(100).optional() }),
    output: z.object({ allocations: z.array(allocationSchema.extend({ id: idSchema<'allocation'>() })) }),
  }),
  refund: operation({
    summary: 'Record that credit was paid back to the customer, with the reason.',
    effect: 'write',
    roles: members,
    route: 'POST /customers/{contactId}/refunds',
    input: z.object({ contactId, amount: moneySchema, on: daySchema.optional(), reason: lineSchema(500) }),
    output: z.object({ ids: z.array(idSchema<'refund'>()) }),
  }),
  'write-off': operation({
    summary: 'Write off what is open of an invoice as a bad debt, whole or in part, with the reason.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /invoices/{invoiceId}/write-off',
    input: z.object({ invoiceId, amount: moneySchema.optional(), reason: lineSchema(500) }),
    output: z.object({ id: idSchema<'write-off'>() }),
  }),
  'undo-write-off': operation({
    summary: 'Take a write-off back: the invoice is open again.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /write-offs/{writeOffId}/undo',
    input: z.object({ writeOffId: idSchema<'write-off'>() }),
    output: z.object({ id: idSchema<'write-off'>() }),
  }),
  'undo-refund': operation({
    summary: 'Take refunds back that were recorded by mistake: the money is customer credit again.',
    effect: 'write',
    roles: members,
    route: 'POST /refunds/undo',
    input: z.object({ refundIds: z.array(idSchema<'refund'>()).min(1).max(100) }),
    output: z.object({ ids: z.array(idSchema<'refund'>()) }),
  }),
  'of-invoice': operation({
    summary: 'Read what has settled an invoice and the credit of the customer that could.',
    effect: 'read',
    roles: everyone,
    route: 'GET /invoices/{invoiceId}/payments',
    input: z.object({ invoiceId }),
    output: z.object({
      allocations: z.array(
        z.object({
          id: idSchema<'allocation'>(),
          creditId: z.string(),
          kind: z.enum(['payment', 'credit_note']),
          on: daySchema,
          amount: moneySchema,
          method: z.string().nullable(),
          /** Of a credit note. */
          number: z.string().nullable(),
        }),
      ),
      writeOffs: z.array(z.object({ id: idSchema<'write-off'>(), on: daySchema, amount: moneySchema, reason: z.string() })),
      open: moneySchema,
      credit: moneySchema,
    }),
  }),
  balance: operation({
    summary: 'Read what a customer owes and has as credit, per currency.',
    effect: 'read',
    roles: everyone,
    route: 'GET /customers/{contactId}/balance',
    input: z.object({ contactId }),
    output: z.object({
      balances: z.array(balanceSchema),
      credits: z.array(z.object({ id: z.string(), kind: z.enum(['payment', 'credit_note']), on: daySchema, left: moneySchema })),
      remindersPausedUntil: z.string().nullable(),
    }),
  }),
  ...bankOperations,
  ...reminderOperations,
  ...claimOperations,
  ...statementOperations,
  ...directDebitOperations,
  ...onlineOperations,
})
