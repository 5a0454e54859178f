import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { currencySchema, daySchema, idSchema, instantSchema, lineSchema, moneySchema } from '../../../kernel/schema.ts'
import { matchReasons } from '../matching/types.ts'

const contactId = idSchema<'contact'>()
const invoiceId = idSchema<'invoice'>()
const paymentId = idSchema<'payment'>()
const bankTransactionId = idSchema<'bank-transaction'>()
const bankAccountId = idSchema<'bank-account'>()
const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const

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
const csvLayoutSchema = z.object({ headerRow: z.number().int().min(-1).max(100), columns: columnsSchema })

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

const candidateSchema = z.object({
  /** Money for invoices; a payment that came back; credit that was paid back. */
  kind: z.enum(['settle', 'return', 'refund']),
  contactId,
  contactName: z.string(),
  invoices: z.array(z.object({ invoiceId, number: z.string(), amount: moneySchema })),
  rest: moneySchema,
  /** What a bank or provider kept of it. */
  fee: moneySchema.nullable(),
  score: z.number().int(),
  reasons: z.array(z.enum(matchReasons)),
})
const bankTransactionSchema = z.object({
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

/** What can be asked about the bank: accounts, files, and the lines of statements with what they belong to. */
export const bankOperations = {
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
}
