import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { openApplication } from './doors/http/application.ts'
import { listenForOperator, operatorSocket } from './doors/operator.ts'
import { openHouse } from './house.ts'
import { modules } from './modules/modules.ts'
import { watchReceiptsInbox } from './modules/expenses/index.ts'
import { watchBankInbox } from './modules/payments/index.ts'
import { readConfiguration } from './platform/configuration.ts'
import { takeLock } from './platform/lock.ts'

/** Starts the server: house, doors, jobs. Ends cleanly on SIGTERM and SIGINT; a kill -9 loses nothing acknowledged. */
const configuration = readConfiguration()
// This file is src/main.ts, or dist/server/main.js once built.
const officeDirectory = join(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../dist/office' : '../office')
const releaseLock = configuration.databaseUrl ? () => undefined : takeLock(configuration.dataDirectory, 'server')
const house = await openHouse(configuration)
const closeOperator = await listenForOperator(house, operatorSocket(configuration.dataDirectory))
const application = openApplication({
  ...house,
  modules,
  publicUrl: configuration.publicUrl,
  trustsProxy: configuration.trustsProxy,
  officeDirectory,
  wakeJobsAt: (moment) => house.jobs.wakeAt(moment),
})
const server = serve({ fetch: application.fetch, hostname: configuration.host, port: configuration.port }, (address) => {
  house.log.info('started', { url: configuration.publicUrl, port: address.port, engine: house.database.engine })
  process.stdout.write(`Cloudburo is at ${configuration.publicUrl}\n`)
})
house.jobs.start()
house.jobs.wake()
const stopReceiptsInbox = watchReceiptsInbox({ ...house, dataDirectory: configuration.dataDirectory, now: () => Date.parse(house.clock.now()) })
const stopBankInbox = watchBankInbox({ ...house, dataDirectory: configuration.dataDirectory, now: () => Date.parse(house.clock.now()) })

let isEnding = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (isEnding) return
    isEnding = true
    stopBankInbox()
    stopReceiptsInbox()
    server.close(async () => {
      closeOperator()
      await house.close()
      releaseLock()
      process.exit(0)
    })
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
if (!existsSync(officeDirectory)) house.log.info('office.missing', { advice: 'run bin/start' })
