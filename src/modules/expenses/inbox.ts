import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../kernel/failure.ts'
import { fold } from '../../kernel/fold.ts'
import { describeError, type Log } from '../../platform/log.ts'
import type { CompanyScope } from '../../platform/operation/context.ts'
import { mailBytesMax, receiptsOfMail } from './mail.ts'
import { receiptBytesMax } from './scanning/detect.ts'
import { entriesOf, moveBeside } from '../../platform/drop-folder.ts'

const everyMilliseconds = 3000
/** A file that was written to in the last moments may still be growing. */
const quietMilliseconds = 2000

interface InboxServices {
  readonly dataDirectory: string
  readonly log: Log
  now(): number
  allCompanies(): Promise<readonly CompanyScope[]>
  runAsSystem(company: CompanyScope, operation: string, input: unknown): Promise<unknown>
}

/**
 * Looks into CLOUDBURO_DATA/receipts-inbox every few seconds, where a scanner, a phone or a mail program lays receipts into a folder
 * named by the company's id or name; of a mail (.eml) what hangs on it is taken. Returns the function that ends it.
 */
export function watchReceiptsInbox(services: InboxServices): () => void {
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    try {
      const count = await takeReceiptsInbox(services)
      if (count > 0) services.log.info('receipts-inbox.taken', { count })
    } catch (error) {
      services.log.error('receipts-inbox.failed', describeError(error))
    } finally {
      isLooking = false
    }
  }
  const timer = setInterval(() => void look(), everyMilliseconds)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Takes every file that lies in the folder of a company, once, and moves it to `taken` or `refused` beside it; beside a refused
 * one a text says why. A file that is known changes nothing, so a crash in between does no harm. Returns how many.
 */
export async function takeReceiptsInbox(services: InboxServices): Promise<number> {
  const directory = join(services.dataDirectory, 'receipts-inbox')
  let count = 0
  for (const name of await entriesOf(directory, 'directories')) {
    const meant = (await services.allCompanies()).filter((company) => company.id === name || fold(company.name) === fold(name))
    // Of two companies of one name only the id says which is meant.
    if (meant.length !== 1) continue
    for (const file of await entriesOf(join(directory, name), 'files')) {
      if (await takeOne(services, { company: meant[0]!, folder: join(directory, name), name: file })) count += 1
    }
  }
  return count
}

async function takeOne(services: InboxServices, file: { company: CompanyScope; folder: string; name: string }): Promise<boolean> {
  const path = join(file.folder, file.name)
  const { size, mtimeMs } = await stat(path)
  if (services.now() - mtimeMs < quietMilliseconds) return false
  try {
    const isMail = /\.eml$/i.test(file.name)
    if (size > (isMail ? mailBytesMax : receiptBytesMax)) throw new Failure({ code: 'receipt_too_large', kind: 'too_large' })
    const bytes = await readFile(path)
    const { sender, receipts } = isMail ? await receiptsOfMail(bytes) : { sender: null, receipts: [{ fileName: file.name.slice(0, 255), bytes }] }
    for (const receipt of receipts) {
      const content = Buffer.from(receipt.bytes).toString('base64')
      const input = { fileName: receipt.fileName, content, ...(sender ? { payeeName: sender } : {}) }
      await services.runAsSystem(file.company, 'expenses.take-receipt', input)
    }
    await moveBeside(file, 'taken')
  } catch (error) {
    // A named failure is the file's and final; anything else is ours and is tried again at the next look.
    if (!(error instanceof Failure)) throw error
    await writeFile(`${await moveBeside(file, 'refused')}.txt`, `${error.code}\n`)
  }
  return true
}
