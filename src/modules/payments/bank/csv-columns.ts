import { foldedWords } from '../../../kernel/fold.ts'
import { decimalMarkOf, readAmount, readDay } from './csv-values.ts'

/** Which column (counted from 0) holds what. Either `amount`, signed, or `debit` and `credit`. */
export interface CsvColumns {
  readonly bookedOn: number
  readonly valueOn?: number
  readonly amount?: number
  readonly debit?: number
  readonly credit?: number
  /** "S"/"H", "D"/"C", "Soll"/"Haben": the sign of an unsigned amount. */
  readonly sign?: number
  readonly currency?: number
  readonly name?: number
  readonly iban?: number
  readonly reference?: number
  readonly bankReference?: number
  /** Joined by spaces. */
  readonly text: readonly number[]
}

export type CsvRole = Exclude<keyof CsvColumns, 'text'> | 'text'

/** What was found: the columns and the row after which the transactions begin; -1 when there is no header. */
export interface CsvLayout {
  readonly columns: CsvColumns
  readonly headerRow: number
}

/**
 * Header words in English, German, French and Italian (and the Dutch and Spanish ones that cost nothing), folded.
 * An entry matches when all its words are in the header; more words win, then the earlier entry.
 */
const words: readonly (readonly [CsvRole | 'ignored', string])[] = [
  ['valueOn', 'valuta|valutadatum|wertstellung|wertstellungstag|wertstellungsdatum|value date|date valeur|date de valeur|data valuta|valeur|execution date'],
  [
    'bookedOn',
    'buchungstag|buchungsdatum|buchung|abschlussdatum|date|datum|data|fecha|booking date|posting date|transaction date|date operation|date comptable|date comptabilisation|date d operation|data contabile|data operazione|data registrazione|data movimento|completed date|created|datum verrichting|umsatzdatum|datum zauctovani',
  ],
  [
    'debit',
    'belastung|soll|debit|lastschrift|ausgang|ausgaben|addebito|addebiti|dare|uscite|debito|debet|paid out|money out|withdrawal|withdrawals|belastungen|belastungsbetrag|debit amount|depenses|outflow',
  ],
  [
    'credit',
    'gutschrift|haben|credit|eingang|einnahmen|accredito|accrediti|avere|entrate|credito|paid in|money in|deposit|deposits|gutschriften|gutschriftsbetrag|credit amount|recettes|inflow',
  ],
  ['sign', 'soll haben|s h|credit debit indicator|credit debit|debit credit|cdtdbtind|soll haben kennzeichen|dc'],
  ['amount', 'betrag|amount|umsatz|montant|importo|importe|bedrag|castka|buchungsbetrag|summe|transaction amount'],
  ['currency', 'wahrung|waehrung|currency|devise|monnaie|valuta code|divisa|moneda|ccy|munt|whg|monnaie du compte'],
  [
    'iban',
    'iban|gegenkonto iban|kontonummer iban|iban zahlungsbeteiligter|tegenrekening|counterparty iban|counteraccount|iban contrepartie|iban controparte|konto gegenpartei|kontonummer|account number|gegenkonto',
  ],
  [
    'name',
    'name|empfanger|auftraggeber|beguenstigter|begunstigter|zahlungspflichtiger|zahlungsbeteiligter|name zahlungsbeteiligter|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|auftraggeber empfanger|gegenpartei|payee|payer|counterparty|counterparty name|beneficiary|naam|contrepartie|beneficiaire|tiers|nom|controparte|beneficiario|ordinante|counteraccount name|partner name|handelaar',
  ],
  [
    'reference',
    'referenznummer|zahlungsreferenz|payment reference|kundenreferenz|reference|referenz|riferimento|referencia|qr referenz|end to end referenz|ref',
  ],
  [
    'bankReference',
    'transaktions nr|transaktionsnummer|transaktions id|transaction id|transaction reference|transaction reference number|bank reference|transaction number|numero de transaction|id|bankreferenz',
  ],
  [
    'text',
    'buchungstext|verwendungszweck|beschreibung|beschreibung1|beschreibung2|beschreibung3|description|description1|description2|description3|details|memo|text|mitteilung|mitteilungen|zahlungsgrund|zahlungszweck|avisierungstext|libelle|libelle operation|communication|motif|notification|texte de notification|causale|descrizione|descrizione operazione|dettagli|testo|omschrijving|concepto|narrative|remittance information|message|message for payee|notes|fussnoten|informations complementaires|transaction type|transaktionstyp|item',
  ],
  [
    'ignored',
    'saldo|balance|solde|kontostand|saldo nach buchung|running balance|wechselkurs|kurs|exchange rate|fremdwahrung|betrag fremdwahrung|local amount|local currency|einzelbetrag|detail amount|glaubiger id|bic|kategorie|category|someotherdate|amount in eur|bedrag in|rekening|verrekening|datum verrekening|account|konto',
  ],
]

