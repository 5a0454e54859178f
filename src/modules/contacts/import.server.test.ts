import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'
import { processorMilliseconds } from '../../../tests/processor-time.ts'

let world: World
let owner: Seat

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const fileOf = (text: string) => ({ fileName: 'contacts.csv', content: Buffer.from(text).toString('base64') })
const csv = fileOf(
  'Vorname;Nachname;E-Mail;Firma;Ort\nMarie;Dupont;marie@example.ch;Acme GmbH;Bern\nJo;Li;jo@example.ch;Acme GmbH;Thun\nJo;Li;jo@example.ch;;\n',
)

test('a file is previewed with its mapping and its duplicates, and nothing changes', async () => {
  owner = await world.company()
  const known = await owner.call('contacts.create', { name: 'M. Dupont', email: 'marie@example.ch' })
  const preview = await owner.call('contacts.import-preview', csv)
  expect(preview.columns.map((column: { target: { field: string } }) => column.target.field)).toEqual([
    'givenName',
    'familyName',
    'email',
    'organisation',
    'city',
  ])
  expect(preview).toMatchObject({ format: 'csv', total: 3, duplicateCount: 2, problemCount: 0 })
  expect(preview.rows).toMatchObject([
    { line: 2, proposed: 'skip', duplicates: [{ contactId: known.id, name: 'M. Dupont', reason: 'same_email' }] },
    { line: 4, proposed: 'skip', sameAsLine: 3 },
    { line: 3, proposed: 'create', name: 'Jo Li' },
  ])
  expect((await owner.call('contacts.list')).total).toBe(1)
})

test('an import creates, fills in, relates, and is undone as a whole', async () => {
  owner = await world.company()
  const known = await owner.call('contacts.create', { name: 'M. Dupont', email: 'marie@example.ch' })
  const done = await owner.call('contacts.import-commit', { ...csv, decisions: [{ line: 2, action: 'update' }] })
  expect(done).toMatchObject({ created: 2, updated: 1, skipped: 1 })
  const { contacts } = await owner.call('contacts.list')
  expect(contacts.map((contact: { name: string }) => contact.name)).toEqual(['Acme GmbH', 'M. Dupont', 'Jo Li'])
  expect((await owner.call('contacts.read', { contactId: known.id })).addresses).toMatchObject([{ city: 'Bern' }])
  const jo = (await owner.call('contacts.find', { text: 'jo' })).found[0].subjectId
  expect((await owner.call('contacts.read', { contactId: jo })).relationships).toMatchObject([{ kind: 'employee_of', otherName: 'Acme GmbH' }])

  expect(await owner.call('contacts.undo-import', { importId: done.importId })).toEqual({ removed: 2, takenBack: 1, kept: 0 })
  expect((await owner.call('contacts.list')).contacts).toMatchObject([{ name: 'M. Dupont', city: '' }])
  expect((await owner.call('contacts.find', { text: 'jo' })).found).toEqual([])
  expect(await owner.failure('contacts.read', { contactId: jo })).toBe('not_found')
  expect(await owner.failure('contacts.undo-import', { importId: done.importId })).toBe('import_already_undone')
  expect((await owner.call('contacts.imports')).imports).toMatchObject([{ fileName: 'contacts.csv', isUndone: true }])
  expect(await owner.call('contacts.import-commit', csv)).toMatchObject({ created: 2, skipped: 2 })
})

test('a contact that is in use since the import stays when it is undone', async () => {
  owner = await world.company()
  const { importId } = await owner.call('contacts.import-commit', fileOf('Name,E-mail\nAda Bo,ada@example.org\nCy Do,cy@example.org\n'))
  const ada = (await owner.call('contacts.find', { text: 'ada' })).found[0].subjectId
  await owner.call('contacts.add-note', { contactId: ada, text: 'called' })
  expect(await owner.call('contacts.undo-import', { importId })).toEqual({ removed: 1, takenBack: 0, kept: 1 })
  expect((await owner.call('contacts.list')).contacts).toMatchObject([{ name: 'Ada Bo' }])
})

test('a vCard is known by what it holds, a double click imports once', async () => {
  owner = await world.company()
  const file = fileOf('BEGIN:VCARD\nVERSION:3.0\nFN:Eva Moser\nEMAIL:eva@example.org\nEND:VCARD\n')
  expect(await owner.call('contacts.import-preview', file)).toMatchObject({ format: 'vcard', total: 1, columns: [] })
  const first = await owner.call('contacts.import-commit', file, { key: 'once' })
  expect(await owner.call('contacts.import-commit', file, { key: 'once' })).toEqual(first)
  expect((await owner.call('contacts.list')).total).toBe(1)
})

test('a hostile file is refused by name and nothing is imported', async () => {
  owner = await world.company()
  expect(await owner.failure('contacts.import-commit', fileOf('hello'))).toBe('import_not_csv')
  expect(await owner.failure('contacts.import-commit', { fileName: 'x', content: '%%%' })).toBe('input_invalid')
  expect(await owner.failure('contacts.import-preview', { ...csv, mapping: [{ field: 'name' }] })).toBe('input_invalid')
  expect((await owner.call('contacts.list')).total).toBe(0)
})

test('two thousand contacts come in at once', { timeout: 120_000 }, async () => {
  owner = await world.company()
  const rows = Array.from(
    { length: 2_000 },
    (_none, index) => `Person${index},Familie${index % 300},p${index}@example.org,+41 79 ${1_000_000 + index},Ort${index % 50}`,
  )
  const done = await owner.call('contacts.import-commit', fileOf(`First name,Last name,E-mail,Phone,City\n${rows.join('\n')}`))
  expect(done.created).toBe(2_000)
  expect((await owner.call('contacts.find', { text: 'person19 fam' })).found.length).toBeGreaterThan(5)
  expect((await owner.call('contacts.list', { text: 'ort7', limit: 10 })).total).toBe(40)
  for (const input of [{}, { sort: 'recent' }, { text: 'fam' }, { state: 'customer' }]) {
    const begun = processorMilliseconds()
    for (let count = 0; count < 5; count += 1) await owner.call('contacts.list', { limit: 50, ...input })
    expect((processorMilliseconds() - begun) / 5, JSON.stringify(input)).toBeLessThan(500)
  }
})
