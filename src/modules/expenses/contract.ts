import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { countrySchema, currencySchema, daySchema, fileSchema, idSchema, lineSchema, moneySchema, noteSchema, percentSchema } from '../../kernel/schema.ts'
import { matchingOperations } from './matching/contract.ts'
import { payingOperations } from './paying/contract.ts'
import { repeatingOperations, repeatsSchema } from './repeating/contract.ts'
import { expenseCategories, expenseSources, expenseStates, paidByWays, readingKinds, taxTreatments } from './expense.ts'

const expenseId = idSchema<'expense'>()
const contactId = idSchema<'contact'>()
const lineOrNull = (lengthMax: number) => lineSchema(lengthMax).nullable().default(null)

const payeeSchema = z.object({
  name: lineSchema(200),
  street: lineOrNull(200),
  postalCode: lineOrNull(20),
  city: lineOrNull(100),
  country: countrySchema.nullable().default(null),
  vatNumber: lineOrNull(30),
  iban: lineOrNull(42),
})

/** net, tax and gross of one rate; where only gross is given, the tax is taken out of it at the rate. */
const partInput = z.object({
  treatment: z.enum(taxTreatments).default('domestic'),
  rate: percentSchema,
  net: moneySchema.optional(),
  tax: moneySchema.optional(),
  gross: moneySchema,
})
const partSchema = z.object({ treatment: z.enum(taxTreatments), rate: percentSchema, net: moneySchema, tax: moneySchema, gross: moneySchema })

const rebillSchema = z.object({
  contactId,
  agreementId: idSchema<'agreement'>().nullable().default(null),
  /** What the customer is charged, without tax; what it cost when left out. */
  amount: moneySchema.nullable().default(null),
})
const referenceSchema = z.object({ kind: z.enum(['qr', 'scor', 'text']), text: lineSchema(140) })

/** What is said about an expense; in a change, what is left out stays. */
const detailsInput = z.object({
  payee: payeeSchema.nullable(),
  payeeContactId: contactId.nullable(),
  documentNumber: lineSchema(100).nullable(),
  issuedOn: daySchema,
  dueOn: daySchema.nullable(),
  category: z.enum(expenseCategories),
  description: noteSchema(500),
  /** The amount paid, with tax; a shorter way to say one part. */
  amount: moneySchema,
  /** With `amount`: the rate of the tax in it; none when left out. */
  rate: percentSchema,
  parts: z.array(partInput).min(1).max(20),
  paidBy: z.enum(paidByWays),
  memberId: idSchema<'member'>().nullable(),
  reference: referenceSchema.nullable(),
  rebill: rebillSchema.nullable(),
})

export const expenseSchema = z.object({
  id: expenseId,
  state: z.enum(expenseStates),
  source: z.enum(expenseSources),
  revision: z.number().int(),
  payee: payeeSchema.nullable(),
  payeeContactId: contactId.nullable(),
  documentNumber: z.string().nullable(),
  issuedOn: daySchema.nullable(),
  dueOn: daySchema.nullable(),
  category: z.enum(expenseCategories),
  description: z.string(),
  currency: currencySchema,
  parts: z.array(partSchema),
  net: moneySchema,
  tax: moneySchema,
  gross: moneySchema,
  paid: moneySchema,
  /** Owed to the payee, or to the member who paid. */
  open: moneySchema,
  paidBy: z.enum(paidByWays),
  memberId: idSchema<'member'>().nullable(),
  reference: referenceSchema.nullable(),
  rebill: rebillSchema.extend({ contactName: z.string() }).nullable(),
  receiptCount: z.number().int(),
})

const receiptSchema = z.object({
  id: idSchema<'expense-receipt'>(),
  fileName: z.string(),
  contentType: z.string(),
  size: z.number().int(),
  hasPicture: z.boolean(),
  /** Null while it is being read. */
  reading: z
    .object({
      kind: z.enum(readingKinds),
      isCertain: z.boolean(),
      problem: z.string().nullable(),
      /** What breaks a rule of electronic invoices. */
      findings: z.array(z.object({ rule: z.string(), severity: z.string(), text: z.string() })),
    })
    .nullable(),
})

/** Another expense that may be this one: with the same file, the same number, or the same payee, amount and day. */
const doubtSchema = z.object({ kind: z.enum(['file', 'number', 'amount']), expenseId })

const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const
const onExpense = z.object({ expenseId })
const done = z.object({ id: expenseId })

