import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { fileSchema, idSchema, languageSchema } from '../../kernel/schema.ts'
import { columnKeys, openingKinds } from './columns.ts'
import { openingLimits } from './limits.ts'

const cell = z.string().max(openingLimits.cellLengthMax, { error: 'text_too_long' })
const kindSchema = z.enum(openingKinds)
const columnSchema = z.enum(columnKeys)

/** One row as it is written by people: every cell is text, read by the rules of its column. */
export const openingRowSchema = z.object({
  kind: kindSchema,
  ...(Object.fromEntries(columnKeys.map((key) => [key, cell.optional()])) as Record<ColumnKeys, typeof optionalCell>),
})
type ColumnKeys = (typeof columnKeys)[number]
const optionalCell = cell.optional()

/** A table of one kind, as the bytes of a file (base64) or as text; `mapping` says what each of its columns is. */
export const openingFileSchema = z.object({
  kind: kindSchema,
  content: z.string().max(openingLimits.base64LengthMax, { error: 'file_too_large' }).optional(),
  text: z.string().max(openingLimits.textLengthMax, { error: 'file_too_large' }).optional(),
  mapping: z.array(columnSchema.nullable()).max(200).optional(),
})

const position = {
  rows: z.array(openingRowSchema).max(openingLimits.rowsMax, { error: 'opening_too_many_rows' }).default([]),
  files: z.array(openingFileSchema).max(openingKinds.length).default([]),
}

const count = z.number().int()
const byKind = z.object({ numbers: count, invoices: count, passes: count, agreements: count })

/** enter: will be entered. known: is there already. repeated: stands twice in what was given. refused: something is wrong. */
export const openingOutcomes = ['enter', 'known', 'repeated', 'refused'] as const

export const openingContract = contract('opening', {
  preview: operation({
    summary: 'Read the opening position (rows, or CSV tables with their mapping) and say of each row what will happen. Changes nothing.',
    effect: 'read',
    roles: ['owner'],
    route: 'POST /opening/preview',
    input: z.object({ ...position, language: languageSchema.optional() }),
    output: z.object({
      files: z.array(
        z.object({
          columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()), column: columnSchema.nullable() })),
          /** What has to be there and has no column. */
          missing: z.array(columnSchema),
        }),
      ),
      rows: z.array(
        z.object({
          /** "rows.3", or "files.0.12" for line 12 of the first file: failures of opening.enter begin with it. */
          path: z.string(),
          kind: kindSchema,
          cells: z.record(z.string(), z.string()),
          outcome: z.enum(openingOutcomes),
          /** What was understood, in the asked language. */
          sentence: z.string(),
          contactId: idSchema<'contact'>().nullable(),
          isNewContact: z.boolean(),
          problems: z.array(z.object({ column: columnSchema, code: z.string(), text: z.string() })),
        }),
      ),
      counts: z.object({ enter: count, known: count, repeated: count, refused: count }),
      newContacts: count,
    }),
  }),
  enter: operation({
    summary: 'Enter the opening position in one go: all of it or nothing. What is there already is left as it is.',
    // Invoices from before join the chain of documents, and ledgers are never rewritten: it is corrected, not undone.
    effect: 'irreversible',
    roles: ['owner'],
    route: 'POST /opening',
    input: z.object(position),
    output: z.object({ entered: byKind, newContacts: count, known: count, repeated: count }),
  }),
  example: operation({
    summary: 'Answer an example CSV file for one kind of rows of the opening position.',
    effect: 'read',
    roles: ['owner'],
    route: 'GET /opening/examples/{kind}',
    input: z.object({ kind: kindSchema, language: languageSchema.optional() }),
    output: fileSchema,
  }),
})
