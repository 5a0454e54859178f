import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { currencySchema, daySchema, idSchema } from '../../kernel/schema.ts'

const rateText = z.string().regex(/^\d{1,9}(\.\d{1,12})?$/, { error: 'rate_malformed' })
const everyone = ['owner', 'staff', 'accountant'] as const

const rateSchema = z.object({
  from: currencySchema,
  to: currencySchema,
  /** What one unit of `from` is worth in `to`, as documents print it. */
  rate: z.string(),
  /** The day of the rate: the one asked for, or the latest before. */
  on: daySchema,
  source: z.enum(['ecb', 'own', 'same']),
})

export const currenciesContract = contract('currencies', {
  rate: operation({
    summary: 'Read the exchange rate of a day: the one set by the company, or the reference rate of the European Central Bank.',
    effect: 'read',
    roles: everyone,
    route: 'GET /exchange-rates/{from}/{to}',
    input: z.object({ from: currencySchema, to: currencySchema, on: daySchema.optional() }),
    output: z.object({ rate: rateSchema.nullable() }),
  }),
  rates: operation({
    summary: "List today's rates against the company's currency and the rates that the company set itself.",
    effect: 'read',
    roles: everyone,
    route: 'GET /exchange-rates',
    input: z.object({ on: daySchema.optional() }),
    output: z.object({
      /** The day of the reference rates; null where none of the last seven days are known. */
      on: daySchema.nullable(),
      rates: z.array(rateSchema),
      own: z.array(
        z.object({ id: idSchema<'own-rate'>(), from: currencySchema, to: currencySchema, rate: z.string(), validFrom: daySchema, validTo: daySchema }),
      ),
    }),
  }),
  'set-own-rate': operation({
    summary: 'Set an own exchange rate for some days, such as the month rate of the tax office; it goes before the published one.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /exchange-rates/own',
    input: z.object({ from: currencySchema, to: currencySchema, rate: rateText, validFrom: daySchema, validTo: daySchema }),
    output: z.object({ id: idSchema<'own-rate'>() }),
  }),
  'remove-own-rate': operation({
    summary: 'Take an own exchange rate away. Documents already issued keep it.',
    effect: 'write',
    roles: ['owner'],
    route: 'DELETE /exchange-rates/own/{ownRateId}',
    input: z.object({ ownRateId: idSchema<'own-rate'>() }),
    output: z.object({ id: idSchema<'own-rate'>() }),
  }),
  'import-rates': operation({
    summary: 'Import a rate file of the European Central Bank (XML, CSV or its ZIP, base64), where the server cannot fetch it.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /exchange-rates/import',
    input: z.object({ content: z.string().max(4_200_000, { error: 'rate_file_too_large' }) }),
    output: z.object({ days: z.number().int(), from: daySchema, to: daySchema }),
  }),
  'fetch-due': operation({
    summary: 'Ask for the rates that were published since the last look. Runs daily.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /exchange-rates/fetch',
    input: z.object({}),
    output: z.object({}),
  }),
})
