import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { daySchema, idSchema, instantSchema, moneySchema } from '../../kernel/schema.ts'
import { agreementLineSchema } from '../agreements/contract.ts'
import { suggestionKinds } from './suggest.ts'

const contactId = idSchema<'contact'>()

const entrySchema = z.object({
  id: z.string(),
  occurredAt: instantSchema,
  kind: z.string(),
  subjectId: z.string().nullable(),
  actorName: z.string(),
  /** What the text `timeline.<kind>` is filled with. */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
})

const timelinePage = z.object({
  entries: z.array(entrySchema),
  /** Where the next page begins; null on the last. */
  next: z.string().nullable(),
})

const relatedSchema = z.object({ kind: z.string(), otherId: z.string(), otherName: z.string(), otherKind: z.string() })
const everyone = ['owner', 'staff', 'accountant'] as const

export const threadContract = contract('thread', {
  read: operation({
    summary: 'Read everything about one customer at a glance: who, what is promised and left, what is owed, what comes next, what happened, what to do.',
    effect: 'read',
    roles: everyone,
    route: 'GET /customers/{contactId}/thread',
    input: z.object({ contactId, limit: z.coerce.number().int().min(1).max(100).default(30) }),
    output: z.object({
      contact: z.object({
        id: contactId,
        kind: z.string(),
        name: z.string(),
        state: z.string(),
        thingKind: z.string(),
        jobTitle: z.string(),
        remark: z.string(),
        vatNumber: z.string(),
        birthDay: daySchema.nullable(),
        emails: z.array(z.object({ label: z.string(), value: z.string() })),
        phones: z.array(z.object({ label: z.string(), value: z.string() })),
        addresses: z.array(z.object({ label: z.string(), lines: z.array(z.string()) })),
        attributes: z.array(z.object({ name: z.string(), value: z.string() })),
        isArchived: z.boolean(),
        isErased: z.boolean(),
        lastActivityAt: instantSchema,
      }),
      relationships: z.array(relatedSchema),
      tasks: z.array(z.object({ id: z.string(), kind: z.enum(['call', 'task']), title: z.string(), dueOn: daySchema })),
      /** Running and offered ones, also those that others pay for. */
      agreements: z.array(agreementLineSchema),
      money: z.array(z.object({ open: moneySchema, overdue: moneySchema })),
      unbilled: z.array(z.object({ amount: moneySchema, since: daySchema })),
      nextSession: z.object({ id: z.string(), name: z.string(), startsAt: instantSchema, place: z.string() }).nullable(),
      unanswered: z.number().int(),
      timeline: timelinePage,
      suggestions: z.array(
        z.object({
          kind: z.enum(suggestionKinds),
          /** The operation that does it with its input; null where more must be said first. */
          doing: z.object({ operation: z.string(), input: z.record(z.string(), z.unknown()) }).nullable(),
          subjectId: z.string().nullable(),
          facts: z.record(z.string(), z.union([z.string(), z.number(), moneySchema])),
        }),
      ),
    }),
    tool: true,
  }),
  'merge-preview': operation({
    summary: 'Show what goes from one contact to another when the two become one, and the balance of both together.',
    effect: 'read',
    roles: ['owner', 'staff'],
    route: 'GET /contacts/{contactId}/merge-preview/{otherId}',
    input: z.object({ contactId, otherId: contactId }),
    output: z.object({
      kept: z.object({ id: contactId, name: z.string(), details: z.array(z.string()) }),
      other: z.object({ id: contactId, name: z.string(), details: z.array(z.string()) }),
      /** What the other has; all of it goes to the one that is kept. */
      moves: z.object({
        agreements: z.number().int(),
        sessions: z.number().int(),
        minutes: z.number().int(),
        invoices: z.number().int(),
        messages: z.number().int(),
        tasks: z.number().int(),
      }),
      /** Positive: the customer owes; negative: the customer has credit. */
      balances: z.array(z.object({ kept: moneySchema, other: moneySchema, together: moneySchema })),
    }),
  }),
  timeline: operation({
    summary: 'Read the next page of what happened with a customer, the latest first.',
    effect: 'read',
    roles: everyone,
    route: 'GET /customers/{contactId}/thread/timeline',
    input: z.object({ contactId, after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: timelinePage,
  }),
})
