import type { Day } from '../../kernel/day.ts'
import type { Context } from '../../platform/operation/context.ts'
import { companyDetails, findTaxRates, type CompanyDetails } from '../company/index.ts'
import { convert, exchangeRate, type ExchangeRate } from '../currencies/index.ts'
import { Accounts } from './accounts/chart.ts'
import { accountChoices } from './accounts/store.ts'
import { closedUntil } from './closing/store.ts'
import type { ToBook } from './journal/document-entry.ts'

/** What booking needs to know of the company; read once for all entries of an operation. */
export interface Books {
  readonly context: Context
  readonly company: CompanyDetails
  readonly accounts: Accounts
  readonly closedUntil: Day | null
  /** Neither a small business nor by flat rates (MWSTG art. 37). */
  readonly deductsTax: boolean
  rateKindOf(basisPoints: number): 'standard' | 'reduced' | 'special'
  /** Turns money of a currency into that of the books, at the rate of a day. */
  toBook(currency: string, on: Day): Promise<ToBook>
}

const opened = new WeakMap<Context, Promise<Books>>()

/** One opening for all that an operation books. */
export function openBooks(context: Context): Promise<Books> {
  const known = opened.get(context) ?? readBooks(context)
  opened.set(context, known)
  return known
}

async function readBooks(context: Context): Promise<Books> {
  const company = await companyDetails(context)
  const rates = await findTaxRates(context.database, context.company.id)
  const known = new Map<string, ToBook>()
  return {
    context,
    company,
    accounts: await openAccounts(context, company),
    closedUntil: await closedUntil(context),
    deductsTax: company.taxRegime === 'standard' && company.taxMethod === 'effective',
    rateKindOf: (basisPoints) => rates.findLast((rate) => rate.basisPoints === basisPoints)?.category ?? 'standard',
    async toBook(currency, on) {
      const key = `${currency} ${on}`
      const found = known.get(key) ?? (await converter(context, currency, on))
      known.set(key, found)
      return found
    },
  }
}

export async function openAccounts(context: Pick<Context, 'database' | 'company'>, company?: CompanyDetails): Promise<Accounts> {
  const details = company ?? (await companyDetails(context))
  return new Accounts({ chart: details.chartOfAccounts, language: details.language, choices: await accountChoices(context) })
}

/**
 * Where no rate of the day is known, the latest rate that is; where none is known at all, one for one, so that nothing
 * stops: the month's checklist names such currencies (`currenciesWithoutRate`), and a rate set later counts from then on.
 */
async function converter(context: Context, currency: string, on: Day): Promise<ToBook> {
  const to = context.company.currency
  if (currency === to) return (value) => value.minor
  const rate: ExchangeRate | undefined =
    (await exchangeRate(context, { from: currency, to, on })) ?? (await exchangeRate(context, { from: currency, to, on: context.today }))
  return rate ? (value) => convert(value, to, rate).minor : (value) => value.minor
}
