import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { currencySchema, daySchema, idSchema, instantSchema, lineSchema, moneySchema, noteSchema } from '../../kernel/schema.ts'
import { onlineOperations } from './online/contract.ts'
import { reminderOperations } from './reminding/contract.ts'

const contactId = idSchema<'contact'>()
const invoiceId = idSchema<'invoice'>()
const paymentId = idSchema<'payment'>()
const bankTransactionId = idSchema<'bank-transaction'>()
const bankAccountId = idSchema<'bank-account'>()

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

const columnsSchema = z.object({
  bookedOn: z.number().int().min(0).max(200),
  valueOn: z.number().int().min(0).max(200).optional(),
  amount: z.number().int().min(0).max(200).optional(),
  debit: z.number().int().min(0).max(200).optional(),
  credit: z.number().int().min(0).max(200).optional(),
  sign: z.number().int().min(0).max(200).optional(),
  currency: z.number().int().min(0).max(200).optional(),
  name: z.number().int().min(0).max(200).optional(),
  iban: z.number().int().min(0).max(200).optional(),
  account: z.number().int().min(0).max(200).optional(),
  reference: z.number().int().min(0).max(200).optional(),
  bankReference: z.number().int().min(0).max(200).optional(),
  text: z.array(z.number().int().min(0).max(200)).max(20).default([]),
})
export const csvLayoutSchema = z.object({ headerRow: z.number().int().min(-1).max(100), columns: columnsSchema })

/** A bank file as it is handed over: base64 of at most 20 MB. */
const bankFileInput = z.object({
  fileName: lineSchema(255),
  content: z.string().max(28_500_000, { error: 'bank_file_too_large' }),
  bankAccountId: bankAccountId.optional(),
  /** Only for CSV: the person's own choice of columns, counted from 0. */
  layout: csvLayoutSchema.optional(),
  currency: currencySchema.optional(),
})

const skippedSchema = z.array(z.object({ line: z.number().int(), reason: z.string() }))

export const matchReasons = [
  'reference',
  'number',
  'number_damaged',
  'amount_exact',
  'amount_instalment',
  'amount_sum',
  'amount_part',
  'amount_over',
  'already_settled',
  'name',
  'account',
] as const
export const candidateSchema = z.object({
  contactId,
  contactName: z.string(),
  invoices: z.array(z.object({ invoiceId, number: z.string(), amount: moneySchema })),
  rest: moneySchema,
  score: z.number().int(),
  reasons: z.array(z.enum(matchReasons)),
})
export const bankTransactionSchema = z.object({
  id: bankTransactionId,
  bankAccountId,
  bookedOn: daySchema,
  valueOn: daySchema,
  amount: moneySchema,
  counterpartyName: z.string().nullable(),
  counterpartyIban: z.string().nullable(),
  reference: z.string().nullable(),
  remittance: z.string(),
  state: z.enum(['unmatched', 'matched', 'ignored']),
  contactId: contactId.nullable(),
})

