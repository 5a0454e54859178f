import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** Folders into which people and programs drop files to be taken. */

/** What lies in a folder, by name; none where there is no folder. Hidden files and half-finished downloads are left alone; a link leads nowhere. */
export async function entriesOf(directory: string, kind: 'files' | 'directories'): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => (kind === 'files' ? entry.isFile() : entry.isDirectory()))
    .map((entry) => entry.name)
    .filter((name) => !name.startsWith('.') && !/\.(part|crdownload|tmp)$/i.test(name))
    .toSorted()
}

/** Moves a file into the folder beside it and says where it lies now; a name that is taken there gets a number. */
export async function moveBeside(file: { folder: string; name: string }, to: string): Promise<string> {
  const folder = join(file.folder, to)
  await mkdir(folder, { recursive: true })
  const taken = new Set(await readdir(folder))
  let target = file.name
  for (let count = 2; taken.has(target); count += 1) target = `${count}-${file.name}`
  await rename(join(file.folder, file.name), join(folder, target))
  return join(folder, target)
}
