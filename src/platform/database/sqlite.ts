import { DatabaseSync, backup, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Database, Transaction } from './database.ts'

/**
 * SQLite through node:sqlite: one write connection behind one in-process queue, one read-only connection beside it.
 * A second writer would block the event loop until its timeout, so there is none.
 */
export function openSqlite(path: string): Database {
  const writer = new DatabaseSync(path, { timeout: 5000 })
  // FULL: an acknowledged change survives the loss of power, not only of the process.
  writer.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000')
  const reader = new DatabaseSync(path, { readOnly: true, timeout: 5000 })
  reader.exec('pragma foreign_keys = on; pragma cache_size = -8000')

  const queue = new Turnstile()
  const view = new View(reader)
  const writing = new Kysely<unknown>({ dialect: dialectOn(writer, { queue, view, readsBigInts: true }) })
  const reading = new Kysely<unknown>({ dialect: dialectOn(reader, { view, readsBigInts: true }) })
  const forSignIn = new Kysely<unknown>({ dialect: dialectOn(writer, { queue, view, readsBigInts: false }) })

  const read = <Result>(work: (transaction: Transaction) => Promise<Result>) => work(reading as Transaction)
  const write = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    writing.transaction().execute((transaction) => work(transaction as Transaction))

  return {
    engine: 'sqlite',
    read: (_companyId, work) => read(work),
    write: (_companyId, work) => write(work),
    readPlatform: read,
    writePlatform: write,
    forSignIn,
    copyTo: async (target) => {
      view.end()
      await backup(reader, target)
    },
    hurry: async (isHurried) => {
      await queue.enter()
      writer.exec(isHurried ? 'pragma synchronous = off' : 'pragma synchronous = full; pragma wal_checkpoint(truncate)')
      queue.leave()
    },
    close: async () => {
      await queue.enter()
      view.end()
      reader.close()
      writer.exec('pragma wal_checkpoint(truncate)')
      writer.close()
    },
  }
}

/** Reads a database file beside the server that writes it: for the command line. Nothing can be changed through it. */
export function openSqliteReader(path: string): Pick<Database, 'engine' | 'read' | 'readPlatform' | 'close'> {
  const reader = new DatabaseSync(path, { readOnly: true, timeout: 5000 })
  const reading = new Kysely<unknown>({ dialect: dialectOn(reader, { readsBigInts: true }) })
  const read = <Result>(work: (transaction: Transaction) => Promise<Result>) => work(reading as Transaction)
  return {
    engine: 'sqlite',
    read: (_companyId, work) => read(work),
    readPlatform: read,
    close: async () => reader.close(),
  }
}

/**
 * What the reading connection sees. It stays the same for one turn of the event loop, so that the queries of a read
 * agree with each other and the file is locked once for all of them (measured: half the time of a small query). A
 * commit of the writer ends it at once: whoever has written reads what was written.
 */
class View {
  readonly #begin: StatementSync
  readonly #commit: StatementSync
  #isOpen = false

  constructor(reader: DatabaseSync) {
    this.#begin = reader.prepare('begin')
    this.#commit = reader.prepare('commit')
  }

  open(): void {
    if (this.#isOpen) return
    this.#begin.run()
    this.#isOpen = true
    setImmediate(() => this.end())
  }

  end(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#commit.run()
  }
}

/** Lets one through at a time, in the order of arrival. */
class Turnstile {
  #isTaken = false
  readonly #waiting: (() => void)[] = []

  enter(): Promise<void> {
    if (!this.#isTaken) {
      this.#isTaken = true
      return Promise.resolve()
    }
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#isTaken = false
  }
}

/** With a queue it writes, without one it reads through the view. */
interface Use {
  readonly queue?: Turnstile
  readonly view?: View
  readonly readsBigInts: boolean
}

function dialectOn(database: DatabaseSync, options: Use): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(database, options),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class NodeSqliteDriver implements Driver {
  readonly #connection: NodeSqliteConnection
  readonly #queue: Turnstile | undefined
  readonly #view: View | undefined

  constructor(database: DatabaseSync, { queue, view, readsBigInts }: Use) {
    this.#connection = new NodeSqliteConnection(database, { readsBigInts, beforeQuery: queue ? undefined : () => view?.open() })
    this.#queue = queue
    this.#view = view
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#queue?.enter()
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    if (!this.#queue) return
    this.#view?.end()
    this.#queue.leave()
  }

  async beginTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw(this.#queue ? 'begin immediate' : 'begin'))
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async savepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw(`savepoint "${name}"`))
  }

  async rollbackToSavepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw(`rollback to "${name}"`))
  }

  async releaseSavepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw(`release "${name}"`))
  }

  async destroy(): Promise<void> {}
}

/** How many prepared statements are kept; the whole product has a few hundred. */
const statementsMax = 500

interface Prepared {
  readonly statement: StatementSync
  readonly givesRows: boolean
}

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync
  readonly #readsBigInts: boolean
  readonly #beforeQuery: (() => void) | undefined
  readonly #statements = new Map<string, Prepared>()

  constructor(database: DatabaseSync, options: { readsBigInts: boolean; beforeQuery: (() => void) | undefined }) {
    this.#database = database
    this.#readsBigInts = options.readsBigInts
    this.#beforeQuery = options.beforeQuery
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.#beforeQuery?.()
    const { statement, givesRows } = this.#prepare(query.sql)
    const parameters = query.parameters.map(toSqlite)
    if (givesRows) return { rows: statement.all(...parameters) as Row[] }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  // oxlint-disable-next-line require-yield -- Kysely asks for the method; nothing of ours streams
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('streaming is not used')
  }

  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    statement.setReadBigInts(this.#readsBigInts)
    // Asked once: describing the columns costs as much as a small query.
    const prepared = { statement, givesRows: statement.columns().length > 0 }
    if (this.#statements.size >= statementsMax) this.#statements.delete(this.#statements.keys().next().value as string)
    this.#statements.set(sql, prepared)
    return prepared
  }
}

function toSqlite(value: unknown): SQLInputValue {
  if (value === true) return 1
  if (value === false) return 0
  if (value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return value as SQLInputValue
}