export const expensesContract = contract('expenses', {
  record: operation({
    summary: 'Record a cost: what, how much, when, paid how, and whom to pass it on to.',
    effect: 'write',
    roles: members,
    route: 'POST /expenses',
    input: detailsInput.partial().extend({
      /** A shorter way to pass it on to a customer. */
      contactId: contactId.optional(),
      /** Another word for issuedOn. */
      on: daySchema.optional(),
    }),
    output: done,
    tool: true,
  }),
  change: operation({
    summary: 'Change what an expense says; what was said before is kept. A proposal stays one until it is confirmed.',
    effect: 'write',
    roles: members,
    route: 'PATCH /expenses/{expenseId}',
    input: detailsInput.partial().extend({ expenseId }),
    output: done,
  }),
  confirm: operation({
    summary: 'Record a proposed expense, with corrections where it is not right yet.',
    effect: 'write',
    roles: members,
    route: 'POST /expenses/{expenseId}/confirm',
    input: detailsInput.partial().extend({ expenseId }),
    output: done,
  }),
  reopen: operation({
    summary: 'Take back that an expense was recorded: it is a proposal to check again.',
    effect: 'write',
    roles: members,
    route: 'POST /expenses/{expenseId}/reopen',
    input: onExpense,
    output: done,
  }),
  remove: operation({
    summary: 'Remove an expense that is none, or was recorded twice; its receipt is kept.',
    effect: 'write',
    roles: members,
    route: 'DELETE /expenses/{expenseId}',
    input: onExpense,
    output: done,
  }),
  restore: operation({
    summary: 'Bring back a removed expense.',
    effect: 'write',
    roles: members,
    route: 'POST /expenses/{expenseId}/restore',
    input: onExpense,
    output: done,
  }),
  read: operation({
    summary: 'Read an expense with its receipts and payments.',
    effect: 'read',
    roles: everyone,
    route: 'GET /expenses/{expenseId}',
    input: onExpense,
    output: expenseSchema.extend({
      payments: z.array(
        z.object({
          id: idSchema<'expense-payment'>(),
          on: daySchema,
          amount: moneySchema,
          charged: moneySchema.nullable(),
          method: z.enum(['bank', 'card', 'cash']),
          bankTransactionId: idSchema<'bank-transaction'>().nullable(),
          isAutomatic: z.boolean(),
        }),
      ),
      receipts: z.array(receiptSchema),
      perhapsTwice: z.array(doubtSchema),
      repeats: repeatsSchema,
    }),
  }),
  list: operation({
    summary: 'List expenses, latest first: to check, recorded, to pay, without a receipt, or removed.',
    effect: 'read',
    roles: everyone,
    route: 'GET /expenses',
    input: z.object({
      filter: z.enum(['to_check', 'recorded', 'to_pay', 'without_receipt', 'removed']).default('recorded'),
      from: daySchema.optional(),
      to: daySchema.optional(),
      category: z.enum(expenseCategories).optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ expenses: z.array(expenseSchema), next: z.string().nullable(), toCheckCount: z.number().int() }),
  }),
  'mark-paid': operation({
    summary: 'Say that an expense was paid, or that the member who paid it was given the money.',
    effect: 'write',
    roles: members,
    route: 'POST /expenses/{expenseId}/payments',
    input: z.object({
      expenseId,
      /** What is open when left out. */
      amount: moneySchema.optional(),
      /** What left the account, where that is another currency than the expense's. */
      charged: moneySchema.optional(),
      on: daySchema.optional(),
      method: z.enum(['bank', 'card', 'cash']).default('bank'),
    }),
    output: z.object({ id: idSchema<'expense-payment'>() }),
  }),
  'undo-payment': operation({
    summary: 'Take back that an expense was paid.',
    effect: 'write',
    roles: members,
    route: 'POST /expense-payments/{paymentId}/undo',
    input: z.object({ paymentId: idSchema<'expense-payment'>() }),
    output: done,
  }),
  'take-receipt': operation({
    summary: 'Take a receipt (PDF, JPEG, PNG, WebP, UBL or CII; base64): a proposed expense, or the receipt of the one that is named.',
    effect: 'write',
    roles: members,
    route: 'POST /expense-receipts',
    input: z.object({
      fileName: lineSchema(255),
      content: z.string().max(28_500_000, { error: 'receipt_too_large' }),
      expenseId: expenseId.optional(),
      /** Who sent it: the payee, where the receipt itself names none. */
      payeeName: lineSchema(200).optional(),
    }),
    output: z.object({
      id: expenseId,
      receiptId: idSchema<'expense-receipt'>(),
      /** The same file was taken before: it is the receipt of this expense already. */
      isKnown: z.boolean(),
    }),
  }),
  'note-reading': operation({
    summary: 'Note what was read on a receipt. Cloudburo does this itself.',
    effect: 'write',
    roles: [],
    route: 'POST /expense-receipts/{receiptId}/reading',
    input: z.object({
      receiptId: idSchema<'expense-receipt'>(),
      kind: z.enum(readingKinds),
      proposal: detailsInput.partial().strict().nullable(),
      isCertain: z.boolean(),
      findings: z.array(z.object({ rule: z.string().max(40), severity: z.string().max(20), text: z.string().max(500) })).max(50),
      problem: z.string().max(60).nullable(),
      /** The hash of the picture that was made of it. */
      picture: z.string().length(64).nullable(),
    }),
    output: z.object({ id: expenseId, isRecorded: z.boolean() }),
  }),
  receipt: operation({
    summary: 'Read a receipt as the file that came.',
    effect: 'read',
    roles: everyone,
    route: 'GET /expense-receipts/{receiptId}/file',
    input: z.object({ receiptId: idSchema<'expense-receipt'>() }),
    output: fileSchema,
  }),
  'receipt-picture': operation({
    summary: 'Read the picture of the first page of a receipt.',
    effect: 'read',
    roles: everyone,
    route: 'GET /expense-receipts/{receiptId}/picture',
    input: z.object({ receiptId: idSchema<'expense-receipt'>() }),
    output: fileSchema,
  }),
  ...matchingOperations,
  ...payingOperations,
  ...repeatingOperations,
})
