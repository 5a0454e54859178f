import type { Translator } from '../../../web/kit/texts.tsx'
import type { Place } from '../../../web/kit/navigation.tsx'
import type { Named } from '../understanding.ts'

/** Where a command of the contracts is done, when it is more than a line of words: the page that opens. */
const pages: Readonly<Record<string, Place>> = {
  'contacts.create': '/customers/new',
  'invoicing.create-draft': '/money/invoices/new',
  'offer.create-product': '/offer/products/new',
  'offer.create-service': '/offer/services/new',
  'agreements.create': '/agreements/new',
  'payments.record': '/money',
  'work.record-time': '/calendar/time',
  'work.start-timer': '/calendar/time',
  'work.stop-timer': '/calendar/time',
  'calendar.book': '/calendar/new',
}

/** The commands that have a text in the user's language, by that text. */
export function commandNames({ t, has }: Translator): Named[] {
  return Object.keys(pages).flatMap((id) => (has(`command.${id}`) ? [{ id, name: t(`command.${id}`) }] : []))
}

export function pageOfCommand(command: string): Place | undefined {
  return pages[command]
}