const entries = words.flatMap(([role, list]) => list.split('|').map((entry, index) => ({ role, words: entry.split(' '), order: index })))

/** What a header cell announces, if it is one of the known words. */
export function roleOfHeader(cell: string): CsvRole | 'ignored' | undefined {
  if (cell.length > 80) return undefined
  const present = foldedWords(cell)
  let best: { role: CsvRole | 'ignored'; score: number } | undefined
  for (const entry of entries) {
    if (!entry.words.every((word) => present.includes(word))) continue
    // Nearly the whole cell beats one word of many: "Betrag in Fremdwährung" is not "Betrag".
    const score = entry.words.length * 10 - (present.length - entry.words.length)
    if (!best || score > best.score) best = { role: entry.role, score }
  }
  return best?.role
}

/** The header among the first rows, and the columns it announces; undefined when no row announces a day and an amount. */
export function layoutByHeader(rows: readonly (readonly string[])[]): CsvLayout | undefined {
  let best: { layout: CsvLayout; known: number } | undefined
  rows.slice(0, 40).forEach((row, headerRow) => {
    const columns = columnsOf(row.map(roleOfHeader))
    const known = row.filter((cell) => roleOfHeader(cell) !== undefined).length
    if (columns && (!best || known > best.known)) best = { layout: { columns, headerRow }, known }
  })
  return best?.layout
}

/** Without a header: one column of days, one of amounts with decimals, the longest text. Undefined when that is not clear. */
export function layoutByContent(rows: readonly (readonly string[])[]): CsvLayout | undefined {
  const sample = rows.slice(0, 50).filter((row) => row.length > 2)
  const width = Math.min(...sample.map((row) => row.length), 60)
  if (sample.length === 0) return undefined
  const columnCells = Array.from({ length: width }, (_, index) => sample.map((row) => row[index]!.trim()))
  const isMostly = (cells: readonly string[], test: (cell: string) => boolean) => cells.filter(test).length >= cells.length * 0.9
  const days = columnCells.flatMap((cells, index) => (isMostly(cells, (cell) => readDay(cell, 'day_first') !== undefined) ? [index] : []))
  const amounts = columnCells.flatMap((cells, index) => {
    const mark = decimalMarkOf(cells)
    return isMostly(cells, (cell) => /[.,]\d{1,2}\D*$/.test(cell) && readAmount(cell, mark, 'EUR') !== undefined) ? [index] : []
  })
  if (days.length === 0 || amounts.length !== 1) return undefined
  const currency = columnCells.findIndex((cells) => isMostly(cells, (cell) => /^[A-Z]{3}$/.test(cell)))
  const text = columnCells
    .map((cells, index) => ({ index, length: cells.join('').length }))
    .filter(({ index }) => !days.includes(index) && !amounts.includes(index) && index !== currency)
    .sort((left, right) => right.length - left.length)
    .slice(0, 1)
    .map(({ index }) => index)
  const [bookedOn, valueOn] = days
  return {
    headerRow: -1,
    columns: {
      bookedOn: bookedOn!,
      ...(valueOn === undefined ? {} : { valueOn }),
      amount: amounts[0]!,
      ...(currency === -1 ? {} : { currency }),
      text,
    },
  }
}

function columnsOf(roles: readonly (CsvRole | 'ignored' | undefined)[]): CsvColumns | undefined {
  const first = (role: CsvRole) => {
    const index = roles.indexOf(role)
    return index === -1 ? undefined : index
  }
  const bookedOn = first('bookedOn') ?? first('valueOn')
  const debit = first('debit')
  const credit = first('credit')
  // A lone column of what came in is a signed amount: some banks call it "inflow" and print a minus.
  const amount = first('amount') ?? (debit === undefined ? credit : undefined)
  if (bookedOn === undefined || (amount === undefined && (debit === undefined || credit === undefined))) return undefined
  const found: Partial<Record<CsvRole, number | undefined>> = {
    valueOn: first('valueOn'),
    // Debit and credit columns beside an amount say the same thing with a sign that is harder to misread.
    ...(debit !== undefined && credit !== undefined ? { debit, credit } : { amount, sign: first('sign') }),
    currency: first('currency'),
    name: first('name'),
    iban: first('iban'),
    reference: first('reference'),
    bankReference: first('bankReference'),
  }
  const present = Object.fromEntries(Object.entries(found).filter(([, index]) => index !== undefined))
  const text = roles.flatMap((role, index) => (role === 'text' ? [index] : []))
  return { bookedOn, ...present, text }
}
