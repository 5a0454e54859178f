import { fail, notFound } from '../../../kernel/failure.ts'
import { newId, type ContactId } from '../../../kernel/id.ts'
import { implement } from '../../../platform/operation/module.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { noFields, type ContactFields } from '../contact.ts'
import { contactsContract } from '../contract.ts'
import type { ContactDraft } from '../import/draft.ts'
import { planImport, readImport, type PlannedRow } from '../import/plan.ts'
import { insertImport, selectImports, type ImportRow } from '../import/store.ts'
import { selectLinesById, selectTraits } from '../list/store.ts'
import { findableOf } from '../record.ts'
import { putRelationship } from '../relations/store.ts'
import { indexAllForSearch, indexForSearch } from '../search/search.ts'
import { insertContacts, selectContacts, updateContact } from '../store.ts'
import { insertTimelineEntries } from '../timeline/store.ts'
import { addTimelineEntry } from '../timeline/timeline.ts'
import { mergedFields } from './merge-contacts.ts'

export const previewImport = implement(contactsContract['contacts.import-preview'], async (context, input) => {
  const read = readImport(input.content, input.mapping)
  const planned = planImport(read.rows, await selectTraits(context), context.company.country)
  const isPlain = (row: PlannedRow) => row.proposed === 'create' && row.problems.length === 0
  const shown = [...planned.filter((row) => !isPlain(row)), ...planned.filter(isPlain)].slice(0, 200)
  const known = shown.flatMap((row) => row.duplicates.map((duplicate) => duplicate.subject))
  const names = new Map((await selectLinesById(context, known)).map((line) => [line.id, line.name]))
  return {
    format: read.format,
    columns: read.columns,
    total: planned.length,
    duplicateCount: planned.filter((row) => row.proposed === 'skip').length,
    problemCount: planned.filter((row) => row.problems.length > 0).length,
    passedOver: read.passedOver,
    rows: shown.map(({ line, draft, problems, duplicates, sameAsLine, proposed }) => ({
      line,
      name: draft.name,
      kind: draft.kind,
      email: draft.emails[0]?.value ?? '',
      phone: draft.phones[0]?.value ?? '',
      city: draft.addresses[0]?.city ?? '',
      birthDay: draft.birthDay,
      organisation: draft.organisation,
      problems,
      duplicates: duplicates.map(({ subject, reason }) => ({ contactId: subject, name: names.get(subject) ?? '', reason })),
      sameAsLine,
      proposed,
    })),
  }
})

export const commitImport = implement(contactsContract['contacts.import-commit'], async (context, input) => {
  const read = readImport(input.content, input.mapping)
  const planned = planImport(read.rows, await selectTraits(context), context.company.country)
  const decisions = new Map(input.decisions.map((decision) => [decision.line, decision]))
  const importId = newId<'import'>()
  const created: { id: ContactId; fields: ContactFields; employer: string }[] = []
  const updated: ImportRow[] = []
  let skipped = 0
  for (const row of planned) {
    const decision = decisions.get(row.line)
    const action = decision?.action ?? row.proposed
    if (action === 'create') created.push({ id: newId<'contact'>(), fields: fieldsOf(row.draft), employer: row.draft.organisation })
    const into = decision?.contactId ?? row.duplicates[0]?.subject
    const filled = action === 'update' && into ? await fillIn(context, into, fieldsOf(row.draft)) : undefined
    if (filled && !updated.some((each) => each.contactId === filled.contactId)) updated.push(filled)
    if (action !== 'create' && !filled) skipped += 1
  }
  const employers = await employersOf(context, created)
  const all = [...employers.created, ...created]
  await insertContacts(context, all, { importId })
  await indexAllForSearch(
    context,
    all.map(({ id, fields }) => findableOf({ id, ...fields })),
    { isNew: true },
  )
  await insertTimelineEntries(
    context,
    all.map(({ id }) => ({
      id: newId<'timeline-entry'>(),
      contactId: id,
      occurredAt: context.now,
      kind: 'contact.imported',
      subjectId: importId,
      actorName: context.actor.name,
      parameters: { file: input.fileName },
    })),
  )
  for (const contact of created) {
    const employer = employers.idOf(contact.employer)
    if (employer) await putRelationship(context, { from: contact.id, kind: 'employee_of', to: employer })
  }
  const rows: ImportRow[] = [...all.map(({ id }) => ({ contactId: id, action: 'created' as const, before: null })), ...updated]
  await insertImport(context, { id: importId, fileName: input.fileName, format: read.format, created: all.length, updated: updated.length, skipped }, rows)
  context.emit('contacts.imported', { importId })
  return { importId, created: all.length, updated: updated.length, skipped }
})

