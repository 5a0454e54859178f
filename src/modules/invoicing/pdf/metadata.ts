import { createHash } from 'node:crypto'
import type { DocumentModel } from '../document-model.ts'
import type { PdfAttachment } from './attachment.ts'

/** What the file says of itself, the same in the information dictionary and in the XMP packet (ISO 19005-3, 6.6.2). */
export interface Description {
  readonly title: string
  readonly author: string
  /** BCP 47, "de" */
  readonly language: string
  /** "2026-11-24T00:00:00Z": without parts of a second, which the information dictionary cannot say. */
  readonly madeAt: string
}

/** The program that writes the file, for both places. */
export const producer = 'Cloudburo'

/**
 * The properties of the XMP packet: who, what, when, PDF/A-3b, and for an electronic invoice the Factur-X extension
 * with its schema (ISO 19005-3, 6.6.2.3: properties of other schemas only with their description).
 * PDFKit writes its own without escaping, so "Müller & Söhne" would not be XML; ours takes its place.
 */
export function xmpOf(description: Description, attachment: PdfAttachment | null): string {
  const title = escaped(description.title)
  return `
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
  <pdfaid:part>3</pdfaid:part>
  <pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:format>application/pdf</dc:format>
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
  <dc:creator><rdf:Seq><rdf:li>${escaped(description.author)}</rdf:li></rdf:Seq></dc:creator>
  <dc:language><rdf:Bag><rdf:li>${escaped(description.language)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
  <xmp:CreatorTool>${producer}</xmp:CreatorTool>
  <xmp:CreateDate>${description.madeAt}</xmp:CreateDate>
  <xmp:ModifyDate>${description.madeAt}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
  <pdf:Producer>${producer}</pdf:Producer>
</rdf:Description>${attachment ? facturX(attachment) : ''}`
}

/** The identifier of the file (ISO 32000-1, 14.4), from what is in it: the same document has the same. */
export function fileIdOf(model: DocumentModel, attachment: PdfAttachment | null): Uint8Array {
  const { logo, ...rest } = model
  const hash = createHash('md5').update(JSON.stringify([rest, attachment]))
  if (logo) hash.update(logo.bytes)
  return new Uint8Array(hash.digest())
}

/** Factur-X 1.0, 6.3: four properties, and the description of their schema. */
function facturX(attachment: PdfAttachment): string {
  return `
<rdf:Description rdf:about="" xmlns:fx="${namespace}">
  <fx:DocumentType>INVOICE</fx:DocumentType>
  <fx:DocumentFileName>${escaped(attachment.fileName)}</fx:DocumentFileName>
  <fx:Version>1.0</fx:Version>
  <fx:ConformanceLevel>${escaped(attachment.profile)}</fx:ConformanceLevel>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>fx</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq>${properties.map(([name, meaning]) => propertyOf(name, meaning)).join('')}
    </rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`
}

const namespace = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#'

const properties = [
  ['DocumentFileName', 'The name of the embedded XML document'],
  ['DocumentType', 'The type of the hybrid document in capital letters, e.g. INVOICE or ORDER'],
  ['Version', 'The actual version of the standard applying to the embedded XML document'],
  ['ConformanceLevel', 'The conformance level of the embedded XML document'],
] as const

function propertyOf(name: string, meaning: string): string {
  return `
      <rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>${name}</pdfaProperty:name>
        <pdfaProperty:valueType>Text</pdfaProperty:valueType>
        <pdfaProperty:category>external</pdfaProperty:category>
        <pdfaProperty:description>${meaning}</pdfaProperty:description>
      </rdf:li>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
