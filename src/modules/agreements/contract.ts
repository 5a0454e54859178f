import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { daySchema, idSchema, instantSchema, lineSchema, moneySchema, noteSchema, quantitySchema } from '../../kernel/schema.ts'
import { scopeUnitSchema, sellingWays, termsSchema } from '../offer/terms.ts'
import { entryKinds } from './entitlement.ts'
import { agreementStates } from './lifecycle.ts'

const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const
const withCustomer = ['owner', 'staff', 'accountant', 'customer'] as const
const agreementId = idSchema<'agreement'>()
const contactId = idSchema<'contact'>()
const one = z.object({ agreementId })
const done = z.object({ id: agreementId })

export const participantSchema = z.object({ contactId, thingId: contactId.nullable().default(null) })

/** What one scope line entitles to today: of a pass over its life, of a retainer in its period. */
export const standingSchema = z.object({
  lineKey: z.string(),
  unit: scopeUnitSchema,
  every: z.enum(['once', 'period']),
  isUnlimited: z.boolean(),
  granted: quantitySchema,
  used: quantitySchema,
  reserved: quantitySchema,
  left: quantitySchema,
  from: daySchema,
  until: daySchema.nullable(),
})
export type Standing = z.output<typeof standingSchema>

export const agreementLineSchema = z.object({
  id: agreementId,
  name: z.string(),
  way: z.enum(sellingWays).nullable(),
  payerId: contactId,
  payerName: z.string(),
  participants: z.array(z.object({ contactId, name: z.string(), thingId: contactId.nullable(), thingName: z.string().nullable() })),
  state: z.enum(agreementStates),
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  createdOn: daySchema,
  offeredOn: daySchema.nullable(),
  lastSentOn: daySchema.nullable(),
  validUntil: daySchema.nullable(),
  acceptedOn: daySchema.nullable(),
  /** What the customer gets and pays, in the company's language. */
  sentence: z.string(),
  /** The fixed price less its discount, once or per period. */
  price: moneySchema.nullable(),
  every: z.enum(['once', 'period']).nullable(),
  /** At the end of its term it neither ends nor renews by itself: somebody asks. */
  asksForRenewal: z.boolean(),
  standing: z.array(standingSchema),
})
export type AgreementLine = z.output<typeof agreementLineSchema>

const versionSchema = z.object({
  version: z.number().int(),
  effectiveOn: daySchema.nullable(),
  sentence: z.string(),
  terms: termsSchema,
  state: z.enum(['proposed', 'accepted', 'declined']),
  /** SHA-256 of the text that is accepted. */
  textHash: z.string(),
})

export const agreementSchema = agreementLineSchema.extend({
  productId: idSchema<'product'>().nullable(),
  note: z.string(),
  declineReason: z.string().nullable(),
  terms: termsSchema,
  /** In the customer's language: what the offer page shows and what the hash is of. */
  offerText: z.string(),
  textHash: z.string(),
  versions: z.array(versionSchema),
  term: z.object({ endsOn: daySchema, noticeBy: daySchema }).nullable(),
  events: z.array(z.object({ id: idSchema<'agreement-event'>(), kind: z.string(), on: daySchema, key: z.string().nullable(), reason: z.string() })),
  evidence: z.array(
    z.object({
      version: z.number().int(),
      decision: z.enum(['accepted', 'declined']),
      name: z.string(),
      at: instantSchema,
      address: z.string().nullable(),
      textHash: z.string(),
      reason: z.string(),
    }),
  ),
})
export type Agreement = z.output<typeof agreementSchema>

/** How a sale may be said: by a product, by whole terms, or by the few numbers of a way of selling. */
const saleFields = {
  payerId: contactId,
  participants: z.array(participantSchema).max(200).optional(),
  /** The payer takes part with this thing; short for one participant. */
  thingId: contactId.optional(),
  productId: idSchema<'product'>().optional(),
  name: lineSchema(120).optional(),
  way: z.enum(sellingWays).optional(),
  terms: termsSchema.optional(),
  /** Units of the scope: lessons of a pass or course. */
  units: z.union([quantitySchema, z.number().positive().max(100_000)]).optional(),
  /** Minutes of the scope: of a retainer per month. */
  minutes: z.number().int().min(1).max(1_000_000).optional(),
  amount: moneySchema.optional(),
  /** Beyond the scope, per hour or unit. */
  overage: moneySchema.optional(),
  startsOn: daySchema.optional(),
  note: noteSchema(5000).optional(),
}

export const decisionFields = {
  name: lineSchema(200).optional(),
  /** The hash of the text that was read; a customer must send it. */
  textHash: z.string().max(64).optional(),
  /** The network address that the decision came from. */
  address: z.string().max(100).optional(),
}

