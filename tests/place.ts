import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from '../src/house.ts'
import { readConfiguration } from '../src/platform/configuration.ts'
import { silentLog } from '../src/platform/log.ts'
import { createEmptyPostgres } from './database.ts'

/** Empty data folders for tests that start processes, on the engine under test or the other one. */
export class Places {
  readonly #folders: string[] = []
  readonly #drops: (() => Promise<void>)[] = []

  /** The environment of a Cloudburo that has nothing yet. */
  async empty(engine: 'sqlite' | 'postgres' = process.env['CLOUDBURO_TEST_DATABASE_URL'] ? 'postgres' : 'sqlite'): Promise<NodeJS.ProcessEnv> {
    const folder = mkdtempSync(join(tmpdir(), 'cloudburo-cli-'))
    this.#folders.push(folder)
    const environment: NodeJS.ProcessEnv = { CLOUDBURO_DATA: folder }
    if (engine === 'postgres') {
      const { url, drop } = await createEmptyPostgres(process.env['CLOUDBURO_TEST_DATABASE_URL'] as string)
      this.#drops.push(drop)
      environment['DATABASE_URL'] = url
    }
    return environment
  }

  async remove(): Promise<void> {
    for (const drop of this.#drops) await drop()
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true })
  }
}

/** A person, anna@example.com, and her company "Pfote" with a logo, as a running server would have made them; answers its id. */
export async function fillPlace(environment: NodeJS.ProcessEnv): Promise<string> {
  const house = await openHouse(readConfiguration(environment), { log: silentLog })
  const person = await house.signIn.signUp({ name: 'Anna', email: 'anna@example.com', password: 'long enough 1' })
  const { id } = (await house.operations.runPlatform({ operation: 'company.create', input: { name: 'Pfote', country: 'CH' }, person })) as { id: string }
  const company = (await house.allCompanies()).find((each) => each.id === id)!
  await house.runAsSystem(company, 'company.set-logo', { content: onePixel })
  await house.close()
  return id
}

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
