import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, idSchema, lineSchema, moneySchema } from '../../../kernel/schema.ts'
import { chargeSchema, reminderTermsSchema } from './claims/contract.ts'

const contactId = idSchema<'contact'>()
const invoiceId = idSchema<'invoice'>()
const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const

const daysAfterDue = z.number().int().min(0).max(365)

/** When reminders may go: days after the due day for each level, and the days that must lie between two. */
const reminderDaysSchema = z.object({ first: daysAfterDue, second: daysAfterDue, third: daysAfterDue, between: z.number().int().min(1).max(90) })

const reminderDueSchema = z.object({
  invoiceId,
  number: z.string(),
  contactId,
  contactName: z.string(),
  open: moneySchema,
  overdue: moneySchema,
  dueOn: daySchema,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** The first day on which it may go. */
  on: daySchema,
  isDue: z.boolean(),
  /** What the reminder would take beyond the invoice, if it went today. */
  charges: z.array(chargeSchema),
  /** Taken by reminders before and still open. */
  feesOpen: moneySchema,
})

export const reminderOperations = {
  'reminders-due': operation({
    summary: 'List the overdue invoices with the reminder that comes next and whether it is due.',
    effect: 'read',
    roles: everyone,
    route: 'GET /reminders',
    input: z.object({ contactId: contactId.optional() }),
    output: z.object({ reminders: z.array(reminderDueSchema), days: reminderDaysSchema, terms: reminderTermsSchema }),
  }),
  remind: operation({
    summary: 'Send the next reminder of an overdue invoice by e-mail; levels go one after the other.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /invoices/{invoiceId}/remind',
    input: z.object({ invoiceId, level: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional() }),
    output: z.object({ id: idSchema<'reminder'>(), level: z.number().int() }),
    tool: true,
    command: true,
  }),
  'pause-reminders': operation({
    summary: 'Send a customer no reminders until a day, or until further notice.',
    effect: 'write',
    roles: members,
    route: 'POST /customers/{contactId}/pause-reminders',
    input: z.object({ contactId, until: daySchema.nullable().default(null), reason: lineSchema(500).optional() }),
    output: z.object({ id: z.string() }),
  }),
  'resume-reminders': operation({
    summary: 'Let reminders go to a customer again.',
    effect: 'write',
    roles: members,
    route: 'POST /customers/{contactId}/resume-reminders',
    input: z.object({ contactId }),
    output: z.object({ id: z.string() }),
  }),
  'set-reminder-days': operation({
    summary: 'Set how many days after the due day each reminder goes, and how many lie between two.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /reminders/days',
    input: reminderDaysSchema,
    output: reminderDaysSchema,
  }),
}
