import { fold } from '../../../kernel/fold.ts'
import { call } from '../../../web/kit/client.ts'
import type { Option } from '../../../web/kit/combobox.tsx'

/** Contacts for a field that chooses one. */
export async function findContacts(typed: string, signal?: AbortSignal): Promise<readonly Option[]> {
  const { found } = await call('contacts.find', { text: typed, kind: 'contact', limit: 12 }, signal ? { signal } : {})
  return found.map((each) => ({ id: each.subjectId, label: each.title, detail: each.detail }))
}

/** The one contact of exactly this name; undefined when there is none or more than one. */
export async function contactNamed(name: string): Promise<string | undefined> {
  const same = (await findContacts(name)).filter((option) => fold(option.label) === fold(name))
  return same.length === 1 ? same[0]!.id : undefined
}
