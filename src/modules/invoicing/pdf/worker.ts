import { parentPort } from 'node:worker_threads'
import type { DocumentModel } from '../document-model.ts'
import { renderDocument } from './render.ts'

/** The thread that sets documents: takes `{ id, model }`, answers `{ id, bytes }` or `{ id, problem }`. */
parentPort?.on('message', (request: { id: number; model: DocumentModel }) => {
  renderDocument(request.model).then(
    (bytes) => parentPort?.postMessage({ id: request.id, bytes }, [bytes.buffer as ArrayBuffer]),
    (error: unknown) => parentPort?.postMessage({ id: request.id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
