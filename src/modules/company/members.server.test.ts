import { afterAll, beforeAll, expect, test } from 'vitest'
import { Failure } from '../../kernel/failure.ts'
import { newId, type UserId } from '../../kernel/id.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z', mailIsConnected: true })
})
afterAll(() => world.close())

interface Somebody {
  readonly userId: UserId
  readonly name: string
  readonly email: string
}

const somebody = (name: string): Somebody => ({ userId: newId<'user'>(), name, email: `${name.toLowerCase()}@example.com` })

async function invitation(owner: Seat, role: string): Promise<string> {
  const { link } = await owner.call('company.invite', { email: 'beat@example.com', role })
  return (link as string).split('/').at(-1) as string
}

/** Runs an operation that belongs to a person; answers the code of its failure where it fails. */
async function asPerson(person: Somebody | undefined, operation: string, input: object): Promise<unknown> {
  try {
    return await world.operations.runPlatform({ operation, input, person })
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

test('an invitation says who invites where, to whoever holds the link', async () => {
  const owner = await world.company({ name: 'Pfote' })
  const secret = await invitation(owner, 'staff')
  expect(await asPerson(undefined, 'company.read-invitation', { secret })).toMatchObject({
    company: 'Pfote',
    invitedBy: 'Anna Keller',
    email: 'beat@example.com',
    role: 'staff',
  })
  expect(await asPerson(undefined, 'company.read-invitation', { secret: 'x'.repeat(43) })).toBe('invitation_over')
  expect(await asPerson(undefined, 'company.accept-invitation', { secret })).toBe('not_signed_in')
})

test('the mail speaks the language of the company and names it', async () => {
  const owner = await world.company({ name: 'Studio Lyon', country: 'FR' })
  await owner.call('company.invite', { email: 'marie@example.com', role: 'accountant' })
  await world.runJobs()
  const mail = world.mails.find((each) => each.to === 'marie@example.com')
  expect(mail).toMatchObject({ subject: 'Studio Lyon vous invite', text: expect.stringMatching(/^Anna Keller vous invite[^]*\/join\/[\w-]{43}\n$/) })
})

test('an invitation is accepted once, also by two at the same moment', async () => {
  const owner = await world.company()
  const secret = await invitation(owner, 'staff')
  const answers = await Promise.all([somebody('Beat'), somebody('Cleo')].map((person) => asPerson(person, 'company.accept-invitation', { secret })))
  expect(answers.filter((answer) => answer === 'invitation_over')).toHaveLength(1)
  expect((await owner.call('company.read')).members).toHaveLength(2)
})

test('a withdrawn or old invitation is over', async () => {
  const owner = await world.company()
  const secret = await invitation(owner, 'staff')
  const { invitations } = await owner.call('company.read')
  await owner.call('company.withdraw-invitation', { invitationId: invitations[0].id })
  expect(await asPerson(somebody('Beat'), 'company.accept-invitation', { secret })).toBe('invitation_over')
  const old = await invitation(owner, 'staff')
  world.clock.moveTo('2026-03-17T09:00:00Z' as never)
  expect(await asPerson(somebody('Beat'), 'company.accept-invitation', { secret: old })).toBe('invitation_over')
})

test('a member who opens an invitation keeps the own role', async () => {
  const owner = await world.company()
  const secret = await invitation(owner, 'accountant')
  const person = { userId: owner.actor.kind === 'user' ? owner.actor.userId : newId<'user'>(), name: 'Anna', email: 'anna@example.com' }
  expect(await asPerson(person, 'company.accept-invitation', { secret })).toBe('already_member')
  expect((await owner.call('company.read')).members).toMatchObject([{ role: 'owner' }])
})

test('a member who was removed comes back by Undo, or by a new invitation, with what was done', async () => {
  const owner = await world.company()
  const beat = somebody('Beat')
  await asPerson(beat, 'company.accept-invitation', { secret: await invitation(owner, 'staff') })
  const idOfBeat = async () => (await owner.call('company.read')).members.find((member: { name: string }) => member.name === 'Beat')
  const { id } = await idOfBeat()
  await owner.call('company.remove-member', { memberId: id })
  expect(await idOfBeat()).toMatchObject({ hasLeft: true })
  await owner.call('company.restore-member', { memberId: id })
  expect(await idOfBeat()).toMatchObject({ hasLeft: false, role: 'staff' })
  await owner.call('company.remove-member', { memberId: id })
  await asPerson(beat, 'company.accept-invitation', { secret: await invitation(owner, 'accountant') })
  expect(await idOfBeat()).toMatchObject({ id, hasLeft: false, role: 'accountant' })
})

test('the last owner can neither leave nor become something else', async () => {
  const owner = await world.company()
  const memberId = owner.actor.kind === 'user' ? owner.actor.memberId : ''
  expect(await owner.failure('company.remove-member', { memberId })).toBe('last_owner')
  expect(await owner.failure('company.change-member', { memberId, role: 'staff' })).toBe('last_owner')
})
