import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { daySchema, idSchema, instantSchema, lineSchema, noteSchema } from '../../kernel/schema.ts'
import { contactKinds, contactStates } from './contact.ts'
import { importOperations } from './import/contract.ts'
import { relationshipKinds } from './relationship.ts'
import {
  contactDetailSchema, contactFieldsSchema, contactLineSchema, contactPatchSchema, foundSchema, taskKinds, taskSchema,
  timelineEntrySchema,
} from './schemas.ts'

const writers = ['owner', 'staff'] as const
const readers = ['owner', 'staff', 'accountant'] as const
const contactId = idSchema<'contact'>()
const done = z.object({ id: contactId })

export const contactsContract = contract('contacts', {
  create: operation({
    summary: 'Create a contact: a person, an organisation, or a thing such as a dog or a car.',
    effect: 'write',
    roles: writers,
    route: 'POST /contacts',
    input: contactFieldsSchema,
    output: done,
    tool: true,
    command: true,
  }),
  update: operation({
    summary: 'Change a contact; fields that are not given stay. Lists (e-mails, phones, addresses) are replaced as a whole.',
    effect: 'write',
    roles: writers,
    route: 'PATCH /contacts/{contactId}',
    input: contactPatchSchema.extend({ contactId }),
    output: done,
  }),
  archive: operation({
    summary: 'Put a contact away: it leaves lists and search, its history stays.',
    effect: 'write',
    roles: writers,
    route: 'POST /contacts/{contactId}/archive',
    input: z.object({ contactId }),
    output: done,
  }),
  restore: operation({
    summary: 'Bring an archived contact back.',
    effect: 'write',
    roles: writers,
    route: 'POST /contacts/{contactId}/restore',
    input: z.object({ contactId }),
    output: done,
  }),
  read: operation({
    summary: 'Read a contact with its addresses, relationships and open tasks.',
    effect: 'read',
    roles: readers,
    route: 'GET /contacts/{contactId}',
    input: z.object({ contactId }),
    output: contactDetailSchema,
    tool: true,
  }),
  list: operation({
    summary: 'List contacts, filtered and sorted, a page at a time.',
    effect: 'read',
    roles: readers,
    route: 'GET /contacts',
    input: z.object({
      text: z.string().max(100).default(''),
      kind: z.enum(contactKinds).optional(),
      state: z.enum(contactStates).optional(),
      isArchived: z.boolean().default(false),
      sort: z.enum(['name', 'recent', 'created']).default('name'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ contacts: z.array(contactLineSchema), total: z.number().int() }),
    tool: true,
  }),
  find: operation({
    summary: 'Find contacts, invoices, agreements and products by the beginnings of their words.',
    effect: 'read',
    roles: readers,
    route: 'GET /search',
    input: z.object({
      text: z.string().max(100),
      kind: z.string().max(40).optional(),
      limit: z.number().int().min(1).max(50).default(12),
    }),
    output: z.object({ found: z.array(foundSchema) }),
    tool: true,
  }),
  timeline: operation({
    summary: "Read a page of what happened with a contact, the latest first. Pass the last entry's time and id for the next page.",
    effect: 'read',
    roles: readers,
    route: 'GET /contacts/{contactId}/timeline',
    input: z.object({
      contactId,
      beforeAt: instantSchema.optional(),
      beforeId: idSchema<'timeline-entry'>().optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ entries: z.array(timelineEntrySchema) }),
  }),
  'add-relationship': operation({
    summary: 'Say what one contact is to another: spouse, child, employee, owner, or who pays for whom.',
    effect: 'write',
    roles: writers,
    route: 'POST /contacts/{contactId}/relationships',
    input: z.object({ contactId, kind: z.enum(relationshipKinds), otherId: contactId }),
    output: z.object({ id: idSchema<'relationship'>() }),
  }),
  'remove-relationship': operation({
    summary: 'Take a relationship between two contacts away.',
    effect: 'write',
    roles: writers,
    route: 'DELETE /relationships/{relationshipId}',
    input: z.object({ relationshipId: idSchema<'relationship'>() }),
    output: z.object({ id: idSchema<'relationship'>() }),
  }),
  'add-note': operation({
    summary: "Write a note on a contact's thread.",
    effect: 'write',
    roles: writers,
    route: 'POST /contacts/{contactId}/notes',
    input: z.object({ contactId, text: noteSchema().min(1, { error: 'text_missing' }) }),
    output: z.object({ id: idSchema<'note'>() }),
    tool: true,
    command: true,
  }),
  'add-task': operation({
    summary: 'Remember a call or a task for a day.',
    effect: 'write',
    roles: writers,
    route: 'POST /tasks',
    input: z.object({ contactId: contactId.nullable().default(null), kind: z.enum(taskKinds).default('task'), title: lineSchema(), dueOn: daySchema }),
    output: z.object({ id: idSchema<'task'>() }),
    tool: true,
    command: true,
  }),
  'complete-task': operation({
    summary: 'Mark a task as done.',
    effect: 'write',
    roles: writers,
    route: 'POST /tasks/{taskId}/complete',
    input: z.object({ taskId: idSchema<'task'>() }),
    output: z.object({ id: idSchema<'task'>() }),
  }),
  'reopen-task': operation({
    summary: 'Mark a task as not done after all.',
    effect: 'write',
    roles: writers,
    route: 'POST /tasks/{taskId}/reopen',
    input: z.object({ taskId: idSchema<'task'>() }),
    output: z.object({ id: idSchema<'task'>() }),
  }),
  tasks: operation({
    summary: 'List open tasks up to a day, the oldest first.',
    effect: 'read',
    roles: readers,
    route: 'GET /tasks',
    input: z.object({ until: daySchema.optional() }),
    output: z.object({ tasks: z.array(taskSchema) }),
  }),
  duplicates: operation({
    summary: 'List contacts that look like the same person or organisation.',
    effect: 'read',
    roles: writers,
    route: 'GET /contact-duplicates',
    input: z.object({}),
    output: z.object({
      pairs: z.array(z.object({ left: contactLineSchema, right: contactLineSchema, reason: z.string() })),
    }),
  }),
  merge: operation({
    summary: 'Make two contacts one: what the other has is added to the one that is kept, and the other goes.',
    effect: 'irreversible',
    roles: writers,
    route: 'POST /contacts/{contactId}/merge',
    input: z.object({ contactId, otherId: contactId }),
    output: done,
  }),
  erase: operation({
    summary: "Erase a person's data on request. Issued documents keep their own copy until the law lets them go.",
    effect: 'irreversible',
    roles: ['owner'],
    route: 'POST /contacts/{contactId}/erase',
    input: z.object({ contactId }),
    output: done,
  }),
  export: operation({
    summary: "Export everything that is kept about a contact. The customer's own export leaves notes and tasks out.",
    effect: 'read',
    roles: ['owner', 'customer'],
    route: 'GET /contacts/{contactId}/export',
    input: z.object({ contactId }),
    output: z.object({
      contact: contactDetailSchema,
      notes: z.array(z.object({ text: z.string(), author: z.string(), createdAt: instantSchema })),
      tasks: z.array(taskSchema),
      timeline: z.array(timelineEntrySchema),
    }),
  }),
  ...importOperations,
})

