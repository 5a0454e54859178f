import { z } from 'zod'
import {
  countrySchema,
  currencySchema,
  daySchema,
  emailSchema,
  idSchema,
  instantSchema,
  languageSchema,
  lineSchema,
  noteSchema,
  zoneSchema,
} from '../../kernel/schema.ts'
import { contactKinds, contactStates } from './contact.ts'
import { relationshipKinds } from './relationship.ts'

/** A text that may stay empty. */
const text = (lengthMax: number) => z.string().trim().max(lengthMax, { error: 'text_too_long' })

const label = text(40).default('other')
const isPreferred = z.boolean().default(false)

const emailEntry = z.object({ label, value: emailSchema, isPreferred })
const phoneEntry = z.object({ label, value: lineSchema(60), isPreferred })

const addressSchema = z
  .object({
    label,
    street: text(300).default(''),
    postalCode: text(20).default(''),
    city: text(100).default(''),
    region: text(100).default(''),
    country: countrySchema.or(z.literal('')).default(''),
    isPreferred,
  })
  .refine((address) => address.street !== '' || address.city !== '' || address.postalCode !== '', { error: 'address_empty' })

const attributeSchema = z.object({ name: lineSchema(60), value: text(500) })

/** What may be typed about a contact; the name alone is enough, and an e-mail stands in for it. */
const typedFields = {
  kind: z.enum(contactKinds),
  name: text(200),
  givenName: text(100),
  familyName: text(100),
  jobTitle: text(100),
  thingKind: text(40),
  birthDay: daySchema.nullable(),
  language: languageSchema.nullable(),
  currency: currencySchema.nullable(),
  zone: zoneSchema.nullable(),
  vatNumber: text(30),
  buyerReference: text(100),
  remark: noteSchema(),
  attributes: z.array(attributeSchema).max(30),
  emails: z.array(emailEntry).max(20),
  phones: z.array(phoneEntry).max(20),
  addresses: z.array(addressSchema).max(20),
}

export const contactPatchSchema = z.object(typedFields).partial()

export const contactFieldsSchema = contactPatchSchema.extend({
  kind: z.enum(contactKinds).default('person'),
  /** The short form of one e-mail. */
  email: emailSchema.optional(),
  phone: lineSchema(60).optional(),
  /** Said at once: the dog is owned by, the employee works for. */
  relationships: z
    .array(z.object({ kind: z.enum(relationshipKinds), contactId: idSchema<'contact'>() }))
    .max(20)
    .default([]),
})
export type TypedContact = z.output<typeof contactFieldsSchema>
export type ContactPatch = z.output<typeof contactPatchSchema>

const entry = z.object({ label: z.string(), value: z.string(), isPreferred: z.boolean() })

export const addressOutput = z.object({
  label: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  region: z.string(),
  country: z.string(),
  isPreferred: z.boolean(),
})

const contactOutput = z.object({
  id: idSchema<'contact'>(),
  ...typedFields,
  emails: z.array(entry),
  phones: z.array(entry),
  addresses: z.array(addressOutput),
  state: z.enum(contactStates),
  isArchived: z.boolean(),
  isErased: z.boolean(),
  createdAt: instantSchema,
  lastActivityAt: instantSchema,
})

/** A relationship as one of its two contacts sees it: "child of", and of whom. */
export const relationshipSchema = z.object({
  id: idSchema<'relationship'>(),
  kind: z.enum(relationshipKinds),
  otherId: idSchema<'contact'>(),
  otherName: z.string(),
  otherKind: z.enum(contactKinds),
})

export const taskKinds = ['call', 'task'] as const

export const taskSchema = z.object({
  id: idSchema<'task'>(),
  contactId: idSchema<'contact'>().nullable(),
  contactName: z.string(),
  kind: z.enum(taskKinds),
  title: z.string(),
  dueOn: daySchema,
  doneAt: instantSchema.nullable(),
})

export const contactDetailSchema = contactOutput.extend({
  relationships: z.array(relationshipSchema),
  tasks: z.array(taskSchema),
})

/** A contact as lists show it. */
export const contactLineSchema = z.object({
  id: idSchema<'contact'>(),
  kind: z.enum(contactKinds),
  name: z.string(),
  thingKind: z.string(),
  email: z.string(),
  phone: z.string(),
  city: z.string(),
  state: z.enum(contactStates),
  isArchived: z.boolean(),
  lastActivityAt: instantSchema,
})

/** One thing the search box found: the noun and its id open its page. */
export const foundSchema = z.object({
  kind: z.string(),
  subjectId: z.string(),
  contactId: z.string().nullable(),
  title: z.string(),
  detail: z.string(),
  isExact: z.boolean(),
})

export const timelineEntrySchema = z.object({
  id: idSchema<'timeline-entry'>(),
  contactId: idSchema<'contact'>(),
  occurredAt: instantSchema,
  kind: z.string(),
  subjectId: z.string().nullable(),
  actorName: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
})
