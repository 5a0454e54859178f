import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, fileSchema, moneySchema } from '../../../kernel/schema.ts'

const readers = ['owner', 'accountant'] as const
const fileRef = { kind: z.enum(['pdf', 'xml', 'receipt']), id: z.string().max(64), of: z.string().max(64) }

export const archiveOperations = {
  'archive-index': operation({
    summary: 'List the files of all issued documents and receipts of some days, a page at a time, with their place in the archive.',
    effect: 'read',
    roles: readers,
    route: 'GET /books/archive',
    input: z.object({ from: daySchema, to: daySchema, after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
    output: z.object({
      files: z.array(
        z.object({
          ...fileRef,
          /** Within the archive: "invoices/2026/2026-0014.pdf". */
          path: z.string(),
          what: z.string(),
          day: daySchema,
          number: z.string().nullable(),
          party: z.string().nullable(),
          amount: moneySchema,
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  'archive-file': operation({
    summary: 'Read one file of the archive with the SHA-256 of its bytes.',
    effect: 'read',
    roles: readers,
    route: 'GET /books/archive/{kind}/{of}/{id}',
    input: z.object(fileRef),
    output: fileSchema.extend({ hash: z.string() }),
  }),
}
