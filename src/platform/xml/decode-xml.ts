/**
 * The text of an XML file: by its byte order mark, by the encoding its declaration names, else UTF-8.
 * Undefined where the bytes are not of that encoding, or the encoding is unknown. The declaration is kept.
 */
export function decodeXml(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** XML 1.0, appendix F: the mark first, then how "<?" lies in the bytes, then what the declaration says. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  if (first === 0xef && second === 0xbb) return 'utf-8'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^\s*<\?xml[^>]{0,80}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(head)?.[1]
  // A file that says UTF-16 and is readable byte by byte is not UTF-16.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared
}
