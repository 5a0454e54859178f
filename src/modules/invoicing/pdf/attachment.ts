/**
 * An electronic invoice within the PDF (Factur-X 1.0 / ZUGFeRD 2): the same invoice once more, for machines.
 * The file name and the profile belong together: `factur-x.xml` for all but XRECHNUNG, which is `xrechnung.xml`.
 */
export interface PdfAttachment {
  readonly xml: string
  readonly fileName: 'factur-x.xml' | 'xrechnung.xml'
  /** What a reader of PDF shows beside the file, in the customer's language. */
  readonly description: string
  readonly profile: 'MINIMUM' | 'BASIC WL' | 'BASIC' | 'EN 16931' | 'EXTENDED' | 'XRECHNUNG'
}

/** What belongs to the file and is not said on the page. */
export interface PdfOptions {
  readonly attachment?: PdfAttachment | null
}

/**
 * How the XML relates to the page (ISO 32000-2, 7.11.3; Factur-X 1.0, 6.2.2): an alternative where it says the whole
 * invoice, data where it says less than the page (MINIMUM and BASIC WL are no invoices of their own in Germany).
 */
export function relationshipOf(attachment: PdfAttachment): 'Alternative' | 'Data' {
  return attachment.profile === 'MINIMUM' || attachment.profile === 'BASIC WL' ? 'Data' : 'Alternative'
}
