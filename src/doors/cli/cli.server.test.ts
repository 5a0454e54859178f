import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillPlace, Places } from '../../../tests/place.ts'
import { openHouse, type House } from '../../house.ts'
import { readConfiguration } from '../../platform/configuration.ts'
import { takeLock } from '../../platform/lock.ts'
import { silentLog } from '../../platform/log.ts'
import { listenForOperator, operatorSocket } from '../operator.ts'
import { runCommandLine } from './run.ts'

const places = new Places()
const emptyPlace = (engine?: 'sqlite' | 'postgres') => places.empty(engine)
afterAll(() => places.remove(), 120_000)

async function run(environment: NodeJS.ProcessEnv, ...words: string[]) {
  const out: string[] = []
  const problems: string[] = []
  const code = await runCommandLine(words, { environment, print: (text) => out.push(text), printProblem: (text) => problems.push(text) })
  return { code, out: out.join('\n'), problem: problems.join('\n') }
}

describe('the command line', () => {
  let environment: NodeJS.ProcessEnv
  let companyId: string
  beforeAll(async () => {
    environment = await emptyPlace()
    companyId = await fillPlace(environment)
  }, 120_000)

  test('lists commands, settings and operations', async () => {
    expect((await run(environment)).out).toContain('bin/cloudburo backup FILE')
    const config = await run({ ...environment, CLOUDBURO_SECRET: 'very secret', SMTP_URL: 'smtps://post:pass@mail.example' }, 'config')
    expect(config.out).toContain('CLOUDBURO_TRUST_PROXY')
    expect(config.out).not.toMatch(/very secret|:pass@/)
    const operations = JSON.parse((await run(environment, 'operations', '--json')).out) as { name: string }[]
    expect(operations.map((each) => each.name)).toContain('company.read')
  })

  test('calls an operation in a company by name or id', async () => {
    const byName = await run(environment, 'call', 'company.read', '--company', 'Pfote')
    expect(JSON.parse(byName.out)).toMatchObject({ company: { id: companyId } })
    expect((await run(environment, 'call', 'company.read', '--company', companyId)).code).toBe(0)
  })

  test('acts for a person where an operation belongs to no company', async () => {
    const mine = await run(environment, 'call', 'company.mine', '--as', 'anna@example.com')
    expect(JSON.parse(mine.out)).toMatchObject({ person: { email: 'anna@example.com' }, companies: [{ id: companyId }] })
  })

  test('says in a sentence what failed, with exit code 1, and how to use it, with exit code 2', async () => {
    expect(await run(environment, 'call', 'company.read', '--company', 'Nobody')).toMatchObject({ code: 1, problem: expect.stringContaining('Nobody') })
    const refused = await run(environment, 'call', 'company.update', '--company', 'Pfote', '--input', '{"accent":"red"}')
    expect(refused).toMatchObject({ code: 1, problem: expect.stringMatching(/input_invalid[^]*accent: Write a colour/) })
    const german = await run({ ...environment, LANG: 'de_CH.UTF-8' }, 'call', 'company.update', '--company', 'Pfote', '--input', '{"accent":"red"}')
    expect(german.problem).toContain('Schreiben Sie eine Farbe')
    for (const words of [['dance'], ['call'], ['call', 'company.read'], ['call', 'company.read', '--company', 'Pfote', '--input', '{'], ['token']]) {
      expect((await run(environment, ...words)).code, words.join(' ')).toBe(2)
    }
  })

  test('a repeated key gets the first answer', async () => {
    const words = ['call', 'company.create-token', '--company', 'Pfote', '--key', 'the-same-key', '--input', '{"name":"once"}']
    expect((await run(environment, ...words)).out).toBe((await run(environment, ...words)).out)
  })

  test('prints a token and a sign-in link', async () => {
    expect((await run(environment, 'token', '--company', 'Pfote', '--scopes', 'read', '--role', 'staff')).out).toMatch(/^cb_[\w-]{43}$/)
    expect((await run(environment, 'sign-in-link', 'anna@example.com')).out).toMatch(/^http:\/\/127\.0\.0\.1:4100\/api\/auth\/operator-link\/[\w-]{43}$/)
  })

  test('goes through the running server where it holds the data folder', async () => {
    if (environment['DATABASE_URL']) return
    const configuration = readConfiguration(environment)
    const release = takeLock(configuration.dataDirectory, 'server')
    const house: House = await openHouse(configuration, { log: silentLog })
    const socket = operatorSocket(configuration.dataDirectory)
    const stop = await listenForOperator(house, socket)
    try {
      expect(statSync(socket).mode & 0o777).toBe(0o600)
      expect(JSON.parse((await run(environment, 'call', 'company.read', '--company', 'Pfote')).out)).toMatchObject({ company: { id: companyId } })
      expect((await run(environment, 'call', 'company.update', '--company', 'Pfote', '--input', '{"accent":"red"}')).problem).toContain('accent')
      expect((await run(environment, 'token', '--company', 'Pfote')).out).toMatch(/^cb_/)
      expect((await run(environment, 'sign-in-link', 'anna@example.com')).out).toContain('operator-link')
      expect((await run(environment, 'backup', join(configuration.dataDirectory, 'while-running.tar.gz'))).code).toBe(0)
    } finally {
      stop()
      await house.close()
      release()
    }
  })
})

