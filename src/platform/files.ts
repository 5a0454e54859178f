import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Keeps bytes by the hash of their content: the same document twice is stored once and can be verified. */
export interface Files {
  /** Stores the bytes durably and returns their SHA-256 as lower-case hex. */
  put(bytes: Uint8Array): Promise<string>
  /** The bytes, or undefined when nothing with that hash is stored. */
  get(hash: string): Promise<Uint8Array | undefined>
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Files below a directory, spread over 256 folders by the first two digits of the hash. */
export function openFiles(directory: string): Files {
  const pathOf = (hash: string) => join(directory, hash.slice(0, 2), hash)
  return {
    async put(bytes) {
      const hash = hashOf(bytes)
      const path = pathOf(hash)
      if (await exists(path)) return hash
      await mkdir(join(directory, hash.slice(0, 2)), { recursive: true })
      const temporary = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
      const handle = await open(temporary, 'wx')
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, path)
      return hash
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return undefined
      try {
        return await readFile(pathOf(hash))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
