import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where SQL may be spoken: stores, migrations, and the machines below the business. */
const speaksSql = [/\/store\.ts$/, /-store\.ts$/, /\/store\//, /\/tables\.ts$/, /\/migrations\//, /^src\/platform\//, /^src\/doors\/cli\/(check|backup)\//]

/** The company's own operations still speak SQL beside their store. The list only gets shorter. */
const notYet = /^src\/modules\/company\/(operations\/[\w-]+|details|numbers|tokens)\.ts$/

const sqlCall = /\.(selectFrom|insertInto|updateTable|deleteFrom|withTables)\b|import \{[^}]*\bsql\b[^}]*\} from 'kysely'/
const tableCall = /\.(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin)\(\s*'(\w+)/g

/**
 * Files that speak SQL and may not, and stores that name a table of another module:
 * "src/modules/work/operations/x.ts speaks SQL", "src/modules/work/store.ts names invoices of invoicing".
 */
export function checkSql(directory: string): string[] {
  const paths = sourcesBelow(directory)
  const ownerOfTable = new Map<string, string>()
  for (const path of paths.filter((each) => each.includes('/migrations/'))) {
    for (const [, table] of read(directory, path).matchAll(/create table (\w+)/g)) ownerOfTable.set(table as string, moduleOf(path))
  }
  return paths.flatMap((path) => {
    const text = read(directory, path)
    const module = moduleOf(path)
    if (!speaksSql.some((each) => each.test(path))) return sqlCall.test(text) && !notYet.test(path) ? [`${path} speaks SQL`] : []
    if (!path.startsWith('src/modules/')) return []
    const tables = new Set([...text.matchAll(tableCall)].map((match) => match[1] as string))
    return [...tables]
      .filter((table) => ownerOfTable.has(table) && ownerOfTable.get(table) !== module)
      .map((table) => `${path} names ${table} of ${ownerOfTable.get(table)}`)
  })
}

function sourcesBelow(directory: string): string[] {
  return (readdirSync(join(directory, 'src'), { recursive: true }) as string[])
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .toSorted()
}

function moduleOf(path: string): string {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? ''
}

function read(directory: string, path: string): string {
  return readFileSync(join(directory, path), 'utf8')
}
