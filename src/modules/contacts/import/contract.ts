import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, idSchema, instantSchema } from '../../../kernel/schema.ts'
import { columnFields } from './columns.ts'

/** Base64 of at most 10 MB; the reader checks the bytes. */
const file = {
  fileName: z.string().trim().max(200),
  content: z.string().max(14_000_000, { error: 'file_too_large' }),
}

export const columnTargetSchema = z.object({ field: z.enum(columnFields), group: z.string().max(40).default('') })

/** What to do with one row: make a new contact, leave it out, or fill what the known contact does not have yet. */
export const rowActions = ['create', 'skip', 'update'] as const

const previewRow = z.object({
  line: z.number().int(),
  name: z.string(),
  kind: z.enum(['person', 'organisation']),
  email: z.string(),
  phone: z.string(),
  city: z.string(),
  birthDay: daySchema.nullable(),
  organisation: z.string(),
  problems: z.array(z.string()),
  /** Known contacts that may be the same, the surest first. */
  duplicates: z.array(z.object({ contactId: idSchema<'contact'>(), name: z.string(), reason: z.string() })),
  /** An earlier row of this file that is the same. */
  sameAsLine: z.number().int().nullable(),
  proposed: z.enum(rowActions),
})

export const importOperations = {
  'import-preview': operation({
    summary: 'Read a vCard or CSV file (base64) and show what would be imported: mapping, rows, duplicates. Changes nothing.',
    effect: 'read',
    roles: ['owner', 'staff'],
    route: 'POST /contact-imports/preview',
    input: z.object({ ...file, mapping: z.array(columnTargetSchema).max(200).optional() }),
    output: z.object({
      format: z.enum(['vcard', 'csv']),
      columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()), target: columnTargetSchema })),
      total: z.number().int(),
      duplicateCount: z.number().int(),
      problemCount: z.number().int(),
      passedOver: z.number().int(),
      /** The first 200; rows with duplicates or problems before the others. */
      rows: z.array(previewRow),
    }),
  }),
  'import-commit': operation({
    summary: 'Import the contacts of a file. Rows that are already known are left out unless a decision says otherwise.',
    effect: 'write',
    roles: ['owner', 'staff'],
    route: 'POST /contact-imports',
    input: z.object({
      ...file,
      mapping: z.array(columnTargetSchema).max(200).optional(),
      decisions: z
        .array(z.object({ line: z.number().int(), action: z.enum(rowActions), contactId: idSchema<'contact'>().optional() }))
        .max(20_000)
        .default([]),
    }),
    output: z.object({ importId: idSchema<'import'>(), created: z.number().int(), updated: z.number().int(), skipped: z.number().int() }),
  }),
  'undo-import': operation({
    summary: 'Undo a whole import: what it made goes, what it filled in is taken back. Contacts in use since are kept and counted.',
    effect: 'write',
    roles: ['owner', 'staff'],
    route: 'POST /contact-imports/{importId}/undo',
    input: z.object({ importId: idSchema<'import'>() }),
    output: z.object({ removed: z.number().int(), takenBack: z.number().int(), kept: z.number().int() }),
  }),
  imports: operation({
    summary: 'List the imports of contacts, the latest first.',
    effect: 'read',
    roles: ['owner', 'staff'],
    route: 'GET /contact-imports',
    input: z.object({}),
    output: z.object({
      imports: z.array(
        z.object({
          id: idSchema<'import'>(),
          fileName: z.string(),
          createdAt: instantSchema,
          actorName: z.string(),
          created: z.number().int(),
          updated: z.number().int(),
          skipped: z.number().int(),
          isUndone: z.boolean(),
        }),
      ),
    }),
  }),
} as const
