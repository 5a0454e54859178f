import { unreadable } from './limits.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Reads the bytes of a file as text: by its byte order mark, by the zero bytes of UTF-16, as UTF-8 where every byte
 * fits, else as windows-1252, which is what Outlook and Excel write in Western Europe. Fails with `import_not_text`.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\0')) unreadable('import_not_text')
  return { text, encoding }
}

/** Decodes a part of a file whose encoding is named, as vCard's CHARSET does; an unknown name is decided by the bytes. */
export function decodeNamed(bytes: Uint8Array, label: string | undefined): string {
  try {
    if (label) return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    // The label is unknown or wrong: the bytes decide, as for a whole file.
  }
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes)
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return utf16WithoutMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Western text in UTF-16 has a zero in nearly every second byte. */
function utf16WithoutMark(bytes: Uint8Array): TextEncoding | undefined {
  const sample = Math.min(bytes.byteLength, 400)
  const zeros = [0, 0]
  for (let index = 0; index < sample; index += 1) if (bytes[index] === 0) zeros[index % 2]! += 1
  const many = sample * 0.35
  if (zeros[1]! > many && zeros[0] === 0) return 'utf-16le'
  return zeros[0]! > many && zeros[1] === 0 ? 'utf-16be' : undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
