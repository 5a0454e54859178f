import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../../kernel/schema.ts'

/** What a time entry says; the rate without an agreement is taken from the service on the day it is recorded. */
export const timeSchema = z.object({
  contactId: idSchema<'contact'>(),
  /** Left out: the customer's only running agreement that knows this work. Null: none on purpose. */
  agreementId: idSchema<'agreement'>().nullable().optional(),
  serviceId: idSchema<'service'>().nullable().optional(),
  on: daySchema,
  minutes: z.number().int().min(1, { error: 'minutes_out_of_range' }).max(1440, { error: 'minutes_out_of_range' }),
  note: noteSchema(1000).default(''),
  isBillable: z.boolean().default(true),
  /** Who worked; the one who records it when left out. */
  memberId: idSchema<'member'>().optional(),
})

export const timeEntrySchema = z.object({
  id: idSchema<'time-entry'>(),
  contactId: idSchema<'contact'>(),
  contactName: z.string(),
  agreementId: idSchema<'agreement'>().nullable(),
  agreementName: z.string().nullable(),
  serviceId: idSchema<'service'>().nullable(),
  serviceName: z.string().nullable(),
  memberId: idSchema<'member'>().nullable(),
  on: daySchema,
  minutes: z.number().int(),
  note: z.string(),
  isBillable: z.boolean(),
})

const timerSchema = z.object({
  startedAt: instantSchema,
  contactId: idSchema<'contact'>().nullable(),
  contactName: z.string().nullable(),
  agreementId: idSchema<'agreement'>().nullable(),
  serviceId: idSchema<'service'>().nullable(),
  note: z.string(),
})

/** A line of the week sheet: the same customer, agreement and service, so that a cell is only minutes. */
const sheetRowSchema = z.object({
  contactId: idSchema<'contact'>(),
  contactName: z.string(),
  agreementId: idSchema<'agreement'>().nullable(),
  agreementName: z.string().nullable(),
  serviceId: idSchema<'service'>().nullable(),
  serviceName: z.string().nullable(),
})

const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const
const timeEntryId = z.object({ timeEntryId: idSchema<'time-entry'>() })
const done = z.object({ id: idSchema<'time-entry'>() })

export const workContract = contract('work', {
  'record-time': operation({
    summary: 'Record time worked for a customer.',
    effect: 'write',
    roles: members,
    route: 'POST /time-entries',
    input: timeSchema,
    output: done,
    tool: true,
    command: true,
  }),
  'record-many': operation({
    summary: 'Record several time entries at once, all or none: the week sheet.',
    effect: 'write',
    roles: members,
    route: 'POST /time-entries/many',
    input: z.object({ entries: z.array(timeSchema).min(1).max(100) }),
    output: z.object({ ids: z.array(idSchema<'time-entry'>()) }),
  }),
  'change-time': operation({
    summary: 'Change a time entry. What was invoiced already is mended by the next invoice.',
    effect: 'write',
    roles: members,
    route: 'PATCH /time-entries/{timeEntryId}',
    input: timeSchema
      .omit({ note: true, isBillable: true })
      .partial()
      .extend({
        timeEntryId: idSchema<'time-entry'>(),
        note: noteSchema(1000).optional(),
        isBillable: z.boolean().optional(),
      }),
    output: done,
  }),
  'remove-time': operation({
    summary: 'Remove a time entry.',
    effect: 'write',
    roles: members,
    route: 'DELETE /time-entries/{timeEntryId}',
    input: timeEntryId,
    output: done,
  }),
  'restore-time': operation({
    summary: 'Bring back a removed time entry.',
    effect: 'write',
    roles: members,
    route: 'POST /time-entries/{timeEntryId}/restore',
    input: timeEntryId,
    output: done,
  }),
  entries: operation({
    summary: 'List time entries of a customer, an agreement or a member, latest first.',
    effect: 'read',
    roles: everyone,
    route: 'GET /time-entries',
    input: z.object({
      contactId: idSchema<'contact'>().optional(),
      agreementId: idSchema<'agreement'>().optional(),
      memberId: idSchema<'member'>().optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ entries: z.array(timeEntrySchema), minutes: z.number().int() }),
    tool: true,
  }),
  week: operation({
    summary: "Read a member's week: its entries, and the customers worked for lately as rows to fill in.",
    effect: 'read',
    roles: everyone,
    route: 'GET /time-entries/week/{from}',
    input: z.object({ from: daySchema, memberId: idSchema<'member'>().optional() }),
    output: z.object({
      from: daySchema,
      to: daySchema,
      entries: z.array(timeEntrySchema),
      rows: z.array(sheetRowSchema),
      timer: timerSchema.nullable(),
    }),
  }),
  timer: operation({
    summary: 'Read the running timer, if there is one.',
    effect: 'read',
    roles: everyone,
    route: 'GET /timer',
    input: z.object({}),
    output: z.object({ timer: timerSchema.nullable() }),
  }),
  'start-timer': operation({
    summary: 'Start the timer; one that runs already is stopped and recorded when it names a customer.',
    effect: 'write',
    roles: members,
    route: 'PUT /timer',
    input: z.object({
      contactId: idSchema<'contact'>().nullable().default(null),
      agreementId: idSchema<'agreement'>().nullable().default(null),
      serviceId: idSchema<'service'>().nullable().default(null),
      note: noteSchema(1000).default(''),
    }),
    output: z.object({ startedAt: instantSchema, recordedId: idSchema<'time-entry'>().nullable() }),
    command: true,
  }),
  'stop-timer': operation({
    summary: 'Stop the timer and record its time, rounded up to whole minutes.',
    effect: 'write',
    roles: members,
    route: 'POST /timer/stop',
    input: z.object({
      contactId: idSchema<'contact'>().optional(),
      agreementId: idSchema<'agreement'>().nullable().optional(),
      serviceId: idSchema<'service'>().nullable().optional(),
      note: noteSchema(1000).optional(),
    }),
    output: z.object({ id: idSchema<'time-entry'>(), minutes: z.number().int() }),
    command: true,
  }),
  'discard-timer': operation({
    summary: 'Stop the timer without recording anything.',
    effect: 'write',
    roles: members,
    route: 'DELETE /timer',
    input: z.object({}),
    output: z.object({ isDiscarded: z.boolean() }),
  }),
})
