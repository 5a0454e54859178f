import { foldedWords } from '../../../kernel/fold.ts'

/** What a column of a file can become. `attribute` keeps it under its header, `ignore` leaves it out. */
export const columnFields = [
  'name',
  'givenName',
  'familyName',
  'organisation',
  'jobTitle',
  'email',
  'phone',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'birthDay',
  'language',
  'currency',
  'zone',
  'vatNumber',
  'buyerReference',
  'note',
  'kind',
  'emailLabel',
  'phoneLabel',
  'addressLabel',
  'attribute',
  'ignore',
] as const

export type ColumnField = (typeof columnFields)[number]

/** Where a column goes. Columns of one group belong together: the street and the city of `work`, `E-mail 2` and its label. */
export interface ColumnTarget {
  field: ColumnField
  /** A label (`home`, `work`, `mobile`, `fax`, `other`), a number ("2"), or empty. */
  group: string
}

/** What a column is, told from its header in English, German, French or Italian; undefined when the header does not say. */
export function targetOfHeader(header: string): ColumnTarget | undefined {
  const words = foldedWords(header)
  const group = groupOf(words)
  const rest = words.filter((word) => !groupWords.has(word) && !/^\d+$/.test(word)).join(' ')
  const all = words.join(' ')
  if (isNoise.test(all)) return { field: 'ignore', group: '' }
  const forms = [rest, all, rest.replace(/^(address|adresse|indirizzo) /, '')]
  const field = patterns.find(([, pattern]) => forms.some((form) => pattern.test(form)))?.[0]
  if (!field) return undefined
  // "Business Street 2" is the second line of the first address; "Address 2 - Street" is a second address.
  if (field === 'street' && /^\d$/.test(words.at(-1) ?? '')) return { field, group: group.replace(/\d+$/, '') }
  return { field, group: grouped.has(field) ? group : '' }
}

const groupWords = new Map<string, string>([
  ...['home', 'privat', 'private', 'domicile', 'domicilio', 'casa', 'ab', 'abitazione', 'personnel', 'personnelle', 'perso', 'personale', 'prive'].map(
    (word): [string, string] => [word, 'home'],
  ),
  ...['work', 'business', 'geschaftlich', 'buro', 'bureau', 'uff', 'ufficio', 'travail', 'lavoro', 'professionnel', 'professionnelle', 'pro', 'arbeit'].map(
    (word): [string, string] => [word, 'work'],
  ),
  ...['other', 'weitere', 'weiterer', 'autre', 'altro', 'altra'].map((word): [string, string] => [word, 'other']),
  ['primary', ''],
  ['main', ''],
  ['haupt', ''],
  ['principal', ''],
  ['principale', ''],
  ['value', ''],
])

function groupOf(words: readonly string[]): string {
  const number = words.find((word) => /^\d{1,2}$/.test(word)) ?? ''
  const label = words.map((word) => groupWords.get(word)).find((found) => found) ?? ''
  if (words.some((word) => /^(mobile?n?|mobiltelefon|mobilnummer|cell|cellulare|portable|handy|natel|iphone)$/.test(word))) return `mobile${number}`
  if (words.some((word) => /fax/.test(word))) return `fax${number}`
  return label + number
}

const grouped = new Set<ColumnField>(['email', 'phone', 'street', 'postalCode', 'city', 'region', 'country', 'emailLabel', 'phoneLabel', 'addressLabel'])

/** Columns of other programs that are about the program and not about the contact, or that repeat another column. */
const isNoise =
  /^(e mail \d? ?display name|labels|group membership|e mail (adresse )?typ|e mail \d? ?angezeigter name|e mail \d? ?nom complet|phonetic .*|yomi .*|.* yomi|photo|file as|priority|private|sensitivity|initials|initialen|initiales|iniziali|address \d formatted|po box|address \d (po box|extended address)|.* po box|account|directory server|mileage|billing information|subject)$/

