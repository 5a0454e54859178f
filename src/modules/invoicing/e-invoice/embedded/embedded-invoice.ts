import { Worker } from 'node:worker_threads'
import { Failure } from '../../../../kernel/failure.ts'
import type { EmbeddedAnswer } from './worker.ts'

/** Beside this file as a source; named apart from the other threads where the server is built. */
const workerFile = import.meta.url.endsWith('.ts') ? './worker.ts' : './embedded-invoice-worker.js'

const bytesMax = 20 * 1024 * 1024
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 }
/** A large invoice takes a second, a bomb as long as it is let. */
const millisecondsMax = 15_000
/** What is unpacked lies outside the thread's heap, so the growth of the whole process is watched too. */
const growthBytesMax = 400 * 1024 * 1024
const watchMilliseconds = 40

/**
 * The electronic invoice that a Factur-X, ZUGFeRD or XRechnung PDF carries, for `readEInvoice`; undefined where it carries
 * none. The PDF is opened in a thread of its own that ends with the answer, in bounded time and memory.
 * Fails with `e_invoice_pdf_unreadable` (no PDF, broken, locked) or `e_invoice_pdf_too_heavy`.
 */
export async function embeddedInvoice(pdf: Uint8Array): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  if (pdf.length > bytesMax) throw new Failure({ code: 'e_invoice_pdf_too_heavy', kind: 'too_large' })
  const answer = await ask(pdf)
  if (answer === 'unreadable') throw new Failure({ code: 'e_invoice_pdf_unreadable', kind: 'invalid' })
  return answer === 'none' ? undefined : answer
}

async function ask(pdf: Uint8Array): Promise<EmbeddedAnswer> {
  const worker = new Worker(new URL(workerFile, import.meta.url), { resourceLimits, stdout: true, stderr: true })
  const { promise, resolve, reject } = Promise.withResolvers<EmbeddedAnswer>()
  const tooHeavy = () => reject(new Failure({ code: 'e_invoice_pdf_too_heavy', kind: 'too_large' }))
  const before = process.memoryUsage.rss()
  const deadline = setTimeout(tooHeavy, millisecondsMax)
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > growthBytesMax) tooHeavy()
  }, watchMilliseconds)
  worker.on('message', resolve)
  worker.on('error', tooHeavy)
  const copy = new Uint8Array(pdf)
  worker.postMessage(copy, [copy.buffer])
  try {
    return await promise
  } finally {
    clearTimeout(deadline)
    clearInterval(watch)
    await worker.terminate()
  }
}
