import type { DocumentModel } from '../document-model.ts'
import type { PdfOptions } from './attachment.ts'
import { drawFeet } from './foot.ts'
import { drawHead } from './head.ts'
import { Page } from './page.ts'
import { drawClosing, drawPayment, drawTotals } from './sums.ts'
import { drawTable } from './table.ts'

/**
 * Sets a document as PDF/A-3b, A4, with an electronic invoice within it where one is given. The same document gives the same bytes: dates and identifiers come from it.
 * Takes some tens of milliseconds of the processor: call it through `renderPdf` of `pool.ts`, outside the event loop.
 */
export async function renderDocument(model: DocumentModel, options: PdfOptions = {}): Promise<Uint8Array> {
  const page = new Page(model, options.attachment ?? null)
  drawHead(page, model)
  drawTable(page, model)
  drawTotals(page, model)
  drawPayment(page, model)
  drawClosing(page, model)
  drawFeet(page, model)
  return page.bytes()
}
