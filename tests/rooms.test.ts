import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkSql } from '../lint/sql.ts'
import { checkRooms, filesSeenMin } from '../lint/rooms.ts'

test('every room is entered by its door', async () => {
  const { filesSeen, violations } = await checkRooms(join(import.meta.dirname, '..'))
  expect(violations).toEqual([])
  expect(filesSeen).toBeGreaterThan(filesSeenMin)
}, 240_000)

test.each([
  ['kernel-imports-nothing', 'src/kernel/a.ts', 'src/platform/b.ts'],
  ['platform-knows-no-business', 'src/platform/a.ts', 'src/modules/work/index.ts'],
  ['modules-know-no-doors', 'src/modules/work/a.ts', 'src/doors/b.ts'],
  ['module-by-its-door', 'src/modules/work/a.ts', 'src/modules/offer/store.ts'],
  ['offer-enters-only-earlier-modules', 'src/modules/offer/a.ts', 'src/modules/work/index.ts'],
  ['module-is-in-the-order', 'src/modules/gardening/a.ts', 'src/kernel/b.ts'],
  ['doors-enter-modules-by-their-door', 'src/doors/a.ts', 'src/modules/work/store.ts'],
  ['screens-stay-in-the-browser', 'src/modules/work/web/a.ts', 'src/modules/work/store.ts'],
  ['screens-know-contracts-as-types-only', 'src/modules/work/web/a.ts', 'src/modules/work/contract.ts'],
  ['module-screens-know-the-kit-only', 'src/modules/work/web/a.ts', 'src/web/shell/b.ts'],
])('a planted violation is found: %s', async (name, from, to) => {
  const directory = mkdtempSync(join(tmpdir(), 'rooms-'))
  try {
    plant(directory, to, 'export const b = 1\n')
    plant(directory, from, `import { b } from '${'../'.repeat(from.split('/').length - 1)}${to}'\nexport const a = b\n`)
    const { violations } = await checkRooms(directory)
    expect(violations).toContain(`${name}: ${from} → ${to}`)
  } finally {
    rmSync(directory, { recursive: true })
  }
})

test('only stores and migrations speak SQL, each on its own module’s tables', () => {
  expect(checkSql(join(import.meta.dirname, '..'))).toEqual([])
})

test('planted SQL is found', () => {
  const directory = mkdtempSync(join(tmpdir(), 'rooms-'))
  try {
    plant(directory, 'src/modules/work/migrations/0001-work.ts', "export const x = 'create table time_entries (id text)'")
    plant(directory, 'src/modules/work/operations/record.ts', "export const a = database.selectFrom('time_entries')")
    plant(directory, 'src/modules/offer/store.ts', "export const a = database.insertInto('time_entries')")
    expect(checkSql(directory)).toEqual(['src/modules/offer/store.ts names time_entries of work', 'src/modules/work/operations/record.ts speaks SQL'])
  } finally {
    rmSync(directory, { recursive: true })
  }
})

function plant(directory: string, path: string, text: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true })
  writeFileSync(join(directory, path), text)
}
