import type { Person } from '../operation/context.ts'

/** Sessions seen in the last seconds, so that a page's few reads check the session once. Bounded. */
export class RecentSessions {
  readonly #persons = new Map<string, { person: Person; until: number }>()
  /** Changes whenever everything is forgotten. */
  epoch = 0

  find(cookie: string): Person | undefined {
    const entry = this.#persons.get(cookie)
    return entry && entry.until > performance.now() ? entry.person : undefined
  }

  /** Keeps what was found, unless sessions changed since it was asked for. */
  keep(cookie: string, person: Person, asked: number): void {
    if (asked !== this.epoch) return
    if (this.#persons.size >= 5000) this.#persons.clear()
    this.#persons.set(cookie, { person, until: performance.now() + 10_000 })
  }

  forgetAll(): void {
    this.epoch += 1
    this.#persons.clear()
  }
}
