import { call } from '../../../web/kit/client.ts'
import type { Option } from '../../../web/kit/combobox.tsx'

/** Customers by what was typed; the most recent when nothing is typed. */
export async function findPayers(typed: string, signal: AbortSignal): Promise<Option[]> {
  if (typed.trim() === '') {
    const { contacts } = await call('contacts.list', { sort: 'recent', limit: 8 }, { signal })
    return contacts.filter((contact) => contact.kind !== 'thing').map(({ id, name, city }) => ({ id, label: name, detail: city || undefined }))
  }
  const { found } = await call('contacts.find', { text: typed, kind: 'contact', limit: 8 }, { signal })
  return found.map(({ subjectId, title, detail }) => ({ id: subjectId, label: title, detail: detail || undefined }))
}

/** Open invoices by number or customer, the amount beside them. */
export async function findOpenInvoices(typed: string, signal: AbortSignal): Promise<Option[]> {
  const { invoices } = await call('invoicing.list', { filter: 'open', search: typed.trim(), limit: 8 }, { signal })
  return invoices.map((invoice) => ({
    id: invoice.id,
    label: `${invoice.number ?? ''} ${invoice.contactName}`,
    detail: invoice.open ? `${invoice.open.currency} ${invoice.open.amount}` : undefined,
  }))
}
