import { addDays, addMonths, daysBetween, weekdayOf, type Day } from '../kernel/day.ts'
import type { CompanyId } from '../kernel/id.ts'
import { dayIn, instantOf, momentAt, type Zone } from '../kernel/instant.ts'
import type { House } from '../house.ts'
import { findMembership } from '../modules/company/index.ts'
import { ManualClock } from '../platform/clock.ts'
import type { Person } from '../platform/operation/context.ts'
import { openStage, type Stage, type Story } from './stage.ts'
import { advice, photography } from './stories/consultant-photographer.ts'
import { designStudio } from './stories/design-studio.ts'
import { dogSchool } from './stories/dog-school.ts'
import { languageSchool } from './stories/language-school.ts'
import { yogaStudio } from './stories/yoga-studio.ts'

/** One password for every demo login; the command prints it. */
export const demoPassword = 'five minutes a week'

export interface DemoLogin {
  readonly company: string
  readonly name: string
  readonly email: string
}

export interface DemoOptions {
  /** How long the companies have lived; a year unless said. */
  readonly months?: number
  /** The last day of their story; today unless said. */
  readonly lastDay?: Day
  readonly onDay?: (day: Day) => void
}

const stories: readonly Story[] = [dogSchool, designStudio, advice, photography, yogaStudio, languageSchool]

/**
 * Fills an empty house with the five companies of product.md and a year of their work, ending today: everything through
 * the operations, with the house's clock moved day by day. The house must be opened with a ManualClock and without SMTP, since the demo
 * writes to nobody; it refuses a database that has a company already.
 */
export async function fillDemo(house: House, options: DemoOptions = {}): Promise<{ logins: DemoLogin[]; password: string }> {
  if (!(house.clock instanceof ManualClock)) throw new Error('the demo moves the clock: open the house with a ManualClock')
  if (house.mail.isConnected) throw new Error('the demo must not send mail: open the house without SMTP')
  if ((await house.allCompanies()).length > 0)
    throw new Error('The demo fills an empty database only, and this one has companies. Choose another CLOUDBURO_DATA.')
  await house.database.hurry?.(true)
  const logins = await tellStories(house, house.clock, options)
  await house.database.hurry?.(false)
  return { logins, password: demoPassword }
}

async function tellStories(house: House, clock: ManualClock, options: DemoOptions): Promise<DemoLogin[]> {
  const lastDay = options.lastDay ?? dayIn(instantOf(Date.now()), 'Europe/Zurich' as Zone)
  const firstDay = addMonths(lastDay, -(options.months ?? 12))
  clock.moveTo(momentAt({ day: firstDay, time: '08:00', zone: 'Europe/Zurich' as Zone }))
  const people = new Map<string, Person>()
  const lives: { stage: Stage; live: (stage: Stage, day: Day) => Promise<void> }[] = []
  for (const story of stories) {
    const stage = await openCompany(house, clock, story, { people, lastDay, firstDay })
    lives.push({ stage, live: await story.begin(stage) })
  }
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    clock.moveTo(momentAt({ day, time: '04:00', zone: 'Europe/Zurich' as Zone }))
    if (isJobDay(day, lastDay)) await house.jobs.runDue()
    for (const { stage, live } of lives) {
      stage.moveTo(day)
      await live(stage, day)
    }
    options.onDay?.(day)
  }
  await house.jobs.runDue()
  return stories.map((story) => ({ company: story.company.name, ...story.login }))
}

/** What runs daily makes up for missed days, so that the demo lets it run on Mondays, on the first, and in the last week. */
function isJobDay(day: Day, lastDay: Day): boolean {
  return weekdayOf(day) === 1 || day.endsWith('-01') || daysBetween(day, lastDay) < 7
}

async function openCompany(
  house: House,
  clock: ManualClock,
  story: Story,
  options: { people: Map<string, Person>; lastDay: Day; firstDay: Day },
): Promise<Stage> {
  const { people, lastDay, firstDay } = options
  const person = people.get(story.login.email) ?? (await house.signIn.signUp({ ...story.login, password: demoPassword }))
  people.set(story.login.email, person)
  const { id } = (await house.operations.runPlatform({ operation: 'company.create', input: story.company, person })) as { id: CompanyId }
  const membership = await house.database.readPlatform((transaction) => findMembership(transaction, { companyId: id, userId: person.userId }))
  if (!membership) throw new Error(`${person.email} is no member of ${story.company.name}`)
  const { company, memberId, name } = membership
  const stage = openStage({ house, clock, company, member: { userId: person.userId, memberId, name }, seed: story.seed, lastDay })
  stage.moveTo(firstDay)
  stage.at('08:30')
  return stage
}
