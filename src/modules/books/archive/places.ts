import type { Day } from '../../../kernel/day.ts'

/** Where a document stands in the archive: "invoices/2026/2026-0014.pdf". Names hold nothing that leads elsewhere. */
export function placeOfDocument(
  issued: { readonly kind: string; readonly number: string; readonly document: { readonly issuedOn: Day } },
  extension: 'pdf' | 'xml',
): string {
  const folder = issued.kind === 'credit_note' ? 'credit-notes' : 'invoices'
  return `${folder}/${issued.document.issuedOn.slice(0, 4)}/${safeName(issued.number)}.${extension}`
}

/** "receipts/2026/2026-10-03 Muster AG 1a2b3c4d.pdf": the end of its id keeps two of a day apart. */
export function placeOfReceipt(about: { readonly day: Day; readonly party: string; readonly id: string }, receipt: { readonly contentType: string }): string {
  const name = [about.day, safeName(about.party), about.id.slice(-8)].filter((part) => part !== '').join(' ')
  return `receipts/${about.day.slice(0, 4)}/${name}.${extensionOf[receipt.contentType] ?? 'bin'}`
}

const extensionOf: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/xml': 'xml',
  'text/xml': 'xml',
}

/** Letters, digits, and a few signs of every script; never a slash, a colon or a point at its ends. */
export function safeName(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{M} &+,._-]+/gu, '-')
    .replaceAll(/^[\s.-]+|[\s.-]+$/g, '')
    .slice(0, 80)
}
