import { foldedWords } from '../../../kernel/fold.ts'
import type { CsvColumns } from './csv-columns.ts'

export type CsvRole = Exclude<keyof CsvColumns, 'text'> | 'text'

/**
 * What banks write over their columns, folded: English, German, French, Italian, Spanish, Portuguese, Dutch, Czech,
 * Slovak, Polish, Hungarian, Swedish, Danish, Norwegian, Finnish. An entry matches when all its words are in the
 * header; more words win, then the earlier entry.
 */
const words: readonly (readonly [CsvRole | 'ignored', string])[] = [
  [
    'valueOn',
    'valuta|valutadatum|wertstellung|wertstellungstag|wertstellungsdatum|value date|date valeur|date de valeur|data valuta|valeur|execution date|fecha valor|data valor|rentedatum|datum provedeni|valuta datum|erteknap|valutadag|valor dato|rentedato|arvopaiva|f valor|interest date',
  ],
  [
    'bookedOn',
    'buchungstag|buchungsdatum|buchung|abschlussdatum|date|datum|data|fecha|booking date|posting date|transaction date|date operation|date comptable|date comptabilisation|date d operation|data contabile|data operazione|data registrazione|data movimento|completed date|completed|created|datum verrichting|umsatzdatum|datum zauctovani|datum splatnosti|datum transakce|datum pohybu|data ksiegowania|data operacji|data transakcji|fecha operacion|fecha contable|f operacion|fecha de operacion|boekdatum|transactiedatum|bokforingsdag|bokforingsdatum|transaktionsdag|dato|bokfort dato|bogforingsdato|kirjauspaiva|paivamaara|konyveles datuma|konyvelesi datum|konyveles|tranzakcio datuma|data mov|data lancamento|data movimento|started date|beleg datum|belegdatum',
  ],
  [
    'debit',
    'belastung|soll|debit|lastschrift|ausgang|ausgaben|addebito|addebiti|dare|uscite|debito|debet|paid out|money out|withdrawal|withdrawals|belastungen|belastungsbetrag|debit amount|depenses|outflow|cargo|cargos|debe|debitos|obciazenia|obciazenie|ut|ut fra konto|uttak|udgift|af|terheles|lastschrift in chf|lastschrift in eur|belastung in chf|debit en chf|addebito in chf|otto',
  ],
  [
    'credit',
    'gutschrift|haben|credit|eingang|einnahmen|accredito|accrediti|avere|entrate|credito|paid in|money in|deposit|deposits|gutschriften|gutschriftsbetrag|credit amount|recettes|inflow|abono|abonos|haber|creditos|uznania|uznanie|inn|inn pa konto|innskudd|indtaegt|jovairas|gutschrift in chf|gutschrift in eur|pano',
  ],
  [
    'sign',
    'soll haben|s h|credit debit indicator|credit debit|debit credit|cdtdbtind|soll haben kennzeichen|dc|af bij|debet credit|sens|segno|signo|in out|direction|umsatzart s h|sh',
  ],
  [
    'amount',
    'betrag|amount|umsatz|montant|importo|importe|bedrag|castka|suma|buchungsbetrag|summe|transaction amount|kwota|kwota operacji|kwota transakcji|belopp|belob|belop|maara|osszeg|montante|valor|objem|ciastka|amount in account currency|betrag in kontowahrung|nettobetrag|net|netto|beloeb',
  ],
  [
    'currency',
    'wahrung|waehrung|currency|devise|monnaie|valuta code|divisa|moneda|ccy|munt|whg|monnaie du compte|mena|waluta|moeda|penznem|devizanem|valutakod|valyutakod|valuutta|muntsoort',
  ],
  [
    'iban',
    'gegenkonto iban|iban zahlungsbeteiligter|tegenrekening|tegenrekening iban|counterparty iban|counteraccount|iban contrepartie|iban controparte|konto gegenpartei|gegenkonto|kontonummer iban|protiucet|cislo protiuctu|bankovni spojeni|ucet protistrany|rachunek kontrahenta|numer rachunku kontrahenta|nr rachunku|rachunek nadawcy|konto nadawcy|partner iban|iban partnera|partner szamlaszama|motkonto|cuenta destino|cuenta ordenante|counterparty account|payee account|beneficiary account|tegenpartij iban|kontonummer der gegenpartei|recipient account',
  ],
  [
    'account',
    'iban|iban bban|auftragskonto|rekening|konto|compte|cuenta|conto|account|kontonummer|account number|iban auftragskonto|numero de compte|bezeichnung auftragskonto|rachunek|ucet|szamlaszam|rekeningnummer|iban rekening|eigen rekening',
  ],
  [
    'name',
    'name|empfanger|auftraggeber|beguenstigter|begunstigter|zahlungspflichtiger|zahlungsbeteiligter|name zahlungsbeteiligter|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|auftraggeber empfanger|auftraggeber beguenstigter|auftraggeber begunstigter|gegenpartei|payee|payer|counterparty|counterparty name|beneficiary|naam|naam tegenpartij|contrepartie|beneficiaire|tiers|nom|controparte|beneficiario|ordinante|ordenante|counteraccount name|partner name|partner neve|partner|handelaar|nazev protiuctu|nazev protistrany|nazov protiuctu|nadawca|odbiorca|nadawca odbiorca|kontrahent|nazwa kontrahenta|nazwa nadawcy|saaja maksaja|saaja|maksaja|mottagare|avsandare|modtager|afsender|debitor creditor|customer name|zahlungsempfanger|zahlungsempfangerin|sender|merchant',
  ],
  [
    'reference',
    'referenznummer|zahlungsreferenz|payment reference|kundenreferenz|reference|referenz|riferimento|referencia|qr referenz|end to end referenz|end to end id|ref|betalingskenmerk|variabilni symbol|variabilny symbol|variable symbol|vs|viite|viitenumero|kid|referens|numero de referencia|referencia 1|reference du paiement|numero di riferimento',
  ],
  [
    'bankReference',
    'transaktions nr|transaktionsnummer|transaktions id|transaction id|transaction reference|transaction reference number|bank reference|transaction number|numero de transaction|id|bankreferenz|volgnr|referencni cislo transakce|transactiereferentie|id transakcji|numer transakcji|id transakce|id pohybu|arkistointitunnus|verifikationsnummer|transaktionsreferenz',
  ],
  [
    'text',
    'buchungstext|verwendungszweck|beschreibung|beschreibung1|beschreibung2|beschreibung3|description|description1|description2|description3|details|memo|text|mitteilung|mitteilungen|zahlungsgrund|zahlungszweck|avisierungstext|libelle|libelle operation|communication|motif|notification|texte de notification|causale|descrizione|descrizione operazione|dettagli|testo|omschrijving|omschrijving 1|omschrijving 2|mededelingen|mededeling|concepto|descripcion|observaciones|movimiento|descricao|narrative|remittance information|message|message for payee|notes|fussnoten|informations complementaires|transaction type|transaktionstyp|item|zprava pro prijemce|zprava|popis|poznamka|sprava pre prijimatela|ucel platby|tytul|tytul operacji|tytul platnosci|opis|opis operacji|opis transakcji|szczegoly|kozlemeny|megjegyzes|leiras|tekst|forklaring|beskrivelse|beskrivning|meddelande|viesti|selite|polozka|toelichting|informazioni aggiuntive|memo description|betreff',
  ],
  [
    'ignored',
    'saldo|balance|solde|kontostand|saldo nach buchung|saldo na trn|running balance|wechselkurs|kurs|exchange rate|fremdwahrung|betrag fremdwahrung|local amount|local currency|einzelbetrag|detail amount|glaubiger id|bic|kategorie|category|someotherdate|amount in eur|bedrag in|verrekening|datum verrekening|fee|fees|gebuhr|state|status|oorspr bedrag|oorspr munt|original amount|original currency|urspr betrag|saldo po operacji|zustatek|egyenleg|auftraggeberkonto bic|mutatiesoort|code|glaubiger|mandatsreferenz|sammlerreferenz|lastschrift ursprungsbetrag|auslagenersatz rucklastschrift|info|konstantni symbol|specificky symbol|constant symbol|specific symbol|ks|ss',
  ],
]