const onDay = { on: daySchema.optional(), reason: noteSchema(500).default('') }

export const agreementsContract = contract('agreements', {
  list: operation({
    summary: 'List agreements and offers, of all customers or of one (as payer or participant), latest first.',
    effect: 'read',
    roles: withCustomer,
    route: 'GET /agreements',
    input: z.object({
      contactId: contactId.optional(),
      states: z.array(z.enum(agreementStates)).max(9).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ agreements: z.array(agreementLineSchema) }),
    tool: true,
  }),
  'for-delivery': operation({
    summary: 'Tell what can be delivered to a customer on a day, and which running agreement each service belongs to.',
    effect: 'read',
    roles: everyone,
    route: 'GET /contacts/{contactId}/deliverable',
    input: z.object({ contactId, on: daySchema.optional() }),
    output: z.object({
      agreements: z.array(z.object({ id: agreementId, name: z.string(), thingId: contactId.nullable(), thingName: z.string().nullable() })),
      /** What is entitled first, then as in the catalogue. */
      services: z.array(
        z.object({ id: idSchema<'service'>(), name: z.string(), unit: z.string(), minutes: z.number().int().nullable(), agreementId: agreementId.nullable() }),
      ),
      /** Where plain working time goes; null where none or several could be meant. */
      timeAgreementId: agreementId.nullable(),
    }),
  }),
  read: operation({
    summary: 'Read an agreement: terms, state, participants, balance, events and evidence.',
    effect: 'read',
    roles: withCustomer,
    route: 'GET /agreements/{agreementId}',
    input: one,
    output: agreementSchema,
    tool: true,
  }),
  balance: operation({
    summary: 'Read what is left of an agreement on a day, today or past.',
    effect: 'read',
    roles: withCustomer,
    route: 'GET /agreements/{agreementId}/balance',
    input: z.object({ agreementId, on: daySchema.optional() }),
    output: z.object({
      on: daySchema,
      lines: z.array(z.object({ lineKey: z.string(), unit: scopeUnitSchema, isUnlimited: z.boolean(), left: quantitySchema })),
    }),
  }),
  entries: operation({
    summary: 'Read the entitlement ledger of an agreement, entry by entry.',
    effect: 'read',
    roles: everyone,
    route: 'GET /agreements/{agreementId}/entries',
    input: one,
    output: z.object({
      entries: z.array(
        z.object({
          identity: z.string(),
          lot: z.string(),
          lineKey: z.string(),
          unit: scopeUnitSchema,
          kind: z.enum(entryKinds),
          reverses: z.enum(entryKinds).nullable(),
          units: quantitySchema,
          on: daySchema,
          expiresOn: daySchema.nullable(),
          isUnlimited: z.boolean(),
          deliveryId: z.string().nullable(),
        }),
      ),
    }),
  }),
  create: operation({
    summary: 'Sell something to a customer: as a draft, offered at once, or accepted already.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements',
    input: z.object({ ...saleFields, validUntil: daySchema.optional(), then: z.enum(['draft', 'offer', 'accept']).default('draft') }),
    output: z.object({ id: agreementId, sentence: z.string() }),
    tool: true,
    command: true,
  }),
  'change-draft': operation({
    summary: 'Change a draft, or an offer that is not answered yet (it must be offered again).',
    effect: 'write',
    roles: members,
    route: 'PATCH /agreements/{agreementId}',
    input: z.object({
      agreementId,
      payerId: contactId.optional(),
      participants: saleFields.participants,
      name: saleFields.name,
      terms: saleFields.terms,
      note: saleFields.note,
      validUntil: daySchema.nullable().optional(),
    }),
    output: done,
  }),
  'delete-draft': operation({
    summary: 'Delete a draft.',
    effect: 'write',
    roles: members,
    route: 'DELETE /agreements/{agreementId}',
    input: one,
    output: done,
  }),
  offer: operation({
    summary: 'Offer a draft to the customer, who can accept it on a page of their own.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /agreements/{agreementId}/offer',
    input: z.object({ agreementId, validUntil: daySchema.optional(), send: z.boolean().default(true) }),
    output: z.object({ id: agreementId, textHash: z.string() }),
  }),
  'remind-offer': operation({
    summary: 'Remind the customer of an offer that has no answer.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /agreements/{agreementId}/remind',
    input: one,
    output: done,
  }),
  withdraw: operation({
    summary: 'Withdraw an offer that is not answered.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/{agreementId}/withdraw',
    input: one,
    output: done,
  }),
  accept: operation({
    summary: 'Accept an offer (or a draft, when the customer has agreed by word), keeping the evidence.',
    effect: 'write',
    roles: ['owner', 'staff', 'customer'],
    route: 'POST /agreements/{agreementId}/accept',
    input: z.object({ agreementId, ...decisionFields, on: daySchema.optional() }),
    output: done,
    tool: true,
  }),
  decline: operation({
    summary: 'Decline an offer, with the reason.',
    effect: 'write',
    roles: ['owner', 'staff', 'customer'],
    route: 'POST /agreements/{agreementId}/decline',
    input: z.object({ agreementId, ...decisionFields, reason: noteSchema(2000).default('') }),
    output: done,
  }),
  pause: operation({
    summary: 'Pause an agreement from a day on.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/{agreementId}/pause',
    input: z.object({ agreementId, ...onDay }),
    output: done,
  }),
  resume: operation({
    summary: 'Let a paused agreement run again from a day on.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/{agreementId}/resume',
    input: z.object({ agreementId, ...onDay }),
    output: done,
  }),
  'give-notice': operation({
    summary: 'Record notice; the agreement ends when its terms say so.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/{agreementId}/notice',
    input: z.object({ agreementId, ...onDay }),
    output: z.object({ id: agreementId, endsOn: daySchema.nullable() }),
  }),
  'end-early': operation({
    summary: 'End an agreement before its time, settled as its terms say.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/{agreementId}/end',
    input: z.object({ agreementId, ...onDay }),
    output: done,
  }),
  renew: operation({
    summary: 'Renew an agreement: one more term, or a pass sold again with the same terms.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/{agreementId}/renew',
    input: one,
    output: z.object({ id: agreementId, isNew: z.boolean() }),
  }),
  'reach-milestone': operation({
    summary: 'Say that a milestone is reached, so that its part of the price is billed.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/{agreementId}/milestones/{key}',
    input: z.object({ agreementId, key: z.string().max(40), on: daySchema.optional() }),
    output: done,
  }),
  'take-back-event': operation({
    summary: 'Take back a pause, resumption, notice, early end, renewal or milestone that was recorded by mistake.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/{agreementId}/events/{eventId}/take-back',
    input: z.object({ agreementId, eventId: idSchema<'agreement-event'>() }),
    output: done,
  }),
  'propose-amendment': operation({
    summary: 'Propose new terms from a day on; earlier periods keep the earlier terms.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/{agreementId}/amendments',
    input: z.object({ agreementId, terms: termsSchema, effectiveOn: daySchema }),
    output: z.object({ id: agreementId, version: z.number().int(), textHash: z.string() }),
  }),
  'accept-amendment': operation({
    summary: 'Accept proposed new terms, keeping the evidence.',
    effect: 'write',
    roles: ['owner', 'staff', 'customer'],
    route: 'POST /agreements/{agreementId}/amendments/{version}/accept',
    input: z.object({ agreementId, version: z.coerce.number().int(), ...decisionFields }),
    output: done,
  }),
  'decline-amendment': operation({
    summary: 'Decline proposed new terms.',
    effect: 'write',
    roles: ['owner', 'staff', 'customer'],
    route: 'POST /agreements/{agreementId}/amendments/{version}/decline',
    input: z.object({ agreementId, version: z.coerce.number().int(), ...decisionFields, reason: noteSchema(2000).default('') }),
    output: done,
  }),
  adjust: operation({
    summary: 'Give units to an agreement or take some off by hand, with the reason.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/{agreementId}/adjust',
    input: z.object({
      agreementId,
      lineKey: z.string().max(40).optional(),
      units: quantitySchema,
      expiresOn: daySchema.nullable().default(null),
      reason: lineSchema(500),
    }),
    output: done,
  }),
  'enter-opening': operation({
    summary: 'Enter an agreement that runs already: nothing before the opening day is billed again, and what remains is kept.',
    effect: 'write',
    roles: members,
    route: 'POST /agreements/opening',
    input: z.object({
      ...saleFields,
      /** The day it really began. */
      startsOn: daySchema,
      /** What falls due before this day was billed elsewhere; today when left out. */
      openingOn: daySchema.optional(),
      /** Units left on the opening day, of each line or of the only one. */
      remaining: z
        .array(z.object({ lineKey: z.string().max(40).optional(), units: quantitySchema }))
        .max(20)
        .default([]),
    }),
    output: z.object({ id: agreementId, sentence: z.string() }),
  }),
  'bring-up-to-date': operation({
    summary: 'Grant, roll over and expire what is due today in every agreement. Runs daily.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /agreements/bring-up-to-date',
    input: z.object({}),
    output: z.object({ entries: z.number().int() }),
  }),
})