const patterns: readonly (readonly [ColumnField, RegExp])[] = [
  ['emailLabel', /^e ?mail( address)? (label|type)$/],
  ['phoneLabel', /^phone (label|type)$/],
  ['addressLabel', /^address (label|type)$/],
  [
    'vatNumber',
    /^(vat|vat (number|no|id|reg.*)|tax (id|number)|ust ?id( ?nr)?|ust id nummer|uid|uid nummer|umsatzsteuer id.*|mwst ?nr|mwst nummer|tva|(no|n|numero) (de )?tva|tva intracommunautaire|p ?iva|partita iva)$/,
  ],
  ['buyerReference', /^(buyer reference|leitweg ?id|reference acheteur|code service|riferimento (cliente|acquirente)|codice destinatario|kundenreferenz)$/],
  [
    'email',
    /^(e ?mails?|e mails?|mail|e? ?mail (address|adresse)|e mailadresse|courriel|adresse (e ?mail|e mail|electronique|de messagerie|mail)|indirizzo (e ?mail|e mail|posta elettronica|di posta elettronica)|posta elettronica)$/,
  ],
  ['givenName', /^(first ?name|given ?name|forename|vorname|prenom|rufname)$/],
  ['familyName', /^(last ?name|family ?name|surname|nachname|familienname|nom de famille|cognome)$/],
  [
    'organisation',
    /^(company|company name|organi[sz]ation|organi[sz]ation name|firma|firmenname|unternehmen|organisation|societe|entreprise|raison sociale|societa|azienda|ditta|ragione sociale|arbeitgeber|employer)$/,
  ],
  ['jobTitle', /^(job ?title|organization title|position|titre|funktion|beruf|fonction|profession|posizione|qualifica|mansione)$/],
  [
    'birthDay',
    /^(birth ?day|birth ?date|date of birth|dob|geburtstag|geburtsdatum|geboren|anniversaire|(date de )?naissance|compleanno|data di nascita|nato il)$/,
  ],
  [
    'phone',
    /^((primary |mobile |cell |car |company main |assistant s )?(tele)?phone( number)?|tel|telefon(nummer)?|mobile?|mobiltelefon|mobilnummer|mobil|handy(nummer)?|natel|rufnummer|tel mobile|tel portable|telephone( portable| mobile)?|numero de telephone|portable|cellulare|telefono( cellulare)?|cell|(business |home |telecopie )?fax|faxnummer|telefax|telecopie|pager)$/,
  ],
  ['postalCode', /^(zip|zip ?code|zip postal code|postal ?code|post ?code|plz|postleitzahl|npa|code postal|cap|codice postale)$/],
  ['city', /^(city|town|ort|stadt|wohnort|ville|localite|citta|localita|comune)$/],
  [
    'street',
    /^(street|street address|address street|street adresse|address|adresse|strasse|strasse (und )?(hausnummer|nr)|anschrift|rue|via|indirizzo|address line|adresszeile|adresszusatz)$/,
  ],
  ['region', /^(state|state province|province|region|county|canton|kanton|bundesland|dep region|departement|provincia|regione)$/],
  ['country', /^(country|country region|country code|land|land region|pays|pays region|paese|paese area geografica|nazione|stato)$/],
  ['language', /^(language|sprache|langue|lingua|korrespondenzsprache)$/],
  ['currency', /^(currency|wahrung|devise|monnaie|valuta)$/],
  ['zone', /^(time ?zone|zeitzone|fuseau horaire|fuso orario)$/],
  ['note', /^(notes?|notizen?|bemerkung(en)?|kommentar|comments?|remarque(s)?|commentaires?|osservazioni|annotazioni|commenti)$/],
  ['kind', /^(kind|type|art|typ|genre|tipo)$/],
  [
    'name',
    /^(name|full ?name|display ?name|contact|contact name|customer|customer name|client|kunde|kundenname|anzeigename|nom|nom complet|nom prenom|nom et prenom|cliente|nome|nome completo|nominativo)$/,
  ],
]
