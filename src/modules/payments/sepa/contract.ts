import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, fileSchema, idSchema, instantSchema, lineSchema, moneySchema } from '../../../kernel/schema.ts'
import { collectionFormats, debitSchemes, debitSequences } from './direct-debit.ts'

const contactId = idSchema<'contact'>()
const invoiceId = idSchema<'invoice'>()
const mandateId = idSchema<'mandate'>()
const fileId = idSchema<'direct-debit-file'>()
const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const

const mandateSchema = z.object({
  id: mandateId,
  contactId,
  reference: z.string(),
  signedOn: daySchema,
  iban: z.string(),
  accountHolder: z.string(),
  scheme: z.enum(debitSchemes),
  sequence: z.enum(debitSequences),
})

export const directDebitOperations = {
  mandates: operation({
    summary: 'List the direct debit mandates that stand: of all customers or of one.',
    effect: 'read',
    roles: everyone,
    route: 'GET /mandates',
    input: z.object({ contactId: contactId.optional() }),
    output: z.object({ mandates: z.array(mandateSchema) }),
  }),
  'add-mandate': operation({
    summary: 'Record a SEPA direct debit mandate that a customer signed; one that stood before is replaced.',
    effect: 'write',
    roles: members,
    route: 'POST /customers/{contactId}/mandates',
    input: z.object({
      contactId,
      iban: lineSchema(42),
      signedOn: daySchema,
      /** The customer’s name when left out. */
      accountHolder: lineSchema(70).optional(),
      /** Made by Cloudburo when left out: letters, digits and simple signs, at most 35. */
      reference: lineSchema(35).optional(),
      scheme: z.enum(debitSchemes).default('CORE'),
      sequence: z.enum(debitSequences).default('RCUR'),
    }),
    output: z.object({ id: mandateId, reference: z.string() }),
  }),
  'revoke-mandate': operation({
    summary: 'Note that a direct debit mandate was revoked: nothing is collected with it any more.',
    effect: 'write',
    roles: members,
    route: 'POST /mandates/{mandateId}/revoke',
    input: z.object({ mandateId, reason: lineSchema(500).optional() }),
    output: z.object({ id: mandateId }),
  }),
  'to-collect': operation({
    summary: 'List the open invoices in euro that a mandate lets be collected, and which are being collected.',
    effect: 'read',
    roles: everyone,
    route: 'GET /direct-debits',
    input: z.object({}),
    output: z.object({
      /** Without it nothing is collected: company.update. */
      hasCreditorIdentifier: z.boolean(),
      /** The earliest day of collection. */
      collectOn: daySchema,
      invoices: z.array(
        z.object({ invoiceId, number: z.string(), contactName: z.string(), open: moneySchema, dueOn: daySchema, mandate: z.string(), isRunning: z.boolean() }),
      ),
      files: z.array(
        z.object({
          id: fileId,
          format: z.enum(collectionFormats),
          collectOn: daySchema,
          createdAt: instantSchema,
          count: z.number().int(),
          isUndone: z.boolean(),
        }),
      ),
    }),
  }),
  collect: operation({
    summary: 'Make a file of SEPA direct debits (pain.008) of invoices whose customers gave a mandate; none is collected twice.',
    effect: 'write',
    roles: members,
    route: 'POST /direct-debits',
    input: z.object({
      /** All that are due on the day of collection when left out. */
      invoiceIds: z.array(invoiceId).min(1).max(1000).optional(),
      collectOn: daySchema.optional(),
      format: z.enum(collectionFormats).default('pain.008.001.08'),
    }),
    output: z.object({ id: fileId, count: z.number().int(), collectOn: daySchema }),
  }),
  'direct-debit-file': operation({
    summary: 'Read a file of direct debits, for the bank.',
    effect: 'read',
    roles: everyone,
    route: 'GET /direct-debit-files/{fileId}',
    input: z.object({ fileId }),
    output: fileSchema,
  }),
  'undo-direct-debit-file': operation({
    summary: 'Take a file of direct debits back that the bank did not get: its invoices may be collected again.',
    effect: 'write',
    roles: members,
    route: 'POST /direct-debit-files/{fileId}/undo',
    input: z.object({ fileId }),
    output: z.object({ id: fileId }),
  }),
}
