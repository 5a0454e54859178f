import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { daySchema, idSchema, instantSchema, moneySchema, quantitySchema } from '../../kernel/schema.ts'

const everyone = ['owner', 'staff', 'accountant'] as const

/** Names by columns, because equal things beside each other pack small: 2,000 contacts are some tens of kilobytes. */
const namesSchema = z.object({ ids: z.array(z.string()), names: z.array(z.string()) })

/** Days since the last use (-1 never) and how often lately, in the order of the names. */
const useSchema = { lastUsed: z.array(z.number().int()), counts: z.array(z.number().int()) }

export const captureContract = contract('capture', {
  lexicon: operation({
    summary: 'Read the names that quick capture completes: contacts, services, products, running agreements, open invoices.',
    effect: 'read',
    roles: everyone,
    route: 'GET /capture/lexicon',
    input: z.object({}),
    output: z.object({
      /** One letter per contact: p person, o organisation, t thing. */
      contacts: namesSchema.extend({ kinds: z.string(), owners: z.array(z.number().int()), ...useSchema }),
      services: namesSchema.extend({ minutes: z.array(z.number().int()) }),
      products: namesSchema.extend({ prices: z.array(moneySchema.nullable()) }),
      agreements: namesSchema.extend({ contacts: z.array(z.string()) }),
      invoices: z.object({
        ids: z.array(z.string()),
        numbers: z.array(z.string()),
        contacts: z.array(z.string()),
        open: z.array(moneySchema),
      }),
    }),
  }),
  answer: operation({
    summary: 'Answer at once who a customer is: what was agreed and is left, what is open and was paid last, what comes next.',
    effect: 'read',
    roles: everyone,
    route: 'GET /capture/answer/{contactId}',
    input: z.object({ contactId: idSchema<'contact'>() }),
    output: z.object({
      contactId: idSchema<'contact'>(),
      name: z.string(),
      email: z.string(),
      phone: z.string(),
      open: z.array(moneySchema),
      isOverdue: z.boolean(),
      balances: z.array(z.object({ agreementId: idSchema<'agreement'>(), name: z.string(), unit: z.string(), left: quantitySchema.nullable() })),
      /** What runs or is about to begin, each in the sentence that says what the customer gets and pays. */
      agreements: z.array(z.object({ agreementId: idSchema<'agreement'>(), name: z.string(), sentence: z.string() })),
      lastPayment: z.object({ on: daySchema, amount: moneySchema }).nullable(),
      next: z.object({ sessionId: idSchema<'session'>(), startsAt: instantSchema, name: z.string() }).nullable(),
      lastActivityAt: instantSchema.nullable(),
    }),
  }),
})
