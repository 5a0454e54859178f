import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, fileSchema, idSchema, instantSchema, moneySchema, percentSchema } from '../../../kernel/schema.ts'

const readers = ['owner', 'accountant'] as const
const periodSchema = z.object({ from: daySchema, to: daySchema })

/** What a document adds to a figure. */
const partSchema = z.object({
  noun: z.enum(['invoice', 'expense']),
  id: z.string(),
  number: z.string(),
  name: z.string(),
  /** When it counts: of a payment its day. */
  on: daySchema,
  /** It belongs to a period that was handed in before it was known. */
  isLate: z.boolean(),
  base: moneySchema.nullable(),
  tax: moneySchema.nullable(),
})

const figureSchema = z.object({
  key: z.string(),
  /** The numbers of the boxes on the form of the tax office, where it has them. */
  baseBox: z.string().nullable(),
  taxBox: z.string().nullable(),
  rate: percentSchema.nullable(),
  isSum: z.boolean(),
  base: moneySchema.nullable(),
  tax: moneySchema.nullable(),
  parts: z.array(partSchema),
})

/** drafts: not issued yet; expenses_without_tax: recorded as without tax although most such costs have some; the others say themselves. */
const warningSchema = z.object({
  kind: z.enum(['not_over', 'drafts', 'expenses_to_check', 'expenses_without_tax', 'without_rate', 'uncounted', 'late', 'number_missing']),
  count: z.number().int(),
  /** The documents it is about, at most ten. */
  documents: z.array(z.object({ noun: z.enum(['invoice', 'expense']), id: z.string(), number: z.string() })),
})

const onPeriod = z.object({ from: daySchema })

export const taxReturnOperations = {
  'tax-periods': operation({
    summary: 'List the tax periods with their due days and which returns were handed in.',
    effect: 'read',
    roles: readers,
    route: 'GET /tax-periods',
    input: z.object({}),
    output: z.object({
      regime: z.enum(['standard', 'small_business']),
      basis: z.enum(['accrual', 'cash']),
      method: z.enum(['effective', 'flat_rate']),
      /** The first day of the period that waits to be handed in. */
      waiting: daySchema.nullable(),
      periods: z.array(
        periodSchema.extend({
          dueOn: daySchema,
          isOver: z.boolean(),
          filedAt: instantSchema.nullable(),
          /** Of a return that was handed in. */
          payable: moneySchema.nullable(),
        }),
      ),
    }),
  }),
  'tax-return': operation({
    summary: 'Read a tax return: each figure with its box on the form and the documents behind it, and what is still missing.',
    effect: 'read',
    roles: readers,
    route: 'GET /tax-return',
    input: z.object({
      /** The first day of a period; the one that waits when left out. */
      from: daySchema.optional(),
    }),
    output: periodSchema.extend({
      form: z.string(),
      edition: z.string(),
      dueOn: daySchema,
      /** The form asks for bases in whole units: cents are cut off. */
      wholeBases: z.boolean(),
      /** To pay; negative: to get back. */
      payable: moneySchema,
      figures: z.array(figureSchema),
      oneStopShop: z.array(z.object({ country: z.string(), rate: percentSchema, base: moneySchema, tax: moneySchema, parts: z.array(partSchema) })),
      warnings: z.array(warningSchema),
      filed: z.object({ at: instantSchema, by: z.string() }).nullable(),
      /** Changes with any figure or document; say it when handing in, so that what you saw is what is kept. */
      hash: z.string(),
    }),
    tool: true,
  }),
  'file-tax-return': operation({
    summary: 'Mark a tax return as handed in: its figures are kept as they are and the books are closed up to its last day.',
    effect: 'write',
    roles: readers,
    route: 'POST /tax-returns/{from}/file',
    input: onPeriod.extend({ hash: z.string().max(64).optional() }),
    output: z.object({ id: idSchema<'tax-filing'>(), hash: z.string() }),
  }),
  'undo-tax-return': operation({
    summary: 'Take back that a tax return was handed in; what was kept stays on record.',
    effect: 'write',
    roles: readers,
    route: 'POST /tax-returns/{from}/undo',
    input: onPeriod,
    output: z.object({ id: idSchema<'tax-filing'>() }),
  }),
  'export-tax-return': operation({
    summary: 'Get a tax return as CSV: the figures, and a line for each document behind them.',
    effect: 'read',
    roles: readers,
    route: 'GET /tax-returns/{from}/csv',
    input: onPeriod,
    output: fileSchema,
  }),
}
