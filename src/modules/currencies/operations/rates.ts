import { invalid, notFound } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { currenciesContract } from '../contract.ts'
import { exchangeRate } from '../exchange-rate.ts'
import { crossRate, parseRate, type ExchangeRate } from '../rate.ts'
import { readRates } from '../read-rates.ts'
import { insertImported, insertOwnRate, latestRates, listOwnRates, removeOwnRateRow } from '../store.ts'

export const readRate = implement(currenciesContract['currencies.rate'], async (context, input) => {
  const rate = await exchangeRate(context, { from: input.from, to: input.to, on: input.on ?? context.today })
  return { rate: rate ? onTheWire(rate) : null }
})

export const listRates = implement(currenciesContract['currencies.rates'], async (context, input) => {
  const to = context.company.currency
  const latest = await latestRates(context, input.on ?? context.today)
  const perEuro: Readonly<Record<string, string>> = { EUR: '1', ...latest?.rates }
  const rates = Object.keys(latest ? perEuro : {})
    .filter((from) => from !== to && perEuro[to] !== undefined)
    .sort()
    .flatMap((from) => crossRate({ from, to, perEuroFrom: perEuro[from]!, perEuroTo: perEuro[to]!, on: latest!.on, source: 'ecb' }) ?? [])
  return { on: latest?.on ?? null, rates: rates.map(onTheWire), own: await listOwnRates(context) }
})

export const setOwnRate = implement(currenciesContract['currencies.set-own-rate'], async (context, input) => {
  if (input.from === input.to) invalid({ to: 'currency_same' })
  if (!parseRate(input.rate)) invalid({ rate: 'rate_malformed' })
  if (input.validTo < input.validFrom) invalid({ validTo: 'day_too_early' })
  return { id: await insertOwnRate(context, input) }
})

export const removeOwnRate = implement(currenciesContract['currencies.remove-own-rate'], async (context, input) => {
  if (!(await removeOwnRateRow(context, input.ownRateId))) notFound('own-rate')
  return { id: input.ownRateId }
})

export const importRates = implement(currenciesContract['currencies.import-rates'], async (context, input) => {
  const days = readRates(new Uint8Array(Buffer.from(input.content, 'base64')))
  await insertImported(context, days)
  return { days: days.length, from: days[0]!.on, to: days.at(-1)!.on }
})

/** The fetch itself is a job, since an operation awaits nothing but the database. */
export const fetchDue = implement(currenciesContract['currencies.fetch-due'], async (context) => {
  await context.later({ kind: 'currencies.fetch', payload: null, key: 'currencies.fetch' })
  return {}
})

function onTheWire({ from, to, text, on, source }: ExchangeRate) {
  return { from, to, rate: text, on, source }
}
