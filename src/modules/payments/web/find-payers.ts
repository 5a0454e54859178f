import { useCallback } from 'react'
import { call } from '../../../web/kit/client.ts'
import type { Option } from '../../../web/kit/combobox.tsx'
import { useFormat } from '../../../web/kit/format.ts'

/** Customers by what was typed; the most recent when nothing is typed. */
export async function findPayers(typed: string, signal: AbortSignal): Promise<Option[]> {
  if (typed.trim() === '') {
    const { contacts } = await call('contacts.list', { sort: 'recent', limit: 8 }, { signal })
    return contacts.filter((contact) => contact.kind !== 'thing').map(({ id, name, city }) => ({ id, label: name, detail: city || undefined }))
  }
  const { found } = await call('contacts.find', { text: typed, kind: 'contact', limit: 8 }, { signal })
  return found.map(({ subjectId, title, detail }) => ({ id: subjectId, label: title, detail: detail || undefined }))
}

/** Finds open invoices by number or customer, the amount beside them as this person reads amounts. */
export function useFindOpenInvoices(): (typed: string, signal: AbortSignal) => Promise<Option[]> {
  const format = useFormat()
  return useCallback(
    async (typed, signal) => {
      const { invoices } = await call('invoicing.list', { filter: 'open', search: typed.trim(), limit: 8 }, { signal })
      return invoices.map((invoice) => ({
        id: invoice.id,
        label: `${invoice.number ?? ''} ${invoice.contactName}`,
        detail: invoice.open ? format.money(invoice.open) : undefined,
      }))
    },
    [format],
  )
}
