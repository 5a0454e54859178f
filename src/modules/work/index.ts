import type { ContactId } from '../../kernel/id.ts'
import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { checkWork } from './check.ts'
import { workContract } from './contract.ts'
import { workMigration } from './migrations/0001-work.ts'
import { changeTime, removeTime, restoreTime } from './operations/change-time.ts'
import { listEntries, readWeek } from './operations/read-time.ts'
import { recordMany, recordTime } from './operations/record-time.ts'
import { discardTimer, readTimer, startTimer, stopTimer } from './operations/timer.ts'
import { moveTimeEntries } from './store.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const workModule: Module = {
  name: 'work',
  contract: workContract,
  operations: [recordTime, recordMany, changeTime, removeTime, restoreTime, listEntries, readWeek, readTimer, startTimer, stopTimer, discardTimer],
  migrations: [workMigration],
  check: checkWork,
  subscribers: {
    'contact.merged': (context, { contactId, otherId }: { contactId: ContactId; otherId: ContactId }) =>
      moveTimeEntries(context, { from: otherId, to: contactId }),
  },
}

export { selectTimeEntries as timeEntriesOf, selectUse as timeUse } from './store.ts'
export { minutesByMember } from './sums/store.ts'
