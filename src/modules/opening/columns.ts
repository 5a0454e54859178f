import { fold } from '../../kernel/fold.ts'

/** What an opening position is made of. */
export const openingKinds = ['numbers', 'invoices', 'passes', 'agreements'] as const
export type OpeningKind = (typeof openingKinds)[number]

export const columnKeys = [
  'series',
  'next',
  'customer',
  'email',
  'participant',
  'number',
  'issuedOn',
  'dueOn',
  'gross',
  'open',
  'product',
  'startsOn',
  'left',
  'size',
  'price',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** The columns of each kind in the order of a file without headings; `needed` ones must be filled in. */
export const columnsOf: Readonly<Record<OpeningKind, { readonly all: readonly ColumnKey[]; readonly needed: readonly ColumnKey[] }>> = {
  numbers: { all: ['series', 'next'], needed: ['series', 'next'] },
  invoices: { all: ['customer', 'number', 'issuedOn', 'dueOn', 'gross', 'open', 'email'], needed: ['customer', 'number', 'issuedOn', 'gross'] },
  passes: { all: ['customer', 'product', 'left', 'startsOn', 'size', 'price', 'participant', 'email'], needed: ['customer', 'product', 'left'] },
  agreements: { all: ['customer', 'product', 'startsOn', 'left', 'price', 'participant', 'email'], needed: ['customer', 'product', 'startsOn'] },
}

/** What people head a column with, folded, in English, German, French and Italian. */
const words: Readonly<Record<ColumnKey, readonly string[]>> = {
  series: ['series', 'document', 'nummernkreis', 'belegart', 'beleg', 'serie', 'piece', 'documento'],
  next: ['next', 'next number', 'nachste', 'nachste nummer', 'prochain', 'prochain numero', 'prossimo', 'prossimo numero'],
  customer: ['customer', 'client', 'name', 'kunde', 'kundin', 'kundenname', 'nom', 'nome', 'cliente'],
  email: ['e-mail', 'email', 'mail', 'courriel', 'e-mail-adresse', 'posta elettronica'],
  participant: ['for', 'participant', 'fur', 'teilnehmer', 'teilnehmerin', 'pour', 'participante', 'per', 'partecipante'],
  number: ['number', 'invoice', 'invoice number', 'nummer', 'rechnung', 'rechnungsnummer', 'rechnung nr', 'numero', 'facture', 'fattura', 'no', 'nr'],
  issuedOn: [
    'issued',
    'issued on',
    'date',
    'invoice date',
    'datum',
    'ausgestellt',
    'ausgestellt am',
    'rechnungsdatum',
    'emise',
    'emise le',
    'data',
    'emessa',
    'emessa il',
  ],
  dueOn: ['due', 'due on', 'due date', 'fallig', 'fallig am', 'falligkeit', 'zahlbar bis', 'echeance', 'echeance le', 'scadenza', 'scade il'],
  gross: ['total', 'gross', 'amount', 'betrag', 'brutto', 'gesamt', 'summe', 'montant', 'ttc', 'importo', 'totale'],
  open: ['open', 'still open', 'offen', 'noch offen', 'ouvert', 'encore du', 'solde', 'aperto', 'ancora aperto', 'saldo'],
  product: [
    'product',
    'pass',
    'what was sold',
    'produkt',
    'karte',
    'angebot',
    'abo',
    'vertrag',
    'vereinbarung',
    'produit',
    'carte',
    'abonnement',
    'prodotto',
    'tessera',
    'carnet',
    'offer',
    'offre',
    'offerta',
  ],
  startsOn: [
    'start',
    'starts',
    'since',
    'from',
    'sold on',
    'beginn',
    'seit',
    'von',
    'gekauft am',
    'debut',
    'depuis',
    'achete le',
    'inizio',
    'dal',
    'comprata il',
  ],
  left: ['left', 'remaining', 'rest', 'ubrig', 'noch ubrig', 'restant', 'reste', 'restanti', 'residuo', 'rimasti'],
  size: ['size', 'of', 'units', 'umfang', 'lektionen', 'anzahl', 'taille', 'unites', 'dimensione', 'unita'],
  price: ['price', 'preis', 'prix', 'prezzo'],
}

/** Which column of the kind a heading names: exactly, else by its beginning. */
export function columnOfHeading(kind: OpeningKind, heading: string): ColumnKey | undefined {
  const folded = fold(heading)
    .replace(/\s*[(:].*$/, '')
    .replace(/[.:*]+$/, '')
  if (folded === '') return undefined
  const { all } = columnsOf[kind]
  const begins = (column: ColumnKey) => words[column].some((word) => word.length > 3 && folded.startsWith(word))
  return all.find((column) => words[column].includes(folded)) ?? all.find(begins)
}
