import { Failure } from '../../../kernel/failure.ts'

/** What one file of contacts may hold. Beyond it the file is refused as a whole, before it costs time or memory. */
export const importLimits = {
  bytesMax: 10 * 1024 * 1024,
  rowsMax: 20_000,
  columnsMax: 200,
  /** Characters of one line of a CSV row or of one vCard property; pictures and keys in a vCard are passed over instead. */
  lineLengthMax: 100_000,
  fieldLengthMax: 10_000,
  /** E-mails, phones and addresses of one contact, each. */
  entriesMax: 20,
} as const

/** Refuses a file that is too large to be a list of contacts: `import_file_too_large`. */
export function checkSize(bytes: Uint8Array): void {
  if (bytes.byteLength > importLimits.bytesMax) {
    throw new Failure({
      code: 'import_file_too_large',
      kind: 'too_large',
      details: { megabytesMax: importLimits.bytesMax / 1024 / 1024 },
    })
  }
}

export function tooManyRows(): never {
  throw new Failure({ code: 'import_too_many_rows', kind: 'too_large', details: { rowsMax: importLimits.rowsMax } })
}

export function tooManyColumns(line: number): never {
  throw new Failure({ code: 'import_too_many_columns', kind: 'too_large', details: { line, columnsMax: importLimits.columnsMax } })
}

export function lineTooLong(line: number): never {
  throw new Failure({ code: 'import_line_too_long', kind: 'too_large', details: { line, lengthMax: importLimits.lineLengthMax } })
}

export function fieldTooLong(line: number): never {
  throw new Failure({ code: 'import_field_too_long', kind: 'too_large', details: { line, lengthMax: importLimits.fieldLengthMax } })
}

/** The file is not what its name says, or cannot be read as text. */
export function unreadable(code: 'import_not_text' | 'import_not_vcard' | 'import_not_csv' | 'import_empty'): never {
  throw new Failure({ code, kind: 'invalid' })
}