const balanceSchema = z.object({
  currency: currencySchema,
  /** Invoices less credit notes. */
  invoiced: moneySchema,
  paid: moneySchema,
  refunded: moneySchema,
  writtenOff: moneySchema,
  /** invoiced − paid + refunded − written off; negative: the customer has credit. */
  balance: moneySchema,
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
  'bank-accounts': operation({
    summary: 'List the bank accounts with their latest statement and how many transactions wait for a match.',
    effect: 'read',
    roles: everyone,
    route: 'GET /bank-accounts',
    input: z.object({}),
    output: z.object({
      accounts: z.array(
        z.object({
          id: bankAccountId,
          name: z.string(),
          iban: z.string().nullable(),
          currency: currencySchema,
          unmatched: z.number().int(),
          lastImportedAt: instantSchema.nullable(),
        }),
      ),
      unmatched: z.number().int(),
    }),
  }),
  'add-bank-account': operation({
    summary: 'Add a bank account. Statements that name an unknown IBAN add it by themselves.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /bank-accounts',
    input: z.object({ name: lineSchema(100), iban: lineSchema(42).nullable().default(null), currency: currencySchema }),
    output: z.object({ id: bankAccountId }),
  }),
  'preview-bank-file': operation({
    summary: 'Read a bank file (camt, MT940, OFX or CSV; base64) without importing it: what is new, what is known, what could not be read.',
    effect: 'read',
    roles: members,
    route: 'POST /bank-files/preview',
    input: bankFileInput,
    output: z.object({
      format: z.string(),
      accounts: z.array(z.object({ bankAccountId: bankAccountId.nullable(), name: z.string(), currency: z.string().nullable() })),
      newCount: z.number().int(),
      knownCount: z.number().int(),
      /** New ones that look like a line from another file. */
      perhapsCount: z.number().int(),
      received: z.array(moneySchema),
      transactions: z.array(
        z.object({
          bookedOn: daySchema,
          amount: moneySchema,
          counterpartyName: z.string().nullable(),
          remittance: z.string(),
          isKnown: z.boolean(),
        }),
      ),
      skipped: skippedSchema,
      doubts: z.array(z.string()),
      /** The first rows of a CSV file and the columns taken, so that a person can correct them. */
      rows: z.array(z.array(z.string())),
      layout: csvLayoutSchema.nullable(),
      /** Who says so: the person now, a person before, the headings, the content; or it is only a guess. */
      layoutBy: z.enum(['person', 'learnt', 'headings', 'content', 'guess']).nullable(),
    }),
  }),
  'import-bank-file': operation({
    summary: 'Import a bank file (camt, MT940, OFX or CSV; base64). What is known already is left out; what matches for certain is settled.',
    effect: 'write',
    roles: members,
    route: 'POST /bank-files',
    input: bankFileInput,
    output: z.object({
      statementIds: z.array(idSchema<'bank-statement'>()),
      bankFileId: idSchema<'bank-file'>().nullable(),
      newCount: z.number().int(),
      knownCount: z.number().int(),
      perhapsCount: z.number().int(),
      matchedCount: z.number().int(),
      proposedCount: z.number().int(),
      skipped: skippedSchema,
    }),
  }),
  'bank-files': operation({
    summary: 'List the imported bank files, latest first, with how long each must be kept.',
    effect: 'read',
    roles: everyone,
    route: 'GET /bank-files',
    input: z.object({ after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({
      files: z.array(
        z.object({
          id: idSchema<'bank-file'>(),
          fileName: z.string(),
          format: z.string(),
          size: z.number().int(),
          newCount: z.number().int(),
          knownCount: z.number().int(),
          skippedCount: z.number().int(),
          keepUntil: daySchema,
          importedAt: instantSchema,
          importedBy: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  'bank-file': operation({
    summary: 'Download an imported bank file as it came.',
    effect: 'read',
    roles: everyone,
    route: 'GET /bank-files/{bankFileId}',
    input: z.object({ bankFileId: idSchema<'bank-file'>() }),
    output: z.object({ fileName: z.string(), contentType: z.string(), content: z.string().meta({ description: 'Base64' }) }),
  }),
  'decide-same': operation({
    summary: 'Say whether a bank transaction that looks like one from another file is the same payment or one of its own; null asks again.',
    effect: 'write',
    roles: members,
    route: 'POST /bank-transactions/{bankTransactionId}/same',
    input: z.object({ bankTransactionId, isSame: z.boolean().nullable() }),
    output: z.object({ id: bankTransactionId, matchedCount: z.number().int() }),
  }),
  'bank-transactions': operation({
    summary: 'List bank transactions: those without a match with their proposals, the matched, or the ignored.',
    effect: 'read',
    roles: everyone,
    route: 'GET /bank-transactions',
    input: z.object({
      state: z.enum(['unmatched', 'matched', 'ignored']).default('unmatched'),
      bankAccountId: bankAccountId.optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      transactions: z.array(
        bankTransactionSchema.extend({
          /** A line from another file that may be the same payment. */
          perhaps: z
            .object({ id: bankTransactionId, bookedOn: daySchema, counterpartyName: z.string().nullable(), remittance: z.string(), format: z.string() })
            .nullable(),
          certainty: z.enum(['certain', 'proposed', 'none']),
          candidates: z.array(candidateSchema),
          paymentId: paymentId.nullable(),
          contactName: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
      next: z.string().nullable(),
      unmatchedCount: z.number().int(),
    }),
  }),
  'accept-match': operation({
    summary: 'Match a bank transaction: with its best proposal, with named invoices, or as credit (or refund) of a customer.',
    effect: 'write',
    roles: members,
    route: 'POST /bank-transactions/{bankTransactionId}/match',
    input: z.object({
      bankTransactionId,
      invoiceIds: z.array(invoiceId).min(1).max(100).optional(),
      contactId: contactId.optional(),
    }),
    output: z.object({ id: bankTransactionId, paymentId: paymentId.nullable() }),
  }),
  ignore: operation({
    summary: 'Set a bank transaction aside: it is not a payment of a customer.',
    effect: 'write',
    roles: members,
    route: 'POST /bank-transactions/{bankTransactionId}/ignore',
    input: z.object({ bankTransactionId, reason: lineSchema(500).optional() }),
    output: z.object({ id: bankTransactionId }),
  }),
  unmatch: operation({
    summary: 'Undo the match of a bank transaction, or bring an ignored one back.',
    effect: 'write',
    roles: members,
    route: 'POST /bank-transactions/{bankTransactionId}/unmatch',
    input: z.object({ bankTransactionId }),
    output: z.object({ id: bankTransactionId }),
  }),
  ...reminderOperations,
  ...onlineOperations,
})
