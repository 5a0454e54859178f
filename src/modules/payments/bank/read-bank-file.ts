import { looksLikeXml, readCamt } from './camt.ts'
import { readCsv, type CsvOptions } from './csv.ts'
import { decodeText } from './decode.ts'
import type { BankFile } from './transaction.ts'

/**
 * Reads a bank's file, camt or CSV, into statements. The same bytes always give the same identities.
 * Everything that is wrong with a file is a named failure; memory is bounded by its size (20 MB at most).
 */
export function readBankFile(bytes: Uint8Array, options: CsvOptions = {}): BankFile {
  const text = decodeText(bytes)
  return looksLikeXml(text) ? readCamt(text) : readCsv(text, options)
}
