import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One process writes a data folder: the server, or a CLI command while no server runs. The lock names its process, so
 * that the lock of a process that was killed is seen to be stale. Returns how to release it; throws when it is held.
 */
export function takeLock(dataDirectory: string, holder: string): () => void {
  mkdirSync(dataDirectory, { recursive: true })
  const path = join(dataDirectory, 'lock')
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, JSON.stringify({ process: process.pid, holder }), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const held = lockHolder(dataDirectory)
      if (held) throw new Error(`The data folder ${dataDirectory} is in use by ${held.holder} (process ${held.process}).`)
      rmSync(path, { force: true })
    }
  }
  throw new Error(`The data folder ${dataDirectory} is in use.`)
}

/** The living process that holds the data folder, if any. */
export function lockHolder(dataDirectory: string): { process: number; holder: string } | undefined {
  try {
    const held = JSON.parse(readFileSync(join(dataDirectory, 'lock'), 'utf8')) as { process: number; holder: string }
    process.kill(held.process, 0)
    return held
  } catch {
    return undefined
  }
}
