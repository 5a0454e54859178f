import { resolve } from 'node:path'
import { prepareDatabase } from '../../../house.ts'
import { systemClock } from '../../../platform/clock.ts'
import { readBackup, writeBackup } from '../../../platform/backup/backup.ts'
import { assertEmpty, clearTarget } from '../../../platform/backup/target.ts'
import { takeLock } from '../../../platform/lock.ts'
import type { Command } from '../arguments.ts'

export const backup: Command = {
  usage: 'backup FILE',
  summary: 'Saves database and files together into one archive (tar.gz), also while the server runs.',
  words: 1,
  async run({ configuration, line, print }) {
    const path = resolve(line.words[0] as string)
    const { rows, files } = await writeBackup(configuration, path, systemClock.now())
    print(`Saved ${rows} rows and ${files} ${files === 1 ? 'file' : 'files'} to ${path}. Keep it safe: it holds everything.`)
  },
}

export const restore: Command = {
  usage: 'restore FILE',
  summary: 'Fills an empty data folder or database from a backup of this or an older version, whichever engine it came from.',
  words: 1,
  async run({ configuration, line, print }) {
    const path = resolve(line.words[0] as string)
    await assertEmpty(configuration)
    const release = takeLock(configuration.dataDirectory, 'a restore')
    try {
      const { rows, files } = await readBackup(configuration, path, {
        migrateTo: (migrations) => prepareDatabase(configuration, migrations),
        upgrade: () => prepareDatabase(configuration),
      })
      print(`Restored ${rows} rows and ${files} ${files === 1 ? 'file' : 'files'}. Verify them with bin/cloudburo check.`)
    } catch (error) {
      await clearTarget(configuration)
      throw error
    } finally {
      release()
    }
  },
}
