import { call } from '../../../web/kit/client.ts'
import type { Option } from '../../../web/kit/combobox.tsx'

/** Customers by the beginnings of their words, for a Combobox. */
export async function findContacts(text: string, signal: AbortSignal): Promise<Option[]> {
  const { found } = await call('contacts.find', { text, kind: 'contact', limit: 8 }, { signal })
  return found.map((each) => ({ id: each.subjectId, label: each.title, detail: each.detail || undefined }))
}
