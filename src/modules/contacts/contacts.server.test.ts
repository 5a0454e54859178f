import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat

beforeAll(async () => {
  world = await openWorld()
  owner = await world.company()
})
afterAll(() => world.close())

const kindsOf = async (contactId: string) => (await owner.call('contacts.timeline', { contactId })).entries.map((entry: { kind: string }) => entry.kind)

describe('a contact', () => {
  test('needs a name or an e-mail, nothing else', async () => {
    expect(await owner.failure('contacts.create', {})).toBe('input_invalid')
    const { id } = await owner.call('contacts.create', { name: 'Anna de Vries', email: 'Anna@Example.ch' })
    const contact = await owner.call('contacts.read', { contactId: id })
    expect(contact).toMatchObject({
      kind: 'person',
      givenName: 'Anna',
      familyName: 'de Vries',
      state: 'prospect',
      emails: [{ value: 'anna@example.ch', isPreferred: true }],
    })
    const nameless = await owner.call('contacts.create', { email: 'info@firma.example' })
    expect((await owner.call('contacts.read', { contactId: nameless.id })).name).toBe('info@firma.example')
  })

  test('has several addresses, e-mails and phones, one of each preferred', async () => {
    const { id } = await owner.call('contacts.create', {
      kind: 'organisation',
      name: 'Acme GmbH',
      vatNumber: 'CHE-123.456.789',
      language: 'fr',
      currency: 'EUR',
      zone: 'Europe/Paris',
      buyerReference: '991-1',
      emails: [
        { value: 'a@acme.example', label: 'work' },
        { value: 'b@acme.example', isPreferred: true },
      ],
      phones: [{ value: '+41 44 111 22 33' }],
      addresses: [
        { street: 'Weg 1', postalCode: '8000', city: 'Zürich', country: 'CH' },
        { city: 'Lyon', country: 'FR', isPreferred: true },
      ],
    })
    const contact = await owner.call('contacts.read', { contactId: id })
    expect(contact.emails.map((entry: { isPreferred: boolean }) => entry.isPreferred)).toEqual([false, true])
    expect(contact.addresses.map((entry: { isPreferred: boolean }) => entry.isPreferred)).toEqual([false, true])
    expect(contact).toMatchObject({ language: 'fr', currency: 'EUR', zone: 'Europe/Paris', givenName: '' })
    const { contacts } = await owner.call('contacts.list', { text: 'acm' })
    expect(contacts).toMatchObject([{ name: 'Acme GmbH', email: 'b@acme.example', city: 'Lyon' }])
  })

  test('that is a dog has a kind, facts of its own, and an owner', async () => {
    const marie = await owner.call('contacts.create', { name: 'Marie Dupont' })
    const dog = await owner.call('contacts.create', {
      kind: 'thing',
      thingKind: 'dog',
      name: 'Bello',
      birthDay: '2024-05-01',
      attributes: [{ name: 'chip', value: '756098100000001' }],
      relationships: [{ kind: 'owned_by', contactId: marie.id }],
    })
    expect((await owner.call('contacts.read', { contactId: marie.id })).relationships).toMatchObject([
      { kind: 'owner_of', otherName: 'Bello', otherKind: 'thing' },
    ])
    expect((await owner.call('contacts.read', { contactId: dog.id })).relationships).toMatchObject([{ kind: 'owned_by', otherName: 'Marie Dupont' }])
    expect((await owner.call('contacts.find', { text: '7560981' })).found).toMatchObject([{ kind: 'contact', title: 'Bello' }])
  })

  test('shows on its thread what was changed', async () => {
    const { id } = await owner.call('contacts.create', { name: 'Jo Li', email: 'jo@example.org' })
    await owner.call('contacts.update', { contactId: id, name: 'Jo Meier', birthDay: '1990-01-31' })
    await owner.call('contacts.update', { contactId: id, name: 'Jo Meier' })
    const { entries } = await owner.call('contacts.timeline', { contactId: id })
    expect(entries).toHaveLength(2)
    expect(JSON.parse(entries[0].parameters.changes)).toEqual([
      { field: 'name', from: 'Jo Li', to: 'Jo Meier' },
      { field: 'birthDay', from: '', to: '1990-01-31' },
    ])
    expect((await owner.call('contacts.read', { contactId: id })).familyName).toBe('Meier')
    expect((await owner.call('contacts.find', { text: 'jo li' })).found).toEqual([])
  })

  test('that is archived leaves lists and search and comes back', async () => {
    const { id } = await owner.call('contacts.create', { name: 'Quentin Archiv' })
    await owner.call('contacts.archive', { contactId: id })
    expect((await owner.call('contacts.list', { text: 'quentin' })).total).toBe(0)
    expect((await owner.call('contacts.find', { text: 'quentin' })).found).toEqual([])
    expect((await owner.call('contacts.list', { isArchived: true })).contacts).toMatchObject([{ name: 'Quentin Archiv' }])
    await owner.call('contacts.restore', { contactId: id })
    expect((await owner.call('contacts.find', { text: 'quentin' })).found).toHaveLength(1)
    expect(await kindsOf(id)).toEqual(['contact.restored', 'contact.archived', 'contact.created'])
  })

  test('of another company does not exist', async () => {
    const { id } = await owner.call('contacts.create', { name: 'Geheim' })
    const other = await world.company()
    for (const operation of ['read', 'update', 'archive', 'timeline', 'erase', 'export', 'add-note']) {
      expect(await other.failure(`contacts.${operation}`, { contactId: id, text: 'x', name: 'x' })).toBe('not_found')
    }
    expect((await other.call('contacts.find', { text: 'geheim' })).found).toEqual([])
  })
})

