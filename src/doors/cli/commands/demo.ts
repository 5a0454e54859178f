import { fillDemo } from '../../../demo/index.ts'
import { openHouse } from '../../../house.ts'
import { ManualClock, systemClock } from '../../../platform/clock.ts'
import { takeLock } from '../../../platform/lock.ts'
import { silentLog } from '../../../platform/log.ts'
import type { Command } from '../arguments.ts'

export const demo: Command = {
  usage: 'demo',
  summary: 'Fills an empty data folder or database with the five companies and a year of their work; prints the logins.',
  async run({ configuration, print }) {
    const release = configuration.databaseUrl ? () => undefined : takeLock(configuration.dataDirectory, 'the demo')
    try {
      // The demo lives through a past year and writes to nobody.
      const house = await openHouse({ ...configuration, smtpUrl: undefined }, { clock: new ManualClock(systemClock.now()), log: silentLog })
      try {
        print('Five companies live through a year. This takes a minute or two …')
        const { logins, password } = await fillDemo(house, {
          onDay: (day) => {
            if (day.endsWith('-01')) print(`  ${day.slice(0, 7)}`)
          },
        })
        for (const { company, name, email } of logins) print(`${company}: sign in as ${name}, ${email}`)
        print(`The password of all of them: ${password}`)
      } finally {
        await house.close()
      }
    } finally {
      release()
    }
  },
}
