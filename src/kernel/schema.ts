import { z } from 'zod'
import { isCurrency } from './currency.ts'
import { parseDay, type Day } from './day.ts'
import { isId, type Id } from './id.ts'
import { isZone, parseInstant, type Instant, type Zone } from './instant.ts'
import { languages } from './language.ts'
import { Money, parseMoney } from './money.ts'
import { parsePercent, Percent } from './percent.ts'
import { parseQuantity, Quantity } from './quantity.ts'

/** The kernel's words as schemas: the wire form is what JSON holds, the parsed form is the domain's. */

export const currencySchema = z.string().length(3).refine(isCurrency, { error: 'currency_unknown' })

/** `{ amount: "12.50", currency: "CHF" }`; the amount as decimal text with no more places than the currency has. */
export const moneySchema = z.codec(
  z.object({ amount: z.string().max(24), currency: z.string().length(3) }).meta({ description: 'Decimal text and ISO 4217 code' }),
  z.instanceof(Money),
  {
    decode: (wire, context) => {
      const parsed = isCurrency(wire.currency) ? parseMoney(wire.amount, wire.currency) : undefined
      if (parsed) return parsed
      context.issues.push({ code: 'custom', message: 'amount_malformed', input: wire })
      return z.NEVER
    },
    encode: (value) => value.toJSON(),
  },
)

/** A decimal with at most three places, such as "1.5". */
export const quantitySchema = z.codec(z.string().max(17), z.instanceof(Quantity), {
  decode: (wire, context) => {
    const parsed = parseQuantity(wire)
    if (parsed) return parsed
    context.issues.push({ code: 'custom', message: 'quantity_malformed', input: wire })
    return z.NEVER
  },
  encode: (value) => value.toJSON(),
})

/** A percentage with at most two places, such as "8.1". */
export const percentSchema = z.codec(z.string().max(8), z.instanceof(Percent), {
  decode: (wire, context) => {
    const parsed = parsePercent(wire)
    if (parsed) return parsed
    context.issues.push({ code: 'custom', message: 'percent_malformed', input: wire })
    return z.NEVER
  },
  encode: (value) => value.toJSON(),
})

/** "2026-11-24" */
export const daySchema = z
  .string()
  .refine((text) => parseDay(text) !== undefined, { error: 'day_malformed' })
  .transform((text) => text as Day)
  .meta({ format: 'date' })

/** "2026-11-24T06:43:00.000Z"; any offset is accepted and turned into UTC. */
export const instantSchema = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, { error: 'instant_malformed' })
  .transform((text) => parseInstant(text) as Instant)
  .meta({ format: 'date-time' })

export const zoneSchema = z
  .string()
  .max(64)
  .refine(isZone, { error: 'zone_unknown' })
  .transform((text) => text as Zone)

export const languageSchema = z.enum(languages)

/** ISO 3166-1 alpha-2. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, { error: 'country_unknown' })

/** The id of one noun: `idSchema<'contact'>()`. */
export function idSchema<Noun extends string>() {
  return z
    .string()
    .refine(isId, { error: 'id_malformed' })
    .transform((text) => text as Id<Noun>)
    .meta({ format: 'uuid' })
}

/** One line of text as people type it: trimmed, not empty, bounded. */
export function lineSchema(lengthMax = 200) {
  return z.string().trim().min(1, { error: 'text_missing' }).max(lengthMax, { error: 'text_too_long' })
}

/** A longer text: trimmed, bounded, may be empty. */
export function noteSchema(lengthMax = 10_000) {
  return z.string().trim().max(lengthMax, { error: 'text_too_long' })
}

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@"<>,;]+@[^\s@"<>,;]+\.[^\s@"<>,;]{2,}$/, { error: 'email_malformed' })

/**
 * A file as an operation answers it; doors that can, send the bytes themselves (`GET /api/file/<operation>`).
 * `content` is base64. `isDownload`: it came from elsewhere, so a browser saves it and never opens it in place.
 */
export const fileSchema = z.object({ fileName: z.string(), contentType: z.string(), content: z.string(), isDownload: z.boolean().optional() })
