import { z } from 'zod'
import { operation } from '../../kernel/operation.ts'
import { idSchema, instantSchema } from '../../kernel/schema.ts'

const runId = idSchema<'invoice-run'>()

/** Billing everything that is due, in one go: what is read while it runs, and how it begins. */
export const monthEndOperations = {
  'month-end': operation({
    summary: 'How many customers and waiting drafts a month-end run would bill, and how far the latest run is.',
    effect: 'read',
    roles: ['owner', 'staff', 'accountant'],
    route: 'GET /month-end',
    input: z.object({}),
    output: z.object({
      due: z.number().int(),
      run: z
        .object({
          id: runId,
          startedAt: instantSchema,
          finishedAt: instantSchema.nullable(),
          /** Of customers and drafts: all, billed, with PDF and XML kept, refused. */
          total: z.number().int(),
          billed: z.number().int(),
          kept: z.number().int(),
          refused: z.number().int(),
          problems: z.array(
            z.object({ contactId: idSchema<'contact'>(), contactName: z.string(), invoiceId: idSchema<'invoice'>().nullable(), says: z.string() }),
          ),
        })
        .nullable(),
    }),
    tool: true,
  }),
  'start-month-end': operation({
    summary: 'Bill all that is due: issue, keep as PDF and XML, and send by e-mail where an address is known. Runs on by itself.',
    effect: 'irreversible',
    roles: ['owner', 'staff'],
    route: 'POST /month-end',
    input: z.object({ send: z.boolean().default(true) }),
    output: z.object({ id: runId, total: z.number().int() }),
    tool: true,
  }),
  'month-end-step': operation({
    summary: 'Bill the next twenty of a month-end run. The run does this by itself.',
    effect: 'irreversible',
    roles: ['owner'],
    route: 'POST /month-end/{runId}/step',
    input: z.object({ runId, handsOver: z.boolean().default(false) }),
    output: z.object({ isLast: z.boolean() }),
  }),
} as const
