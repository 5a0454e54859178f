import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../../kernel/schema.ts'

export const outcomes = ['booked', 'attended', 'no_show', 'cancelled_in_time', 'cancelled_late'] as const
const outcomeSchema = z.enum(outcomes)

/** "14:00", on the wall clock of the company's zone. */
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time_malformed' })
const minutesSchema = z.number().int().min(5, { error: 'minutes_out_of_range' }).max(1440, { error: 'minutes_out_of_range' })

const newParticipantSchema = z.object({
  contactId: idSchema<'contact'>(),
  /** The dog, the car: a contact of kind thing. */
  thingId: idSchema<'contact'>().nullable().default(null),
  /** Left out: the participant's running agreement that covers the service. Null: none on purpose. */
  agreementId: idSchema<'agreement'>().nullable().optional(),
})

export const participantSchema = z.object({
  id: idSchema<'participant'>(),
  contactId: idSchema<'contact'>(),
  contactName: z.string(),
  thingId: idSchema<'contact'>().nullable(),
  thingName: z.string().nullable(),
  agreementId: idSchema<'agreement'>().nullable(),
  agreementName: z.string().nullable(),
  outcome: outcomeSchema,
})

export const sessionSchema = z.object({
  id: idSchema<'session'>(),
  serviceId: idSchema<'service'>(),
  serviceName: z.string(),
  memberId: idSchema<'member'>().nullable(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  /** The day and wall-clock time in the session's zone, as people speak of it. */
  on: daySchema,
  time: z.string(),
  minutes: z.number().int(),
  zone: z.string(),
  place: z.string(),
  note: z.string(),
  isCancelled: z.boolean(),
  /** It is over and at least one participant is still only booked. */
  awaitsAttendance: z.boolean(),
  participants: z.array(participantSchema),
})

/** One line of the month: when, what, and with whom if it is a single person. */
const lineSchema = z.object({
  id: idSchema<'session'>(),
  startsAt: instantSchema,
  minutes: z.number().int(),
  serviceName: z.string(),
  /** The one participant's name; null for a group or nobody. */
  who: z.string().nullable(),
  participants: z.number().int(),
  place: z.string(),
  isCancelled: z.boolean(),
  awaitsAttendance: z.boolean(),
})

const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const
const done = z.object({ id: idSchema<'session'>() })
const sessionId = z.object({ sessionId: idSchema<'session'>() })

export const calendarContract = contract('calendar', {
  book: operation({
    summary: 'Book a session: a service on a day at a time, with its participants.',
    effect: 'write',
    roles: members,
    route: 'POST /sessions',
    input: z.object({
      serviceId: idSchema<'service'>(),
      on: daySchema,
      time: timeSchema,
      /** Left out: as long as the service takes, else an hour. */
      minutes: minutesSchema.optional(),
      participants: z.array(newParticipantSchema).max(200).default([]),
      memberId: idSchema<'member'>().nullable().optional(),
      place: z.string().trim().max(200, { error: 'text_too_long' }).default(''),
      note: noteSchema(2000).default(''),
    }),
    output: done,
    tool: true,
    command: true,
  }),
  move: operation({
    summary: 'Move a session to another day, time, length, place or member.',
    effect: 'write',
    roles: members,
    route: 'PATCH /sessions/{sessionId}',
    input: sessionId.extend({
      on: daySchema.optional(),
      time: timeSchema.optional(),
      minutes: minutesSchema.optional(),
      memberId: idSchema<'member'>().nullable().optional(),
      place: z.string().trim().max(200, { error: 'text_too_long' }).optional(),
      note: noteSchema(2000).optional(),
    }),
    output: done,
  }),
  'add-participant': operation({
    summary: 'Add a participant to a session.',
    effect: 'write',
    roles: members,
    route: 'POST /sessions/{sessionId}/participants',
    input: newParticipantSchema.extend({ sessionId: idSchema<'session'>() }),
    output: z.object({ id: idSchema<'participant'>() }),
  }),
  'set-outcome': operation({
    summary: 'Say what became of one participant: attended, missed, cancelled in time or late, or booked again.',
    effect: 'write',
    roles: members,
    route: 'PUT /participants/{participantId}/outcome',
    input: z.object({ participantId: idSchema<'participant'>(), outcome: outcomeSchema }),
    output: z.object({ id: idSchema<'participant'>() }),
  }),
  'confirm-attendance': operation({
    summary: 'Confirm a session: everyone who was booked attended, except those named as missing.',
    effect: 'write',
    roles: members,
    route: 'POST /sessions/{sessionId}/attendance',
    input: sessionId.extend({ missing: z.array(idSchema<'participant'>()).max(200).default([]) }),
    output: z.object({ attended: z.number().int(), missed: z.number().int() }),
    tool: true,
  }),
  'reopen-attendance': operation({
    summary: 'Take back a confirmation: who attended or missed it is booked again.',
    effect: 'write',
    roles: members,
    route: 'DELETE /sessions/{sessionId}/attendance',
    input: sessionId,
    output: done,
  }),
  cancel: operation({
    summary: 'Cancel a session; everyone booked is released.',
    effect: 'write',
    roles: members,
    route: 'POST /sessions/{sessionId}/cancel',
    input: sessionId.extend({ reason: z.string().trim().max(500, { error: 'text_too_long' }).default('') }),
    output: done,
  }),
  restore: operation({
    summary: 'Bring back a cancelled session with everyone who was released by the cancellation.',
    effect: 'write',
    roles: members,
    route: 'POST /sessions/{sessionId}/restore',
    input: sessionId,
    output: done,
  }),
  sessions: operation({
    summary: 'List the sessions between two days, or those of one customer.',
    effect: 'read',
    roles: everyone,
    route: 'GET /sessions',
    input: z.object({
      from: daySchema,
      to: daySchema,
      contactId: idSchema<'contact'>().optional(),
      memberId: idSchema<'member'>().optional(),
    }),
    output: z.object({ sessions: z.array(sessionSchema) }),
    tool: true,
  }),
  overview: operation({
    summary: 'Read the sessions of some weeks as short lines, for the view of a month.',
    effect: 'read',
    roles: everyone,
    route: 'GET /calendar',
    input: z.object({ from: daySchema, to: daySchema }),
    output: z.object({ sessions: z.array(lineSchema) }),
  }),
  session: operation({
    summary: 'Read one session with its participants.',
    effect: 'read',
    roles: everyone,
    route: 'GET /sessions/{sessionId}',
    input: sessionId,
    output: sessionSchema,
  }),
})
