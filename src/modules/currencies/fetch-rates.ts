import { addDays, weekdayOf, type Day } from '../../kernel/day.ts'
import { dayIn, type Zone } from '../../kernel/instant.ts'
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import { readRates, type DayRates } from './read-rates.ts'
import { insertPublished, lastPublishedOn } from './store.ts'

/** Where the ECB publishes its euro foreign exchange reference rates, around 16:00 Central European Time on working days. */
const files = {
  daily: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml',
  ninetyDays: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml',
}
const frankfurt = 'Europe/Berlin' as Zone

/** Of many companies' jobs in one night only the first one asks, and where nothing answers nobody asks again for a while. */
let silentUntil = ''

/** Fetches what was published since the last look. Unreachable is no failure: the rates of the days before stay good for a week. */
export const fetchRates: JobHandler = async (_job, services) => {
  const now = services.clock.now()
  if (silentUntil > now) return
  const expected = lastWorkingDay(addDays(dayIn(now, frankfurt), -1))
  const known = await services.database.readPlatform(lastPublishedOn)
  if (known !== undefined && known >= expected) return
  const isOneDayBehind = known !== undefined && lastWorkingDay(addDays(expected, -1)) <= known
  const answer = await services.outside.ask({ url: isOneDayBehind ? files.daily : files.ninetyDays })
  const days = answer?.status === 200 ? readable(answer.body) : []
  if (days.length === 0) {
    services.log.info('currencies.not-reached', {})
    silentUntil = new Date(Date.parse(now) + 30 * 60_000).toISOString()
    return
  }
  await services.database.writePlatform((transaction) => insertPublished(transaction, days, now))
}

/** Saturday and Sunday have no rates; a bank holiday only means that we look once more. */
function lastWorkingDay(on: Day): Day {
  const weekday = weekdayOf(on)
  return weekday > 5 ? addDays(on, 5 - weekday) : on
}

function readable(body: Uint8Array): DayRates[] {
  try {
    return readRates(body)
  } catch {
    return []
  }
}
