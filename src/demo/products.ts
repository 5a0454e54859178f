import type { Terms } from '../modules/offer/terms.ts'
import type { WayBasics } from '../modules/offer/ways.ts'
import type { Stage } from './stage.ts'

/** Tax and terms of payment as most of a company's products have them. */
export function basicsOf(stage: Stage, more: Partial<WayBasics> = {}): WayBasics {
  return { currency: stage.company.currency, isTaxIncluded: false, taxCategory: 'standard', daysToPay: 30, ...more }
}

export async function addService(stage: Stage, service: Readonly<Record<string, unknown>>): Promise<string> {
  return (await stage.call('offer.create-service', service)).id
}

export async function addProduct(stage: Stage, product: { name: string; way: string; terms: Terms; description?: string }): Promise<string> {
  return (await stage.call('offer.create-product', { ...product, terms: JSON.parse(JSON.stringify(product.terms)) })).id
}
