import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { Failure } from '../src/kernel/failure.ts'
import type { NamedOperation } from '../src/kernel/operation.ts'
import { modules } from '../src/modules/modules.ts'
import { givenFor } from './given.ts'
import { inputs, type Entry } from './inputs.ts'
import { digestOf } from './rows.ts'
import { openWorld, type Seat, type World } from './world.ts'

const operations = modules.flatMap((module) => Object.values(module.contract) as NamedOperation[])
const ofCompany = operations.filter((operation) => (operation.reach ?? 'company') === 'company')

describe('contracts', () => {
  test('every operation of a contract is implemented, and nothing else is', () => {
    for (const module of modules) {
      const implemented = module.operations.map((each) => each.operation.name).toSorted()
      expect(implemented, module.name).toEqual(Object.keys(module.contract).toSorted())
    }
  })

  test('every route leads to one operation', () => {
    const routes = operations.map((operation) => operation.route.replace(/\{\w+\}/g, '{}'))
    expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([])
  })

  test('every summary is a sentence, and every path parameter a field of the input', () => {
    for (const operation of operations) {
      expect(operation.summary, operation.name).toMatch(/^[A-Z].*\.$/)
      const fields = fieldsOf(operation)
      for (const [, name] of operation.route.matchAll(/\{(\w+)\}/g)) expect(fields, operation.name).toContain(name)
    }
  })

  test('tests/inputs.ts has an input for every operation and for nothing else', () => {
    expect(Object.keys(inputs).toSorted()).toEqual(ofCompany.map((operation) => operation.name).toSorted())
  })
})

describe('every operation', () => {
  let world: World
  let stranger: Seat
  beforeAll(async () => {
    world = await openWorld({ at: '2026-03-02T09:00:00Z' })
    stranger = await world.company({ name: 'Stranger' })
  })
  afterAll(() => world.close())

  test.each(ofCompany.filter((operation) => inputs[operation.name]).map((operation) => [operation.name, operation] as const))('%s', async (name, operation) => {
    const owner = await world.company()
    const entry = await inputs[name]!(givenFor(world, owner))
    const seat = seatFor(world, owner, entry)
    await refusesOtherRoles(world, owner, operation, entry)
    await refusesMalformed(seat, operation, entry)
    await refusesStrangers(world, { owner, stranger, seat }, operation, entry)
    const key = `key-of-${name}`
    const first = await seat.call(name, entry.input, { key })
    const parsed = operation.output.safeParse(first)
    expect(parsed.error?.issues ?? [], 'the answer is what the contract promises').toEqual([])
    if (operation.effect === 'read') return
    const before = await digestOf(world, owner)
    expect(await seat.call(name, entry.input, { key }), 'a repeated key gets the first answer').toEqual(first)
    expect(await digestOf(world, owner), 'a repeated key changes nothing').toEqual(before)
  })
})

function seatFor(world: World, owner: Seat, entry: Entry): Seat {
  if (entry.as === 'system') return world.system(owner)
  return entry.as ? world.customer(owner, entry.as.customer) : owner
}

/** A role that the contract does not name is refused before anything is looked at. */
async function refusesOtherRoles(world: World, owner: Seat, operation: NamedOperation, entry: Entry): Promise<void> {
  for (const role of ['staff', 'accountant'] as const) {
    if (operation.roles.includes(role)) continue
    const member = await world.member(owner, role)
    expect(await member.failure(operation.name, entry.input), role).toBe('forbidden')
  }
  if (operation.roles.includes('customer')) return
  const contactId = '01900000-0000-7000-8000-000000000000'
  expect(await world.customer(owner, contactId).failure(operation.name, entry.input), 'customer').toBe('forbidden')
}

/** Each field of the input, spoilt in turn, is named in the failure. */
async function refusesMalformed(seat: Seat, operation: NamedOperation, entry: Entry): Promise<void> {
  for (const field of fieldsOf(operation)) {
    if (anythingGoes.has(`${operation.name}.${field}`)) continue
    const fields = await fieldsRefused(seat, operation.name, { ...entry.input, [field]: { spoilt: [null] } })
    expect(
      fields.some((each) => each === field || each.startsWith(`${field}.`)),
      `${field} spoilt: ${fields.join(', ')}`,
    ).toBe(true)
  }
}

/** Fields that take any JSON by their nature. */
const anythingGoes = new Set<string>([])

async function fieldsRefused(seat: Seat, name: string, input: object): Promise<string[]> {
  try {
    await seat.call(name, input)
  } catch (error) {
    if (error instanceof Failure && error.code === 'input_invalid') return Object.keys(error.fields)
    return [error instanceof Failure ? `(${error.code})` : String(error)]
  }
  return ['(accepted)']
}

/** The ids of one company are nothing to another: it gets "not found", or an answer in which they do not appear. */
async function refusesStrangers(world: World, seats: { owner: Seat; stranger: Seat; seat: Seat }, operation: NamedOperation, entry: Entry): Promise<void> {
  const ids = JSON.stringify(entry.input).match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
  // Cloudburo itself is no stranger anywhere.
  if (ids.length === 0 || entry.as === 'system') return
  const { owner, stranger } = seats
  const before = [await digestOf(world, owner), await digestOf(world, stranger)]
  const outcome = await outcomeOf(seatFor(world, stranger, entry), operation.name, entry.input)
  expect([await digestOf(world, owner), await digestOf(world, stranger)], 'a stranger changes nothing').toEqual(before)
  if (outcome.code !== undefined) return
  expect(operation.effect, `a stranger's ${operation.name} is answered: ${JSON.stringify(outcome.answer)}`).toBe('read')
  for (const id of ids) expect(JSON.stringify(outcome.answer)).not.toContain(id)
}

async function outcomeOf(seat: Seat, name: string, input: object): Promise<{ code?: string; answer?: unknown }> {
  try {
    return { answer: (await seat.call(name, input)) as unknown }
  } catch (error) {
    if (error instanceof Failure) return { code: error.code }
    throw error
  }
}

function fieldsOf(operation: NamedOperation): string[] {
  const { shape } = operation.input as z.ZodObject
  return Object.keys(shape ?? {})
}
