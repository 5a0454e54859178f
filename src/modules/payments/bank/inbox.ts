import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../../kernel/failure.ts'
import { bankFileBytesMax } from './decode.ts'
import { entriesOf, moveBeside } from '../../../platform/drop-folder.ts'

/** What the inbox needs of the house: to run an operation as Cloudburo itself in one company. */
export interface InboxServices {
  /** CLOUDBURO_DATA/bank-inbox; one folder per company below it, named by the company's id or its name. */
  readonly directory: string
  /** Runs an operation as Cloudburo itself in the company of that folder; undefined where no company is meant by it. */
  runAs(company: string, operation: string, input: unknown): Promise<unknown>
  /** Milliseconds since 1970. */
  now(): number
}

/** A file that was written to in the last moments may still be growing. */
const quietMilliseconds = 2000

/**
 * Imports every file that lies in the inbox of any company, once, and moves it to `imported` or `refused` beside it; beside a
 * refused file a text says why. A file that is known changes nothing, so a crash between import and move does no harm.
 * Returns how many files were taken.
 */
export async function importBankInbox(services: InboxServices): Promise<number> {
  let count = 0
  for (const company of await entriesOf(services.directory, 'directories')) {
    const folder = join(services.directory, company)
    for (const name of await entriesOf(folder, 'files')) {
      if (await importOne(services, { company, folder, name })) count += 1
    }
  }
  return count
}

async function importOne(services: InboxServices, file: { company: string; folder: string; name: string }): Promise<boolean> {
  const path = join(file.folder, file.name)
  const { size, mtimeMs } = await stat(path)
  if (services.now() - mtimeMs < quietMilliseconds) return false
  try {
    if (size > bankFileBytesMax) throw new Failure({ code: 'bank_file_too_large', kind: 'too_large' })
    const content = (await readFile(path)).toString('base64')
    await services.runAs(file.company, 'payments.import-bank-file', { fileName: file.name.slice(0, 255), content })
    await moveBeside(file, 'imported')
  } catch (error) {
    // A named failure is the file's fault and final; anything else is ours and is tried again at the next look.
    if (!(error instanceof Failure)) throw error
    const moved = await moveBeside(file, 'refused')
    await writeFile(`${moved}.txt`, `${error.code}\n`)
  }
  return true
}
