import type { Currency } from '../../kernel/currency.ts'
import type { Day } from '../../kernel/day.ts'
import { newId, type Id } from '../../kernel/id.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { Context } from '../../platform/operation/context.ts'
import { earliestRateDay, type DayRates } from './read-rates.ts'

type CurrencyTables = {
  published_rate_days: { published_on: string; rates: string; fetched_at: string }
  imported_rate_days: { company_id: string; published_on: string; rates: string; imported_at: string; imported_by: string }
  own_rates: {
    company_id: string
    id: string
    from_currency: string
    to_currency: string
    rate: string
    valid_from: string
    valid_to: string
    set_at: string
    set_by: string
    removed_at: string | null
  }
}

export type RateContext = Pick<Context, 'database' | 'company'>

const tables = (transaction: Transaction) => transaction.withTables<CurrencyTables>()

/** A rate that the company set itself, for the days from `validFrom` to `validTo`. */
export interface OwnRate {
  readonly id: Id<'own-rate'>
  readonly from: Currency
  readonly to: Currency
  readonly rate: string
  readonly validFrom: Day
  readonly validTo: Day
}

/** The latest reference rates on or before a day, no older than a week: of two of the same day the published ones. */
export async function latestRates(context: RateContext, on: Day): Promise<DayRates | undefined> {
  const earliest = earliestRateDay(on)
  const published = await tables(context.database)
    .selectFrom('published_rate_days')
    .select(['published_on', 'rates'])
    .where('published_on', '<=', on)
    .where('published_on', '>=', earliest)
    .orderBy('published_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  const imported = await tables(context.database)
    .selectFrom('imported_rate_days')
    .select(['published_on', 'rates'])
    .where('company_id', '=', context.company.id)
    .where('published_on', '<=', on)
    .where('published_on', '>=', earliest)
    .orderBy('published_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = published && imported ? (imported.published_on > published.published_on ? imported : published) : (published ?? imported)
  return row && { on: row.published_on as Day, rates: JSON.parse(row.rates) as Record<string, string> }
}

/** The company's own rate between two currencies that holds on a day, whichever way round it was set; the latest set wins. */
export async function findOwnRate(context: RateContext, pair: { from: Currency; to: Currency; on: Day }): Promise<OwnRate | undefined> {
  const row = await tables(context.database)
    .selectFrom('own_rates')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('from_currency', 'in', [pair.from, pair.to])
    .where('to_currency', 'in', [pair.from, pair.to])
    .where('valid_from', '<=', pair.on)
    .where('valid_to', '>=', pair.on)
    .where('removed_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && ownRateOf(row)
}

export async function listOwnRates(context: RateContext): Promise<OwnRate[]> {
  const rows = await tables(context.database)
    .selectFrom('own_rates')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('removed_at', 'is', null)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(ownRateOf)
}

export async function insertOwnRate(context: Context, rate: Omit<OwnRate, 'id'>): Promise<Id<'own-rate'>> {
  const id = newId<'own-rate'>()
  await tables(context.database)
    .insertInto('own_rates')
    .values({
      company_id: context.company.id,
      id,
      from_currency: rate.from,
      to_currency: rate.to,
      rate: rate.rate,
      valid_from: rate.validFrom,
      valid_to: rate.validTo,
      set_at: context.now,
      set_by: context.actor.name,
      removed_at: null,
    })
    .execute()
  return id
}

/** False where there is no such rate, or it is taken away already. */
export async function removeOwnRateRow(context: Context, id: Id<'own-rate'>): Promise<boolean> {
  const result = await tables(context.database)
    .updateTable('own_rates')
    .set({ removed_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

const rowsAtOnce = 200

/** What a company read from a file; a day that it has already is kept as it was. */
export async function insertImported(context: Context, days: readonly DayRates[]): Promise<void> {
  for (let at = 0; at < days.length; at += rowsAtOnce) {
    await tables(context.database)
      .insertInto('imported_rate_days')
      .values(
        days.slice(at, at + rowsAtOnce).map((each) => ({
          company_id: context.company.id,
          published_on: each.on,
          rates: JSON.stringify(each.rates),
          imported_at: context.now,
          imported_by: context.actor.name,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** The platform's own copy of what was published. A day that is known stays: the ECB does not revise its rates. */
export async function insertPublished(transaction: Transaction, days: readonly DayRates[], now: string): Promise<void> {
  for (let at = 0; at < days.length; at += rowsAtOnce) {
    await tables(transaction)
      .insertInto('published_rate_days')
      .values(days.slice(at, at + rowsAtOnce).map((each) => ({ published_on: each.on, rates: JSON.stringify(each.rates), fetched_at: now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export async function lastPublishedOn(transaction: Transaction): Promise<Day | undefined> {
  const row = await tables(transaction).selectFrom('published_rate_days').select('published_on').orderBy('published_on', 'desc').limit(1).executeTakeFirst()
  return row?.published_on as Day | undefined
}

function ownRateOf(row: CurrencyTables['own_rates']): OwnRate {
  return {
    id: row.id as Id<'own-rate'>,
    from: row.from_currency,
    to: row.to_currency,
    rate: row.rate,
    validFrom: row.valid_from as Day,
    validTo: row.valid_to as Day,
  }
}
