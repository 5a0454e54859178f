import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../server.ts'
import { openDesk, type Desk } from './desk.ts'
import { budgets, missing } from './inputs.ts'
import { Recorder } from './recorder.ts'
import { copyOfSeed, seeded } from './seed.ts'
import { tasks, type Task } from './tasks.ts'

/**
 * Plays the tasks of the effort budget in a real browser and prints one JSON line each; how it is counted is said in
 * docs/how-it-works.md. Names of tasks as arguments play only those. Ends with 1 where a task was not done.
 */
const note = (text: string) => void process.stderr.write(`${text}\n`)

const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? tasks : tasks.filter((task) => wanted.includes(task.name))
const data = await seeded((text) => note(`seeding: ${text}`))
const folder = mkdtempSync(join(tmpdir(), 'cloudburo-effort-'))
copyOfSeed(data, folder)
const server = await startServer({ environment: { CLOUDBURO_DATA: folder } })
const desk = await openDesk(server, folder).catch(async (error: unknown) => {
  await server.stop()
  throw error
})
try {
  for (const task of chosen) await played(task, desk)
} finally {
  await desk.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
if (wanted.length === 0) for (const [task, why] of Object.entries(missing)) note(`missing: ${task}: ${why}`)

async function played(task: Task, at: Desk): Promise<void> {
  await at.sitDown()
  try {
    const hands = new Recorder(at.page)
    await task.play(hands, at)
    const effort = await hands.finish()
    await task.verify(at)
    const budget = budgets[task.name]
    process.stdout.write(`${JSON.stringify({ task: task.name, ...effort, budget })}\n`)
    if (budget !== null && effort.seconds > budget) note(`over its budget: ${task.name}`)
  } catch (error) {
    process.exitCode = 1
    note(`${task.name} was not done: ${error instanceof Error ? error.message : String(error)}`)
    if (process.env['CLOUDBURO_EFFORT_PICTURES']) await at.page.screenshot({ path: join(process.env['CLOUDBURO_EFFORT_PICTURES'], `${task.name}.png`) })
  }
}
