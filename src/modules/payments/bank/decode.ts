import { Failure } from '../../../kernel/failure.ts'
import { decodeWithoutMark } from './encodings.ts'

/** The largest bank file that is read: a year of a busy account is a tenth of it. */
export const bankFileBytesMax = 20 * 1024 * 1024

/** Ends reading with a named refusal of the file itself. */
export function refuse(code: string, details: Readonly<Record<string, string | number>> = {}): never {
  throw new Failure({ code, kind: 'invalid', details })
}

/**
 * The text of a file: by its byte order mark, by the encoding that an XML declaration names, as UTF-16 without a mark, as
 * UTF-8, and where that fails by what gives words (see encodings.ts).
 * Fails with `bank_file_too_large`, `bank_file_empty` or `bank_file_unreadable`.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > bankFileBytesMax) {
    throw new Failure({ code: 'bank_file_too_large', kind: 'too_large', details: { megabytesMax: 20 } })
  }
  if (bytes.length === 0) refuse('bank_file_empty')
  const text = decode(bytes, encodingOf(bytes)) ?? decodeWithoutMark(bytes)
  // A text has no NUL and hardly any other control characters: pictures, archives and PDFs have.
  if (text.includes('\0') || text.startsWith('%PDF') || text.startsWith('PK\u0003')) refuse('bank_file_unreadable')
  if (text.trim() === '') refuse('bank_file_empty')
  return text
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Every second byte of western UTF-16 is zero.
  if (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0 && bytes[0] !== 0) return 'utf-16le'
  if (bytes.length > 3 && bytes[0] === 0 && bytes[2] === 0 && bytes[1] !== 0) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^[^<]{0,4}<\?xml[^>]{0,80}encoding=["']([A-Za-z0-9._-]{1,40})["']/.exec(head)?.[1]
  return declared ?? 'utf-8'
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
