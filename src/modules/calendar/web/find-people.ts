import { call } from '../../../web/kit/client.ts'
import type { Option } from '../../../web/kit/combobox.tsx'

/** People and organisations by what was typed; the most recent when nothing is typed. */
export async function findPeople(typed: string, signal: AbortSignal): Promise<Option[]> {
  if (typed.trim() !== '') {
    const { found } = await call('contacts.find', { text: typed, kind: 'contact', limit: 8 }, { signal })
    return found.map(({ subjectId, title, detail }) => ({ id: subjectId, label: title, detail: detail || undefined }))
  }
  const { contacts } = await call('contacts.list', { sort: 'recent', limit: 12 }, { signal })
  return contacts
    .filter((contact) => contact.kind !== 'thing')
    .slice(0, 8)
    .map(({ id, name, city }) => ({ id, label: name, detail: city || undefined }))
}

/** Animals and things by what was typed. */
export async function findThings(typed: string, signal: AbortSignal): Promise<Option[]> {
  const { contacts } = await call('contacts.list', { text: typed, kind: 'thing', sort: 'recent', limit: 8 }, { signal })
  return contacts.map(({ id, name, thingKind }) => ({ id, label: name, detail: thingKind || undefined }))
}
