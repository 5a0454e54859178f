import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { daySchema, idSchema, instantSchema, moneySchema } from '../../kernel/schema.ts'
import { moveKinds, nouns } from './move.ts'

const kind = z.enum(moveKinds)
const facts = z.record(z.string(), z.union([z.string(), z.number(), moneySchema]))
const cause = z.string().min(3).max(300)

export const moveSchema = z.object({
  kind,
  cause,
  contactId: z.string().nullable(),
  contactName: z.string(),
  subject: z.object({ noun: z.enum(nouns), id: z.string() }),
  /** What the texts are filled with: amounts, days, numbers, names. */
  facts,
  since: daySchema,
  weight: z.number(),
  /** The one operation that does it, with its input; null where the subject must be opened. */
  doing: z.object({ operation: z.string(), input: z.record(z.string(), z.unknown()) }).nullable(),
})

const sessionSchema = z.object({
  id: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  title: z.string(),
  place: z.string(),
  contactId: z.string().nullable(),
  names: z.array(z.string()),
  participantCount: z.number().int(),
  isCancelled: z.boolean(),
  awaitsAttendance: z.boolean(),
})

const doneSchema = z.object({
  id: z.string(),
  kind,
  contactId: z.string().nullable(),
  contactName: z.string(),
  subject: z.object({ noun: z.enum(nouns), id: z.string() }),
  facts,
  /** The code of the failure when it could not be done; the move then waits for a person. */
  problem: z.string().nullable(),
  doneAt: instantSchema,
})

/** What makes a new company ready, in this order. Each is done by the thing itself, never by ticking it off. */
export const firstSteps = ['details', 'offer', 'customer', 'sale'] as const

const everyone = ['owner', 'staff', 'accountant'] as const
const writers = ['owner', 'staff'] as const
const causeOutput = z.object({ cause })

export const todayContract = contract('today', {
  read: operation({
    summary: 'Read what to do next over all customers, worst first, with today’s sessions and what was done by autopilot.',
    effect: 'read',
    roles: everyone,
    route: 'GET /today',
    input: z.object({ limit: z.coerce.number().int().min(1).max(500).default(60) }),
    output: z.object({
      today: daySchema,
      moves: z.array(moveSchema),
      /** All of them, also those beyond the limit. */
      moveCount: z.number().int(),
      asideCount: z.number().int(),
      sessions: z.array(sessionSchema),
      done: z.array(doneSchema),
      /** Of a new company with nothing to do: what makes it ready. */
      firstSteps: z.array(z.object({ step: z.enum(firstSteps), isDone: z.boolean() })).nullable(),
    }),
    tool: true,
  }),
  snooze: operation({
    summary: 'Put a move away until a day.',
    effect: 'write',
    roles: writers,
    route: 'POST /today/snooze',
    input: z.object({ cause, until: daySchema }),
    output: causeOutput,
  }),
  dismiss: operation({
    summary: 'Put a move away until something new calls for it.',
    effect: 'write',
    roles: writers,
    route: 'POST /today/dismiss',
    input: z.object({ cause }),
    output: causeOutput,
  }),
  'bring-back': operation({
    summary: 'Bring back a move that was snoozed or dismissed; without a cause, all of them.',
    effect: 'write',
    roles: writers,
    route: 'POST /today/bring-back',
    input: z.object({ cause: cause.optional() }),
    output: z.object({ count: z.number().int() }),
  }),
  autopilot: operation({
    summary: 'List the kinds of moves and whether Cloudburo asks or does them by itself.',
    effect: 'read',
    roles: everyone,
    route: 'GET /today/autopilot',
    input: z.object({}),
    output: z.object({ kinds: z.array(z.object({ kind, mode: z.enum(['ask', 'do']), canDo: z.boolean() })) }),
  }),
  'set-autopilot': operation({
    summary: 'Let Cloudburo do a kind of move by itself and tell you, or let it ask.',
    effect: 'write',
    roles: ['owner'],
    route: 'PUT /today/autopilot/{kind}',
    input: z.object({ kind, mode: z.enum(['ask', 'do']) }),
    output: z.object({ kind, mode: z.enum(['ask', 'do']) }),
  }),
  refresh: operation({
    summary: 'Look for the moves of all customers anew. Runs daily.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /today/refresh',
    input: z.object({}),
    output: z.object({ count: z.number().int() }),
  }),
  'start-autopilot': operation({
    summary: 'Let the autopilot look at once instead of in the morning. Runs daily.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /today/autopilot/start',
    input: z.object({}),
    output: z.object({ isOn: z.boolean() }),
  }),
  'autopilot-moves': operation({
    summary: 'List the moves that the autopilot may do now. Only Cloudburo itself calls this.',
    effect: 'read',
    roles: [],
    route: 'GET /today/autopilot/moves',
    input: z.object({}),
    output: z.object({ moves: z.array(moveSchema) }),
  }),
  'note-done': operation({
    summary: 'Note what the autopilot did. Only Cloudburo itself calls this.',
    effect: 'write',
    roles: [],
    route: 'POST /today/done',
    input: z.object({ move: moveSchema, problem: z.string().max(200).nullable() }),
    output: z.object({ id: idSchema<'done-move'>() }),
  }),
})