describe('relationships, notes and tasks', () => {
  test('a note or task written by mistake is taken back, and its line with it', async () => {
    const { id } = await owner.call('contacts.create', { name: 'Mistake' })
    const note = await owner.call('contacts.add-note', { contactId: id, text: 'wrong thread' })
    const task = await owner.call('contacts.add-task', { contactId: id, kind: 'call', title: 'Ask', dueOn: '2026-03-06' })
    await owner.call('contacts.remove-note', { noteId: note.id })
    await owner.call('contacts.remove-task', { taskId: task.id })
    const { entries } = await owner.call('contacts.timeline', { contactId: id })
    expect(entries.map((entry: { kind: string }) => entry.kind)).toEqual(['contact.created'])
    expect(await owner.failure('contacts.remove-note', { noteId: note.id })).toBe('not_found')
  })

  test('a relationship exists once, from whichever side it is told', async () => {
    const [child, parent] = [await owner.call('contacts.create', { name: 'Kim Kind' }), await owner.call('contacts.create', { name: 'Pat Kind' })]
    const first = await owner.call('contacts.add-relationship', { contactId: child.id, kind: 'child_of', otherId: parent.id })
    const second = await owner.call('contacts.add-relationship', { contactId: parent.id, kind: 'parent_of', otherId: child.id })
    expect(second.id).toBe(first.id)
    expect(await kindsOf(parent.id)).toEqual(['relationship.added', 'contact.created'])
    await owner.call('contacts.remove-relationship', { relationshipId: first.id })
    expect((await owner.call('contacts.read', { contactId: child.id })).relationships).toEqual([])
    expect(await owner.failure('contacts.add-relationship', { contactId: child.id, kind: 'spouse_of', otherId: child.id })).toBe('input_invalid')
  })

  test('a task is due on a day, done once, and can be reopened', async () => {
    const { id } = await owner.call('contacts.create', { name: 'Ruf An' })
    const task = await owner.call('contacts.add-task', { contactId: id, kind: 'call', title: 'Ask about the dog', dueOn: '2026-03-06' })
    expect((await owner.call('contacts.tasks', { until: '2026-03-06' })).tasks).toMatchObject([
      { title: 'Ask about the dog', contactName: 'Ruf An', doneAt: null },
    ])
    await owner.call('contacts.complete-task', { taskId: task.id })
    await owner.call('contacts.complete-task', { taskId: task.id })
    expect((await owner.call('contacts.tasks')).tasks).toEqual([])
    await owner.call('contacts.reopen-task', { taskId: task.id })
    expect(await kindsOf(id)).toEqual(['task.reopened', 'task.done', 'task.added', 'contact.created'])
  })

  test('the timeline is read page by page without a gap', async () => {
    const { id } = await owner.call('contacts.create', { name: 'Viel Text' })
    for (let count = 0; count < 5; count += 1) await owner.call('contacts.add-note', { contactId: id, text: `note ${count}` })
    const seen: string[] = []
    let before: { occurredAt: string; id: string } | undefined
    for (;;) {
      const page = before ? { beforeAt: before.occurredAt, beforeId: before.id } : {}
      const { entries } = await owner.call('contacts.timeline', { contactId: id, limit: 2, ...page })
      if (entries.length === 0) break
      seen.push(...entries.map((entry: { parameters: { text?: string } }) => entry.parameters.text ?? 'created'))
      before = entries.at(-1)
    }
    expect(seen).toEqual(['note 4', 'note 3', 'note 2', 'note 1', 'note 0', 'created'])
  })
})

