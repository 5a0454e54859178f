import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, fileSchema } from '../../../kernel/schema.ts'

const readers = ['owner', 'accountant'] as const

export const exportFormats = ['datev', 'hledger', 'beancount', 'csv_journal', 'csv_accounts', 'csv_open_items'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportOperations = {
  export: operation({
    summary: 'Export the books of some days as a file: DATEV, hledger, beancount, or CSV (journal, accounts, open items).',
    effect: 'read',
    roles: readers,
    route: 'GET /books/export',
    input: z.object({
      format: z.enum(exportFormats),
      from: daySchema,
      to: daySchema,
      /** DATEV: the numbers of the tax adviser and of the client there. */
      consultantNumber: z.coerce.number().int().min(1001).max(9_999_999).default(1001),
      clientNumber: z.coerce.number().int().min(1).max(99_999).default(1),
    }),
    output: fileSchema,
  }),
}