describe('a backup', () => {
  test('is restored whole into an empty place of either engine', async () => {
    const from = await emptyPlace()
    const companyId = await fillPlace(from)
    const archive = join(from['CLOUDBURO_DATA'] as string, 'backup.tar.gz')
    expect(await run(from, 'backup', archive)).toMatchObject({ code: 0, out: expect.stringMatching(/Saved \d+ rows and 1 file to/) })
    const engines = process.env['CLOUDBURO_TEST_DATABASE_URL'] ? (['postgres', 'sqlite'] as const) : (['sqlite'] as const)
    for (const engine of engines) {
      const to = await emptyPlace(engine)
      expect(await run(to, 'restore', archive)).toMatchObject({ code: 0, problem: '' })
      expect((await run(to, 'check')).code).toBe(0)
      const read = JSON.parse((await run(to, 'call', 'company.read', '--company', companyId)).out) as { company: { hasLogo: boolean } }
      expect(read.company.hasLogo).toBe(true)
      expect((await run(to, 'call', 'company.mine', '--as', 'anna@example.com')).out).toContain(companyId)
      const again = join(to['CLOUDBURO_DATA'] as string, 'again.tar.gz')
      await run(to, 'backup', again)
      const back = await emptyPlace()
      expect(await run(back, 'restore', again)).toMatchObject({ code: 0, problem: '' })
    }
  })

  test('is never restored over anything', async () => {
    const from = await emptyPlace()
    await fillPlace(from)
    const archive = join(from['CLOUDBURO_DATA'] as string, 'backup.tar.gz')
    await run(from, 'backup', archive)
    expect(await run(from, 'restore', archive)).toMatchObject({ code: 1, problem: expect.stringContaining('not empty') })
  })

  test('that is damaged leaves the place as empty as it was', async () => {
    const { readFileSync, writeFileSync } = await import('node:fs')
    const from = await emptyPlace()
    await fillPlace(from)
    const archive = join(from['CLOUDBURO_DATA'] as string, 'backup.tar.gz')
    await run(from, 'backup', archive)
    const whole = readFileSync(archive)
    const to = await emptyPlace()
    for (const damaged of [whole.subarray(0, whole.length - 200), Buffer.from('no archive at all')]) {
      writeFileSync(archive, damaged)
      expect((await run(to, 'restore', archive)).code).toBe(1)
    }
    writeFileSync(archive, whole)
    expect(await run(to, 'restore', archive)).toMatchObject({ code: 0, problem: '' })
  })
})
