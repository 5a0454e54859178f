import { addDays, type Day } from '../kernel/day.ts'
import { Failure } from '../kernel/failure.ts'
import type { MemberId, UserId } from '../kernel/id.ts'
import { momentAt } from '../kernel/instant.ts'
import type { House } from '../house.ts'
import type { ManualClock } from '../platform/clock.ts'
import type { Actor, CompanyScope } from '../platform/operation/context.ts'
import { chanceOf, type Chance } from './random.ts'

/** One company on its way through the year: who acts, at what time, and with which luck. */
export interface Stage {
  readonly company: CompanyScope
  readonly chance: Chance
  /** The last day of the story, which is today. */
  readonly lastDay: Day
  readonly today: Day
  /** Runs an operation as the owner, JSON in and JSON out, as a caller outside would. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the story reads answers freely
  call(operation: string, input?: unknown): Promise<any>
  /** As another member, a customer by link, or Cloudburo itself. */
  // oxlint-disable-next-line typescript/no-explicit-any -- see above
  callAs(actor: Actor, operation: string, input?: unknown): Promise<any>
  /** Sets the clock to a time of the story's current day. */
  at(time: string): void
  moveTo(day: Day): void
  readonly owner: Actor
}

/** What a company of the demo does: sets itself up, then lives day by day. */
export interface Story {
  readonly seed: number
  readonly company: Readonly<Record<string, string | boolean>> & { readonly name: string; readonly country: string }
  readonly login: { readonly name: string; readonly email: string }
  begin(stage: Stage): Promise<(stage: Stage, day: Day) => Promise<void>>
}

export function openStage(options: {
  house: House
  clock: ManualClock
  company: CompanyScope
  member: { userId: UserId; memberId: MemberId; name: string }
  seed: number
  lastDay: Day
}): Stage {
  const { house, clock, company, lastDay } = options
  const owner: Actor = { kind: 'user', ...options.member, role: 'owner' }
  let today = addDays(lastDay, -1)
  const callAs = async (actor: Actor, operation: string, input: unknown = {}) => {
    try {
      const answer = await house.operations.run({ operation, input, actor, company })
      return answer === undefined ? undefined : JSON.parse(JSON.stringify(answer))
    } catch (error) {
      if (error instanceof Failure)
        throw new Error(`${operation} on ${today}: ${error.code} ${JSON.stringify(error.fields)} ${JSON.stringify(error.details)}`, { cause: error })
      throw error
    }
  }
  return {
    company,
    chance: chanceOf(options.seed),
    lastDay,
    owner,
    get today() {
      return today
    },
    call: (operation, input) => callAs(owner, operation, input),
    callAs,
    at: (time) => clock.moveTo(momentAt({ day: today, time, zone: company.zone })),
    moveTo: (day) => {
      today = day
    },
  }
}