describe('merging', () => {
  test('adds what the other has to the one that is kept', async () => {
    const kept = await owner.call('contacts.create', { name: 'Lea Doppel', email: 'lea@doppel.example' })
    const other = await owner.call('contacts.create', { name: 'Lea Doppel', email: 'lea@doppel.example', phone: '079 555 44 33', birthDay: '1980-02-03' })
    await owner.call('contacts.add-note', { contactId: other.id, text: 'likes tea' })
    expect((await owner.call('contacts.duplicates')).pairs).toMatchObject([{ left: { id: kept.id }, right: { id: other.id }, reason: 'same_email' }])
    await owner.call('contacts.merge', { contactId: kept.id, otherId: other.id })
    const merged = await owner.call('contacts.read', { contactId: kept.id })
    expect(merged).toMatchObject({ birthDay: '1980-02-03', emails: [{ value: 'lea@doppel.example' }], phones: [{ value: '079 555 44 33' }] })
    expect(await owner.failure('contacts.read', { contactId: other.id })).toBe('not_found')
    expect((await owner.call('contacts.find', { text: 'lea doppel' })).found).toHaveLength(1)
    expect(await kindsOf(kept.id)).toContain('note.added')
    expect(await owner.failure('contacts.merge', { contactId: kept.id, otherId: kept.id })).toBe('input_invalid')
  })
})

describe('a person’s data', () => {
  test('is exported whole to the owner, and without notes to the person', async () => {
    const { id } = await owner.call('contacts.create', { name: 'Ex Port', remark: 'difficult' })
    await owner.call('contacts.add-note', { contactId: id, text: 'owes me one' })
    expect((await owner.call('contacts.export', { contactId: id })).notes).toMatchObject([{ text: 'owes me one' }])
    const own = await world.customer(owner, id).call('contacts.export', { contactId: id })
    expect(JSON.stringify(own)).not.toMatch(/owes me|difficult/)
    const other = await owner.call('contacts.create', { name: 'Someone Else' })
    expect(await world.customer(owner, id).failure('contacts.export', { contactId: other.id })).toBe('not_found')
  })

  test('goes on request, wherever it stood', async () => {
    const { id } = await owner.call('contacts.create', { name: 'Wanda Weg', email: 'wanda@weg.example', addresses: [{ city: 'Wegstadt' }] })
    await owner.call('contacts.add-note', { contactId: id, text: 'Wanda said so' })
    await owner.call('contacts.erase', { contactId: id })
    const all = await owner.call('contacts.export', { contactId: id })
    expect(JSON.stringify(all)).not.toMatch(/wanda|wegstadt/i)
    expect(all.timeline[0].kind).toBe('contact.erased')
    expect((await owner.call('contacts.find', { text: 'wanda' })).found).toEqual([])
    expect(await owner.failure('contacts.update', { contactId: id, name: 'Wanda' })).toBe('contact_erased')
    expect(await (await world.member(owner, 'staff')).failure('contacts.erase', { contactId: id })).toBe('forbidden')
  })
})
