import { addDays, startOfWeek, type Day } from '../../src/kernel/day.ts'
import type { Desk } from './desk.ts'
import { customers, group, weekSheet } from './inputs.ts'
import { jot, understood } from './jot.ts'
import type { Task } from './tasks.ts'

/** The ten entries of last week stand in a notebook, customer by customer; who is next is a decision each time. */
export const fillWeekSheet: Task = {
  name: 'week-sheet',
  async play(hands, desk) {
    const { page } = desk
    await hands.press('3')
    await page.getByRole('heading', { name: 'Calendar' }).waitFor()
    await hands.press('h')
    await page.getByRole('table').waitFor()
    await hands.press('p')
    await page.waitForURL(/from=/)
    await page.waitForLoadState('networkidle')
    await hands.press('e')
    for (const { customer, hours } of weekSheet) {
      hands.think(customer)
      await toRowOf(customer)
      let column = await columnNow()
      for (const [day, figure] of hours) {
        for (; column < Number(day); column += 1) await hands.press('Tab')
        await hands.type(figure)
      }
    }
    await hands.press('Enter')

    async function toRowOf(customer: string): Promise<void> {
      const rowNow = () => page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('th')?.textContent ?? '')
      for (let step = 0; !(await rowNow()).startsWith(customer); step += 1) {
        if (step > 40) throw new Error(`${customer} has no row in the sheet`)
        await hands.press('Tab')
      }
    }
    function columnNow(): Promise<number> {
      return page.evaluate(() => {
        const cell = document.activeElement?.closest('td')
        return [...(cell?.parentElement?.querySelectorAll('td') ?? [])].indexOf(cell!)
      })
    }
  },
  async verify(desk) {
    const { today } = await desk.ask<{ today: Day }>('today.read')
    const monday = addDays(startOfWeek(today), -7)
    await desk.until('ten entries of last week', async () => {
      const { entries } = await desk.ask<{ entries: { contactName: string; minutes: number }[] }>('work.week', { from: monday })
      const minutes = weekSheet.map(({ customer }) => entries.filter((each) => each.contactName === customer).reduce((sum, each) => sum + each.minutes, 0))
      return entries.length === 10 && minutes.join() === '510,450,210'
    })
  },
}

interface Session {
  readonly time: string
  readonly serviceName: string
  readonly participants: readonly { readonly contactId: string; readonly outcome: string }[]
}

/** The sessions of a contact from yesterday on, for a week. */
async function sessionsOf(desk: Desk, contactId: string): Promise<Session[]> {
  const { today } = await desk.ask<{ today: Day }>('today.read')
  const { sessions } = await desk.ask<{ sessions: Session[] }>('calendar.sessions', { from: addDays(today, -1), to: addDays(today, 7), contactId })
  return sessions.filter((each) => each.participants.some((participant) => participant.contactId === contactId))
}

export const bookSession: Task = {
  name: 'book-session',
  async play(hands, desk) {
    await jot(hands, desk, 'les dorian fri 2pm')
    await understood(desk, { Customer: customers.booked })
    await hands.press('Enter')
    await desk.page.getByText('Session booked.').waitFor()
  },
  async verify(desk) {
    const [session] = await sessionsOf(desk, await desk.contactId(customers.booked))
    if (session?.time !== '14:00' || session.serviceName !== 'Lesson') throw new Error('the lesson is not in the calendar')
  },
}

export const attendGroup: Task = {
  name: 'attendance',
  async play(hands, desk) {
    const { page } = desk
    const current = page.locator('li[data-current]').first()
    while (!(await current.innerText()).includes(group.service)) await hands.press('j')
    await hands.press('n')
    await page.getByRole('checkbox').first().waitFor()
    hands.think('who was missing')
    const line = page.locator('label', { hasText: group.missing })
    await hands.press((await line.locator('kbd').innerText()).toLowerCase())
    await hands.press('Enter')
    await page.getByText('11 attended, 1 missing.').waitFor()
  },
  async verify(desk) {
    const id = await desk.contactId(group.missing)
    const [session] = await sessionsOf(desk, id)
    const outcomes = session?.participants.map((each) => `${each.contactId === id} ${each.outcome}`) ?? []
    if (outcomes.length !== 12 || outcomes.filter((each) => each === 'false attended').length !== 11 || !outcomes.includes('true no_show'))
      throw new Error('the attendance is not confirmed')
  },
}
