import { asJpeg, codeIn, openPicture, shrunk } from './picture.ts'
import { lettersIn } from './ocr.ts'
import { embeddedXml, openPdf, renderPage, textOf } from './pdf.ts'
import { pagesMax, pictureSide, readSide, type Scan, type ScanRequest } from './scan.ts'

/**
 * The process that looks at receipts: takes a ScanRequest, answers `{ scan }` or `{ problem }`, and says after each page that it
 * is still at work. What a hostile file can do to its libraries, it does to this process, which holds nothing.
 */
process.on('message', (request: ScanRequest) => {
  scan(request).then(
    (answer) => process.send?.({ scan: { ...answer, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) } }),
    (error: unknown) => process.send?.({ problem: error instanceof Error ? error.message.slice(0, 500) : 'unreadable' }),
  )
})
process.on('disconnect', () => process.exit(0))

function scan(request: ScanRequest): Promise<Omit<Scan, 'peakMegabytes'>> {
  return request.type === 'application/pdf' ? scanPdf(request) : scanPicture(request)
}

async function scanPicture({ bytes, languages }: ScanRequest): Promise<Omit<Scan, 'peakMegabytes'>> {
  const canvas = await openPicture(bytes, readSide)
  const code = codeIn(canvas)
  const text = await lettersIn(canvas, languages)
  return { pages: [{ text, source: 'ocr' }], codes: code ? [code] : [], embedded: [], picture: await asJpeg(shrunk(canvas, pictureSide)) }
}

/** Where a payment code is to be expected, the page is looked at as a picture too. */
const mayHaveCode = /zahlteil|section paiement|sezione pagamento|payment part|girocode|giro-code|qr-code|qr code|scan/i

async function scanPdf({ bytes, languages }: ScanRequest): Promise<Omit<Scan, 'peakMegabytes'>> {
  const document = await openPdf(bytes)
  const pages: Scan['pages'][number][] = []
  const codes: string[] = []
  let picture: Uint8Array | null = null
  for (let number = 1; number <= Math.min(document.numPages, pagesMax); number += 1) {
    const page = await document.getPage(number)
    const text = await textOf(page)
    const isScanned = text.replace(/[^\p{L}\p{N}]/gu, '').length < 25
    if (number === 1 || isScanned || mayHaveCode.test(text)) {
      const canvas = await renderPage(page, readSide)
      picture ??= await asJpeg(shrunk(canvas, pictureSide))
      const code = codeIn(canvas)
      if (code) codes.push(code)
      pages.push(isScanned ? { text: await lettersIn(canvas, languages), source: 'ocr' } : { text, source: 'text' })
    } else pages.push({ text, source: 'text' })
    page.cleanup()
    process.send?.({ isAtWork: true })
  }
  return { pages, codes, embedded: await embeddedXml(document), picture }
}
