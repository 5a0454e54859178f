import type { DocumentModel } from '../document-model.ts'
import type { PdfOptions } from './attachment.ts'
import { bottomAboveSlip, drawFeet, measureFoot } from './foot.ts'
import { drawHead } from './head.ts'
import { Page } from './page.ts'
import { pictureOf } from './picture.ts'
import { drawSlip } from './slip.ts'
import { drawClosing, drawPayment, drawTotals } from './sums.ts'
import { drawTable } from './table.ts'

/**
 * Sets a document as PDF/A-3b, A4, tagged, with an electronic invoice within it where one is given. The same document gives the same
 * bytes: dates and identifiers come from it.
 * Takes some tens of milliseconds of the processor: call it through `renderPdf` of `pool.ts`, outside the event loop.
 */
export async function renderDocument(model: DocumentModel, options: PdfOptions = {}): Promise<Uint8Array> {
  const logo = model.logo && (await pictureOf(model.logo))
  const page = new Page(model, options.attachment ?? null)
  measureFoot(page, model)
  drawHead(page, model, logo)
  drawTable(page, model)
  drawTotals(page, model)
  drawPayment(page, model)
  drawClosing(page, model)
  const lifted = drawSlips(page, model)
  drawFeet(page, model, lifted)
  return page.bytes()
}

/** The Swiss payment parts: at the foot of the last page where there is room for it and the page's own foot, else each on a page of its own. */
function drawSlips(page: Page, model: DocumentModel): Set<number> {
  const lifted = new Set<number>()
  const slips = model.paymentCodes.filter((code) => code.kind === 'swiss')
  slips.forEach((code, index) => {
    if (index > 0 || page.y > bottomAboveSlip(page, model)) page.add()
    drawSlip(page, code)
    lifted.add(page.pdf.bufferedPageRange().count - 1)
  })
  return lifted
}
