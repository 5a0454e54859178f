import { modules } from '../src/modules/modules.ts'
import { dayIn } from '../src/kernel/instant.ts'
import type { Context } from '../src/platform/operation/context.ts'
import type { Seat, World } from './world.ts'

/** What `bin/cloudburo check` would find wrong in the company, as its modules say; empty is sound. */
export async function findingsOf(world: World, seat: Seat): Promise<string[]> {
  const readsOnly = (): never => {
    throw new Error('a check only reads')
  }
  return world.read(seat, async (database) => {
    const now = world.clock.now()
    const context: Context = {
      actor: seat.actor,
      company: seat.company,
      clock: world.clock,
      now,
      today: dayIn(now, seat.company.zone),
      database,
      engine: world.database.engine,
      files: world.files,
      seals: { seal: readsOnly, open: () => undefined },
      publicUrl: 'http://127.0.0.1:4100',
      emit: readsOnly,
      later: readsOnly,
    }
    const findings: string[] = []
    for (const module of modules) {
      for (const { what, findings: wrong } of (await module.check?.(context)) ?? []) findings.push(...wrong.map((each) => `${what}: ${each}`))
    }
    return findings
  })
}
