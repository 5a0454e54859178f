import { request as httpRequest } from 'node:http'
import { Failure } from '../../kernel/failure.ts'
import { isId } from '../../kernel/id.ts'
import { openHouse } from '../../house.ts'
import { allScopes } from '../../modules/company/index.ts'
import { databasePath, type Configuration } from '../../platform/configuration.ts'
import { openSqliteReader } from '../../platform/database/sqlite.ts'
import { lockHolder, takeLock } from '../../platform/lock.ts'
import { silentLog } from '../../platform/log.ts'
import type { CompanyScope } from '../../platform/operation/context.ts'
import { operatorSocket, serveOperator, type OperatorRequest } from '../operator.ts'

/** The house as the command line reaches it: through the running server, or opened by itself. */
export interface Operator {
  companies(): Promise<CompanyScope[]>
  ask(request: OperatorRequest): Promise<unknown>
  close(): Promise<void>
}

/**
 * SQLite has one writer: while a server holds the data folder it is asked through its socket, else the command takes
 * the folder's lock. PostgreSQL is opened at any time.
 */
export async function openOperator(configuration: Configuration): Promise<Operator> {
  const isHeld = !configuration.databaseUrl && lockHolder(configuration.dataDirectory) !== undefined
  return isHeld ? throughServer(configuration) : byOneself(configuration)
}

/** The company with that id or exact name. Fails where there is none, or several of that name. */
export function chooseCompany(companies: readonly CompanyScope[], wanted: string): CompanyScope {
  const found = isId(wanted) ? companies.filter((each) => each.id === wanted) : companies.filter((each) => each.name === wanted)
  const [company] = found
  if (found.length === 1 && company) return company
  if (found.length > 1) throw new Error(`Several companies are called "${wanted}". Use the id: ${found.map((each) => each.id).join(', ')}.`)
  throw new Error(`There is no company "${wanted}". bin/cloudburo companies lists them.`)
}

async function byOneself(configuration: Configuration): Promise<Operator> {
  const release = configuration.databaseUrl ? () => undefined : takeLock(configuration.dataDirectory, 'the command line')
  try {
    const house = await openHouse(configuration, { log: silentLog })
    return {
      companies: () => house.allCompanies(),
      ask: (request) => serveOperator(house, request),
      async close() {
        await house.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

function throughServer(configuration: Configuration): Operator {
  const socketPath = operatorSocket(configuration.dataDirectory)
  return {
    async companies() {
      const database = openSqliteReader(databasePath(configuration))
      try {
        return await database.readPlatform(allScopes)
      } finally {
        await database.close()
      }
    },
    ask: (request) => send(socketPath, request),
    close: async () => undefined,
  }
}

interface Answer {
  readonly answer?: unknown
  readonly failure?: ConstructorParameters<typeof Failure>[0]
  readonly problem?: string
}

function send(socketPath: string, request: OperatorRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ socketPath, method: 'POST', path: '/' }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const { answer, failure, problem } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer
        if (failure) reject(new Failure(failure))
        else if (problem !== undefined) reject(new Error(problem))
        else resolve(answer)
      })
    })
    outgoing.on('error', (error) => reject(new Error(`The running server does not answer on ${socketPath}: ${error.message}`)))
    outgoing.end(JSON.stringify(request))
  })
}
