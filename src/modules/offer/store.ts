import type { z } from 'zod'
import { fold } from '../../kernel/fold.ts'
import type { CompanyId, ProductId, ServiceId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import { money } from '../../kernel/money.ts'
import { Quantity } from '../../kernel/quantity.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { Service } from './contract.ts'
import { termsSchema, type SellingWay, type TaxCategory, type Terms, type Unit } from './terms.ts'

type OfferTables = {
  services: {
    company_id: string
    id: string
    name: string
    description: string
    unit: string
    minutes: bigint | null
    price_minor: bigint | null
    price_currency: string | null
    per_thousandths: bigint
    tax_category: string
    draws_thousandths: bigint
    created_at: string
    archived_at: string | null
  }
  products: {
    company_id: string
    id: string
    name: string
    description: string
    way: string
    terms: string
    created_at: string
    archived_at: string | null
  }
}

/** A product as it is stored: terms parsed, without its sentence, which depends on a language. */
export interface StoredProduct {
  readonly id: ProductId
  readonly name: string
  readonly description: string
  readonly way: SellingWay
  readonly terms: Terms
  readonly isArchived: boolean
}

/** What opens a store: a transaction inside a company. */
interface Place {
  readonly database: Transaction
  readonly company: { readonly id: CompanyId }
}

const tables = (place: Place) => place.database.withTables<OfferTables>()

export async function findServices(place: Place, options: { withArchived: boolean }): Promise<Service[]> {
  let query = tables(place).selectFrom('services').selectAll().where('company_id', '=', place.company.id)
  if (!options.withArchived) query = query.where('archived_at', 'is', null)
  return byName((await query.execute()).map(toService))
}

export async function findService(place: Place, id: ServiceId): Promise<Service | undefined> {
  const row = await tables(place).selectFrom('services').selectAll().where('company_id', '=', place.company.id).where('id', '=', id).executeTakeFirst()
  return row && toService(row)
}

/** Adds the service, or writes over the one with its id. */
export async function saveService(place: Place, service: Service, now: Instant): Promise<void> {
  const changes = {
    name: service.name,
    description: service.description,
    unit: service.unit,
    minutes: service.minutes === null ? null : BigInt(service.minutes),
    price_minor: service.price?.minor ?? null,
    price_currency: service.price?.currency ?? null,
    per_thousandths: service.per.thousandths,
    tax_category: service.taxCategory,
    draws_thousandths: service.draws.thousandths,
    archived_at: service.isArchived ? now : null,
  }
  await tables(place)
    .insertInto('services')
    .values({ company_id: place.company.id, id: service.id, created_at: now, ...changes })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doUpdateSet(changes))
    .execute()
}

export async function findProducts(place: Place, options: { withArchived: boolean }): Promise<StoredProduct[]> {
  let query = tables(place).selectFrom('products').selectAll().where('company_id', '=', place.company.id)
  if (!options.withArchived) query = query.where('archived_at', 'is', null)
  return byName((await query.execute()).map(toProduct))
}

export async function findProduct(place: Place, id: ProductId): Promise<StoredProduct | undefined> {
  const row = await tables(place).selectFrom('products').selectAll().where('company_id', '=', place.company.id).where('id', '=', id).executeTakeFirst()
  return row && toProduct(row)
}

/** Adds the product, or writes over the one with its id. */
export async function saveProduct(place: Place, product: StoredProduct, now: Instant): Promise<void> {
  const changes = {
    name: product.name,
    description: product.description,
    way: product.way,
    terms: JSON.stringify(product.terms),
    archived_at: product.isArchived ? now : null,
  }
  await tables(place)
    .insertInto('products')
    .values({ company_id: place.company.id, id: product.id, created_at: now, ...changes })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doUpdateSet(changes))
    .execute()
}

function toService(row: OfferTables['services']): Service {
  return {
    id: row.id as ServiceId,
    name: row.name,
    description: row.description,
    unit: row.unit as Unit,
    minutes: row.minutes === null ? null : Number(row.minutes),
    price: row.price_minor === null || row.price_currency === null ? null : money(row.price_minor, row.price_currency),
    per: new Quantity(row.per_thousandths),
    taxCategory: row.tax_category as TaxCategory,
    draws: new Quantity(row.draws_thousandths),
    isArchived: row.archived_at !== null,
  }
}

function toProduct(row: OfferTables['products']): StoredProduct {
  return {
    id: row.id as ProductId,
    name: row.name,
    description: row.description,
    way: row.way as SellingWay,
    terms: termsSchema.parse(JSON.parse(row.terms) as z.input<typeof termsSchema>),
    isArchived: row.archived_at !== null,
  }
}

function byName<Named extends { readonly name: string }>(list: Named[]): Named[] {
  return list
    .map((each) => ({ each, key: fold(each.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ each }) => each)
}
