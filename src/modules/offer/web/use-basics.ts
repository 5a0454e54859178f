import { useCompany } from '../../../web/kit/session.tsx'
import type { WayBasics } from '../ways.ts'

/** What the company says once for every way of selling. */
export function useBasics(): WayBasics {
  const { currency, isTaxIncluded, daysToPay } = useCompany()
  return { currency, isTaxIncluded, taxCategory: 'standard', daysToPay }
}
