import type { ContactId } from '../../kernel/id.ts'
import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { checkCalendar } from './check.ts'
import { calendarContract } from './contract.ts'
import { calendarMigration } from './migrations/0001-calendar.ts'
import { confirmAttendance, reopenAttendance, setParticipantOutcome } from './operations/attendance.ts'
import { addToSession, book } from './operations/book.ts'
import { cancel, move, restore } from './operations/move.ts'
import { readOverview } from './operations/read-overview.ts'
import { listSessions, readSession } from './operations/read-sessions.ts'
import { moveParticipants } from './store.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const calendarModule: Module = {
  name: 'calendar',
  contract: calendarContract,
  operations: [book, move, addToSession, setParticipantOutcome, confirmAttendance, reopenAttendance, cancel, restore, listSessions, readSession, readOverview],
  migrations: [calendarMigration],
  check: checkCalendar,
  subscribers: {
    'contact.merged': (context, { contactId, otherId }: { contactId: ContactId; otherId: ContactId }) =>
      moveParticipants(context, { from: otherId, to: contactId }),
  },
}

export { agendaOf, nextSessionOf, type AgendaLine } from './agenda.ts'
export { selectUse as sessionUse } from './store.ts'
