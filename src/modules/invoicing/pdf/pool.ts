import { Worker } from 'node:worker_threads'
import type { DocumentModel } from '../document-model.ts'
import type { PdfOptions } from './attachment.ts'

/** After so long without a document the thread goes, and its fonts with it. */
const idleMilliseconds = 10_000

/** A document of many pages takes 30 MB; one that asks for more is refused instead of taking the server with it. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 }

/** Beside this file, as a source or as built. */
const workerFile = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js'

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * The document as PDF, set in a thread of its own so that the server goes on answering. One thread serves all, in
 * the order of asking; it starts with the first document and ends when idle. It never keeps the process alive.
 */
export function renderPdf(model: DocumentModel, options: PdfOptions = {}): Promise<Uint8Array> {
  clearTimeout(idle)
  worker ??= start()
  worker.ref()
  lastId += 1
  const id = lastId
  return new Promise<Uint8Array>((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker?.postMessage({ id, model, options })
  })
}

function start(): Worker {
  const started = new Worker(new URL(workerFile, import.meta.url), { resourceLimits })
  started.on('message', (answer: { id: number; bytes?: Uint8Array; problem?: string }) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.bytes) asked?.resolve(answer.bytes)
    else asked?.reject(new Error(answer.problem))
    if (waiting.size === 0) rest(started)
  })
  started.on('error', (error) => {
    if (worker === started) worker = undefined
    for (const asked of waiting.values()) asked.reject(error instanceof Error ? error : new Error(String(error)))
    waiting.clear()
  })
  return started
}

function rest(started: Worker): void {
  started.unref()
  idle = setTimeout(() => {
    if (worker === started) worker = undefined
    void started.terminate()
  }, idleMilliseconds)
  idle.unref()
}
