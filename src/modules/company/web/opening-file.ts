import { fold } from '../../../kernel/fold.ts'

/** Which columns a file of opening positions may have, by the words people head them with (folded). */
export const invoiceColumns = {
  customer: ['customer', 'kunde', 'kundin', 'client', 'cliente', 'name', 'nom', 'nome'],
  number: ['number', 'invoice', 'nummer', 'rechnung', 'rechnungsnummer', 'numero', 'facture', 'fattura', 'no', 'nr'],
  issuedOn: ['issued', 'date', 'datum', 'ausgestellt', 'emise', 'data', 'emessa', 'rechnungsdatum'],
  dueOn: ['due', 'fallig', 'faellig', 'falligkeit', 'echeance', 'scadenza', 'due date'],
  gross: ['total', 'gross', 'amount', 'betrag', 'brutto', 'montant', 'importo', 'totale'],
  open: ['open', 'offen', 'ouvert', 'solde', 'aperto', 'saldo'],
} as const

export const agreementColumns = {
  customer: invoiceColumns.customer,
  product: ['product', 'produkt', 'angebot', 'abo', 'produit', 'prodotto', 'offer', 'offre', 'offerta'],
  startsOn: ['start', 'starts', 'beginn', 'seit', 'debut', 'depuis', 'inizio', 'dal', 'from', 'von'],
  remaining: ['left', 'remaining', 'rest', 'ubrig', 'restant', 'reste', 'restanti', 'residuo'],
} as const

export type Columns = Readonly<Record<string, readonly string[]>>
export type FileRow<Set extends Columns> = { readonly [Field in keyof Set]: string }

/** Bounds: a file of opening positions is typed by people. */
const rowsMax = 2000

/**
 * Reads a CSV text with a head line into rows by field; the separator is guessed from the head. `missing` names fields without
 * a column. Rows beyond two thousand are refused as a whole.
 */
export function readOpeningFile<Set extends Columns>(text: string, columns: Set): { rows: FileRow<Set>[]; missing: (keyof Set)[]; isTooLong: boolean } {
  const lines = readLines(text.replace(/^\ufeff/, ''))
  const head = (lines[0] ?? []).map((cell) => fold(cell))
  const fields = Object.keys(columns) as (keyof Set & string)[]
  const places = new Map(fields.map((field) => [field, columnOf(head, columns[field]!)]))
  const rows = lines.slice(1).map((cells) => Object.fromEntries(fields.map((field) => [field, (cells[places.get(field) ?? -1] ?? '').trim()])) as FileRow<Set>)
  return { rows: rows.slice(0, rowsMax), missing: fields.filter((field) => places.get(field) === -1), isTooLong: rows.length > rowsMax }
}

function columnOf(head: readonly string[], words: readonly string[]): number {
  const exact = head.findIndex((cell) => words.includes(cell))
  return exact >= 0 ? exact : head.findIndex((cell) => words.some((word) => word.length > 3 && cell.startsWith(word)))
}

/** RFC 4180 with any of the usual separators: quoted cells may hold separators, line ends and doubled quotes. */
function readLines(text: string): string[][] {
  const headLine = text.slice(0, text.search(/[\r\n]|$/))
  const separator = [';', '\t', ','].toSorted((left, right) => headLine.split(right).length - headLine.split(left).length)[0]!
  const lines: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    lines.at(-1)!.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[(at += 1)]!
      else isQuoted = false
    } else if (letter === '"' && cell === '') isQuoted = true
    else if (letter === separator) endCell()
    else if (letter === '\n') {
      endCell()
      lines.push([])
    } else if (letter !== '\r') cell += letter
  }
  endCell()
  return lines.filter((cells) => cells.some((each) => each.trim() !== ''))
}