export const listImports = implement(contactsContract['contacts.imports'], async (context) => ({ imports: await selectImports(context) }))

/** Fills what the known contact does not have yet. Fails with not_found for a contact of another company. */
async function fillIn(context: Context, contactId: ContactId, fields: ContactFields): Promise<ImportRow | undefined> {
  const [known] = await selectContacts(context, [contactId])
  if (!known) notFound('contact')
  if (known.erasedAt) fail('contact_erased')
  const after = mergedFields(known, fields)
  await updateContact(context, contactId, after)
  if (!known.archivedAt) await indexForSearch(context, findableOf({ ...after, id: contactId }))
  await addTimelineEntry(context, { contactId, kind: 'contact.changed', parameters: { changes: '[]' } })
  return {
    contactId,
    action: 'updated',
    before: Object.fromEntries(Object.keys(noFields).map((field) => [field, known[field as keyof ContactFields]])) as never,
  }
}

/** The organisations that imported people work for: known ones by their name, new ones once each. */
async function employersOf(context: Context, people: readonly { fields: ContactFields; employer: string }[]) {
  const wanted = new Set(people.map((person) => person.employer).filter((name) => name !== ''))
  const ids = new Map<string, ContactId>()
  const created: { id: ContactId; fields: ContactFields }[] = []
  if (wanted.size > 0) {
    const known = (await selectTraits(context)).filter((traits) => traits.kind === 'organisation')
    const inFile = people as readonly { id?: ContactId; fields: ContactFields }[]
    for (const traits of known) if (wanted.has(traits.name)) ids.set(traits.name, traits.subject)
    for (const { id, fields } of inFile) if (id && fields.kind === 'organisation' && wanted.has(fields.name)) ids.set(fields.name, id)
    for (const name of wanted) {
      if (ids.has(name)) continue
      const id = newId<'contact'>()
      ids.set(name, id)
      created.push({ id, fields: { ...noFields, kind: 'organisation', name } })
    }
  }
  return { created, idOf: (name: string) => ids.get(name) }
}

function fieldsOf(draft: ContactDraft): ContactFields {
  const { organisation: _employer, note, ...fields } = draft
  return {
    ...noFields,
    ...fields,
    name: fields.name.slice(0, 200),
    givenName: fields.givenName.slice(0, 100),
    familyName: fields.familyName.slice(0, 100),
    jobTitle: fields.jobTitle.slice(0, 100),
    vatNumber: fields.vatNumber.slice(0, 30),
    buyerReference: fields.buyerReference.slice(0, 100),
    remark: note.slice(0, 10_000),
    phones: fields.phones.map((phone) => ({ ...phone, value: phone.value.slice(0, 60) })),
    addresses: fields.addresses.map((address) => ({
      ...address,
      street: address.street.slice(0, 300),
      postalCode: address.postalCode.slice(0, 20),
      city: address.city.slice(0, 100),
      region: address.region.slice(0, 100),
    })),
    attributes: fields.attributes.map(({ name, value }) => ({ name: name.slice(0, 60), value: value.slice(0, 500) })),
  }
}
