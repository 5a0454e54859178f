import type { Instant } from '../../kernel/instant.ts'
import { describeError } from '../log.ts'
import { runDueJobs } from './jobs.ts'

type RunnerServices = Parameters<typeof runDueJobs>[0]

/** Looks for due jobs every second, and at once when told that there are some. One run at a time per process. */
export class JobRunner {
  readonly #services: RunnerServices
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #isWanted = false

  constructor(services: RunnerServices) {
    this.#services = services
  }

  start(): void {
    this.#timer ??= setInterval(() => this.wake(), 1000)
    this.#timer.unref()
  }

  /** Runs what is due now, after the caller's turn of the event loop; does nothing before start. */
  wake(): void {
    if (!this.#timer) return
    this.#isWanted = true
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
  }

  /** Wakes at that moment; the second's tick would find it too, this is only sooner. */
  wakeAt(moment: Instant): void {
    const milliseconds = Date.parse(moment) - Date.parse(this.#services.clock.now())
    setTimeout(() => this.wake(), Math.max(0, milliseconds) + 5).unref()
  }

  /** Runs everything that is due at the clock's moment and returns how much: for the demo, which moves the clock itself. */
  runDue(): Promise<number> {
    return runDueJobs(this.#services)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#timer = undefined
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false
      try {
        await runDueJobs(this.#services)
      } catch (error) {
        this.#services.log.error('jobs.failed', describeError(error))
      }
    }
  }
}
