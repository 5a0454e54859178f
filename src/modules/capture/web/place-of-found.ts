import type { Place } from '../../../web/kit/navigation.tsx'

const pathOf: Readonly<Record<string, string>> = {
  contact: '/customers',
  invoice: '/money/invoices',
  credit_note: '/money/invoices',
  agreement: '/agreements',
  product: '/offer/products',
  service: '/offer/services',
}

/** The page that shows what the search found; undefined for a noun without one. */
export function placeOfFound(found: { readonly kind: string; readonly subjectId: string }): Place | undefined {
  const path = pathOf[found.kind]
  return path === undefined ? undefined : (`${path}/${found.subjectId}` as Place)
}
