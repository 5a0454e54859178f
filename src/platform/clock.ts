import { addSeconds, instantOf, type Instant } from '../kernel/instant.ts'

/** Tells the time. The clock is given, never asked for: rules and operations get it from their context. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) }

/** A clock for tests, demo data and simulations: it stands still until it is moved. */
export class ManualClock implements Clock {
  #now: Instant

  constructor(start: Instant) {
    this.#now = start
  }

  now(): Instant {
    return this.#now
  }

  moveTo(moment: Instant): void {
    this.#now = moment
  }

  advanceSeconds(seconds: number): void {
    this.#now = addSeconds(this.#now, seconds)
  }
}
