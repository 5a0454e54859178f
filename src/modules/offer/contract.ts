import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { idSchema, lineSchema, moneySchema, noteSchema, quantitySchema } from '../../kernel/schema.ts'
import { sellingWays, taxCategorySchema, termsSchema, unitSchema } from './terms.ts'

const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const

const serviceFields = {
  name: lineSchema(120),
  description: noteSchema(2000),
  unit: unitSchema,
  /** How long one session of it takes; null for work that is measured and for pieces. */
  minutes: z.number().int().min(5).max(1440).nullable(),
  /** The single price, and for how many units it is (60 minutes); null is not sold singly. */
  price: moneySchema.nullable(),
  per: quantitySchema,
  taxCategory: taxCategorySchema,
  /** How many units of an entitlement one session draws; a service counted in minutes draws its minutes. */
  draws: quantitySchema,
}

export const serviceSchema = z.object({ id: idSchema<'service'>(), ...serviceFields, isArchived: z.boolean() })
export type Service = z.output<typeof serviceSchema>

const productFields = {
  name: lineSchema(120),
  description: noteSchema(4000),
  /** How its form starts; the rules look at the terms only. */
  way: z.enum(sellingWays),
  terms: termsSchema,
}

export const productSchema = z.object({
  id: idSchema<'product'>(),
  ...productFields,
  /** What the customer gets and pays, in the company's language. */
  sentence: z.string(),
  isArchived: z.boolean(),
})
export type Product = z.output<typeof productSchema>

const serviceId = z.object({ serviceId: idSchema<'service'>() })
const productId = z.object({ productId: idSchema<'product'>() })

export const offerContract = contract('offer', {
  list: operation({
    summary: 'List the services and products that the company sells.',
    effect: 'read',
    roles: everyone,
    route: 'GET /offer',
    input: z.object({ withArchived: z.boolean().default(false) }),
    output: z.object({ services: z.array(serviceSchema), products: z.array(productSchema) }),
    tool: true,
  }),
  'read-product': operation({
    summary: 'Read one product with its terms.',
    effect: 'read',
    roles: everyone,
    route: 'GET /products/{productId}',
    input: productId,
    output: productSchema,
  }),
  'create-service': operation({
    summary: 'Add a service: what is delivered, how it is counted, and its single price.',
    effect: 'write',
    roles: members,
    route: 'POST /services',
    input: z.object({
      ...serviceFields,
      description: serviceFields.description.default(''),
      minutes: serviceFields.minutes.default(null),
      price: serviceFields.price.default(null),
      per: quantitySchema.optional(),
      draws: quantitySchema.optional(),
      taxCategory: taxCategorySchema.default('standard'),
    }),
    output: z.object({ id: idSchema<'service'>() }),
  }),
  'update-service': operation({
    summary: 'Change a service. What was agreed and delivered before stays as it was.',
    effect: 'write',
    roles: members,
    route: 'PATCH /services/{serviceId}',
    input: z.object({ serviceId: idSchema<'service'>() }).extend(z.object(serviceFields).omit({ unit: true }).partial().shape),
    output: z.object({ id: idSchema<'service'>() }),
  }),
  'archive-service': operation({
    summary: 'Archive a service, so that it is no longer proposed.',
    effect: 'write',
    roles: members,
    route: 'POST /services/{serviceId}/archive',
    input: serviceId,
    output: z.object({ id: idSchema<'service'>() }),
  }),
  'restore-service': operation({
    summary: 'Bring an archived service back.',
    effect: 'write',
    roles: members,
    route: 'POST /services/{serviceId}/restore',
    input: serviceId,
    output: z.object({ id: idSchema<'service'>() }),
  }),
  'create-product': operation({
    summary: 'Add a product: a name and its terms (scope, price, billing, duration).',
    effect: 'write',
    roles: members,
    route: 'POST /products',
    input: z.object({ ...productFields, description: productFields.description.default('') }),
    output: z.object({ id: idSchema<'product'>() }),
  }),
  'update-product': operation({
    summary: 'Change a product. Agreements made from it keep the terms of their sale.',
    effect: 'write',
    roles: members,
    route: 'PATCH /products/{productId}',
    input: z.object({ productId: idSchema<'product'>() }).extend(z.object(productFields).partial().shape),
    output: z.object({ id: idSchema<'product'>() }),
  }),
  'archive-product': operation({
    summary: 'Archive a product, so that it is no longer proposed.',
    effect: 'write',
    roles: members,
    route: 'POST /products/{productId}/archive',
    input: productId,
    output: z.object({ id: idSchema<'product'>() }),
  }),
  'restore-product': operation({
    summary: 'Bring an archived product back.',
    effect: 'write',
    roles: members,
    route: 'POST /products/{productId}/restore',
    input: productId,
    output: z.object({ id: idSchema<'product'>() }),
  }),
})
