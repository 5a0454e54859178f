import { parentPort } from 'node:worker_threads'
import type { DocumentModel } from '../document-model.ts'
import type { PdfOptions } from './attachment.ts'
import { renderDocument } from './render.ts'

/** The thread that sets documents: takes `{ id, model, options }`, answers `{ id, bytes }` or `{ id, problem }`. */
parentPort?.on('message', (request: { id: number; model: DocumentModel; options: PdfOptions }) => {
  renderDocument(request.model, request.options).then(
    (bytes) => parentPort?.postMessage({ id: request.id, bytes }, [bytes.buffer as ArrayBuffer]),
    (error: unknown) => parentPort?.postMessage({ id: request.id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
