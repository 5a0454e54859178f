import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { setIssuingAutopilot } from '../invoicing/index.ts'
import { todayContract } from './contract.ts'
import { runAutopilot } from './jobs.ts'
import { todayMigration } from './migrations/0001-today.ts'
import { noteDone, readAutopilot, setAutopilot, startAutopilot } from './operations/autopilot.ts'
import { bringBack, dismiss, snooze } from './operations/put-aside.ts'
import { readAutopilotMoves, readToday } from './operations/read-today.ts'
import { refreshToday } from './operations/refresh.ts'
import { refreshers } from './refresh.ts'
import { selectAutopilot } from './store.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })
setIssuingAutopilot(async (context) => (await selectAutopilot(context)).has('invoice-to-send'))

export const todayModule: Module = {
  name: 'today',
  contract: todayContract,
  operations: [readToday, snooze, dismiss, bringBack, readAutopilot, setAutopilot, startAutopilot, readAutopilotMoves, noteDone, refreshToday],
  migrations: [todayMigration],
  subscribers: refreshers,
  jobs: { 'today.autopilot': runAutopilot },
  daily: ['today.refresh', 'today.start-autopilot'],
}