const entries = words.flatMap(([role, list]) => list.split('|').map((entry, index) => ({ role, words: entry.split(' '), order: index })))
const cache = new Map<string, CsvRole | 'ignored' | undefined>()

/** What a header cell announces, if it is one of the known words. Letters that were lost on the way match any. */
export function roleOfHeader(cell: string): CsvRole | 'ignored' | undefined {
  if (cell.length > 80) return undefined
  if (!cache.has(cell)) {
    if (cache.size > 5000) cache.clear()
    cache.set(cell, find(cell))
  }
  return cache.get(cell)
}

function find(cell: string): CsvRole | 'ignored' | undefined {
  const present = foldedWords(cell.replaceAll('\uFFFD', 'ￃ'))
  let best: { role: CsvRole | 'ignored'; score: number } | undefined
  for (const entry of entries) {
    if (!entry.words.every((word) => present.some((other) => isSame(word, other)))) continue
    // Nearly the whole cell beats one word of many: "Betrag in Fremdwährung" is not "Betrag".
    const score = entry.words.length * 10 - (present.length - entry.words.length)
    if (!best || score > best.score) best = { role: entry.role, score }
  }
  return best?.role
}

/** "ￃ" stands for a letter that an earlier program could not write. */
function isSame(word: string, other: string): boolean {
  if (!other.includes('ￃ')) return word === other
  return word.length === other.length && [...word].every((letter, at) => other[at] === 'ￃ' || other[at] === letter)
}
