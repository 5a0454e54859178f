import { looksLikeXml, readCamt } from './camt.ts'
import { readCsv, type CsvOptions } from './csv.ts'
import { decodeText } from './decode.ts'
import { looksLikeMt940, readMt940 } from './mt940.ts'
import { looksLikeOfx, readOfx } from './ofx.ts'
import type { BankFile } from './transaction.ts'

/**
 * Reads a bank's file, whichever it is, into statements. The same bytes always give the same identities.
 * Everything that is wrong with a file is a named failure; memory is bounded by its size (20 MB at most).
 */
export function readBankFile(bytes: Uint8Array, options: CsvOptions = {}): BankFile {
  const text = decodeText(bytes)
  const kind = kindOf(text)
  if (kind === 'ofx') return readOfx(text, options)
  if (kind === 'xml') return readCamt(text)
  return kind === 'mt940' ? readMt940(text) : readCsv(text, options)
}

/** What a text is, by how it begins; a table is whatever is nothing else. */
export function kindOf(text: string): 'ofx' | 'xml' | 'mt940' | 'csv' {
  if (looksLikeOfx(text)) return 'ofx'
  if (looksLikeXml(text)) return 'xml'
  return looksLikeMt940(text) ? 'mt940' : 'csv'
}
