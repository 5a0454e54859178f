import type { Format } from '../../../web/kit/format.ts'
import { hoursText } from '../../../web/kit/format.ts'
import type { Place } from '../../../web/kit/navigation.tsx'
import type { Translator } from '../../../web/kit/texts.tsx'
import type { WireEntry } from './wire.ts'

/** An entry in words: the text of its kind, filled; what somebody wrote stands apart as a quote. */
export function entryText(entry: WireEntry, { translator, format }: { translator: Translator; format: Format }): { title: string; quote?: string } {
  const { t, has } = translator
  const parameters = readable(entry.parameters, { t, format })
  if (entry.kind === 'note.added') return { title: t('thread.noted'), quote: String(entry.parameters['text'] ?? '') }
  if (entry.kind === 'contact.changed') return { title: t('thread.contact-changed', { fields: changedFields(entry, translator) }) }
  const key = `timeline.${entry.kind}`
  return { title: (has(key) ? t(key, parameters) : t('thread.something', { kind: entry.kind.replaceAll(/[.-]/g, ' ') })).replace(/\s*[:,(]\s*\)?$/, '') }
}

/** Amounts with their places, days as people say them, minutes as hours. */
function readable(parameters: WireEntry['parameters'], { format }: { t: Translator['t']; format: Format }): Record<string, string | number> {
  const currency = parameters['currency']
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (name === 'amount' && typeof currency === 'string') return [name, format.amount({ amount: String(value), currency })]
      if (name === 'minutes') return [name, hoursText(Number(value))]
      if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return [name, format.day(value, { isShort: true })]
      return [name, value]
    }),
  )
}

function changedFields(entry: WireEntry, { t, has }: Translator): string {
  try {
    const changes = JSON.parse(String(entry.parameters['changes'] ?? '[]')) as { field: string }[]
    return changes
      .map(({ field }) => (has(`contacts.${field}`) ? t(`contacts.${field}`) : has(`thread.field-${field}`) ? t(`thread.field-${field}`) : field))
      .join(', ')
  } catch {
    return ''
  }
}

/** Where a click on the entry leads. */
export function placeOfEntry(entry: WireEntry): Place | undefined {
  if (entry.subjectId === null) return undefined
  const noun = entry.kind.split('.')[0]
  if (noun === 'invoice' || noun === 'credit-note') return `/money/invoices/${entry.subjectId}`
  if (noun === 'agreement' || noun === 'offer') return `/agreements/${entry.subjectId}`
  if (noun === 'session') return `/calendar/sessions/${entry.subjectId}`
  if (noun === 'message') return `/messages/${entry.subjectId}`
  return undefined
}
