import { parentPort } from 'node:worker_threads'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What the thread answers: the attachment, that there is none, or that this is no readable PDF. */
export type EmbeddedAnswer = { readonly name: string; readonly bytes: Uint8Array } | 'none' | 'unreadable'

/** Factur-X and ZUGFeRD 2.1, ZUGFeRD 2.0, ZUGFeRD 1.0 (it differs in case only), XRechnung in a PDF. */
const names = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml']

/** The thread that opens one PDF of a stranger: takes its bytes, answers once. */
parentPort?.on('message', (bytes: Uint8Array) => {
  find(bytes).then(
    (answer) => parentPort?.postMessage(answer),
    () => parentPort?.postMessage('unreadable' satisfies EmbeddedAnswer),
  )
})

async function find(bytes: Uint8Array): Promise<EmbeddedAnswer> {
  const loading = getDocument({ data: bytes, verbosity: 0, useSystemFonts: false, stopAtErrors: true })
  const document = await loading.promise
  const attachments = [...((await document.getAttachments()) ?? new Map())]
  for (const name of names) {
    const found = attachments.find(([, { filename }]) => filename.toLowerCase() === name)
    const content = found && (await document.getAttachmentContent(found[0]))
    if (found && content) return { name: found[1].filename, bytes: new Uint8Array(content) }
  }
  return 'none'
}
