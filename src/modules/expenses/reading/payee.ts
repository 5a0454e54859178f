import { fold } from '../../../kernel/fold.ts'
import { amountsIn } from './amounts.ts'
import { namesExactly, phrases, type Line } from './lines.ts'

/** Words that say what a paper is, and never who it is from. */
const titles = phrases(
  'rechnung,quittung,beleg,kassenbon,kassenbeleg,invoice,tax invoice,receipt,ticket,facture,recu,note,scontrino,documento commerciale,fattura,ricevuta,kundenbeleg,bewirtungsbeleg,' +
    'bewirtungsaufwand,willkommen,welcome,bienvenue,benvenuti,vielen dank,thank you,merci,grazie,kopie,copy,duplicata,kasse,bediener,cashier,caisse,cassa,datum,date,data,tel,telefon,phone,fax,' +
    'mwst,ust,steuernummer,st nr,siret,siren,tva,partita iva,p iva,vat,tisch,table,tavolo,seite,page,pagina,kunde,customer,client,cliente,bill to,billed to,an,rechnungsadresse,kundennummer,' +
    'filiale,shop,store,magasin,negozio,original,www,http,https,bestellung,order,zahlschein,iban,kassier,es bediente sie,bon,total,menge,artikel,article,articolo,descrizione,description,bezeichnung,' +
    'ihr einkauf,lieferadresse,chf,eur,euro,ticket client,vendita,di vendita o prestazione,fahrkarte,billett,parkticket,parking receipt,parkquittung,online ticket,e ticket,your receipt,your trip,from,ship to',
)
const legalForm =
  /\b(ag|sa|sàrl|sarl|gmbh|s\.?r\.?l\.?s?|s\.?p\.?a\.?|kg|ohg|ug|e\.?k\.?|ltd|limited|plc|inc|llc|corp|sas|sasu|eurl|snc|s\.n\.c|s\.a\.s|se|b\.?v\.?|gbr|genossenschaft|pbc|co)\b\.?/i
const address =
  /strasse|straße|str\.|gasse|weg \d|platz|\brue\b|avenue|\bav\.|boulevard|\bvia\b|viale|piazza|corso|street|\broad\b|\brd\b|\bst\b\.? \d|lane|suite|floor|\b(ch|d|f|i|a)-\d{4,5}\b|^\d{4,5} \p{L}|\b\d{5}\b|postfach|cedex|allee|chemin|quai |place de|place du|largo |london|hausnummer/iu

/** Who wrote the receipt: the name that stands on top of it. Names that are known from earlier are found anywhere. */
export function payeeNameOf(lines: readonly Line[], options: { own: readonly string[]; known: readonly string[] }): string | null {
  const own = options.own.map(fold).filter((name) => name.length > 2)
  const head = lines.slice(0, 25).map((line) => line.folded)
  const known = options.known.find((name) => fold(name).length > 3 && head.some((line) => line.includes(fold(name))))
  if (known) return known
  const candidates = lines.slice(0, 14).map((line) => ({ line, score: scoreOf(line, lines, own) }))
  const best = candidates.filter((each) => each.score > 0).toSorted((left, right) => right.score - left.score)[0]
  return best ? cleaned(best.line.text) : null
}

function scoreOf(line: Line, lines: readonly Line[], own: readonly string[]): number {
  const text = line.text
  const letters = text.replace(/[^\p{L}]/gu, '').length
  if (letters < 3 || letters < text.replace(/\s/g, '').length * 0.45) return 0
  if (own.some((name) => line.folded.includes(name))) return 0
  // What follows the customer's name is the customer's address.
  const before = lines[line.at - 1]
  if (before && own.some((name) => before.folded.includes(name)) && address.test(text)) return 0
  if (amountsIn(text, 'EUR').length > 0) return 0
  const hasForm = legalForm.test(text)
  if (/@|www\.|https?:|\.(?:ch|de|com|fr|it|at|org|net|io|co\.uk)\b/i.test(text) && !hasForm) return 1
  if (address.test(text) && !hasForm) return 0
  const isTitle = namesExactly(line, titles)
  if (isTitle && !hasForm) return 2 - line.at * 0.1
  const isShouted = text === text.toUpperCase() && letters > 3
  return 20 - line.at * 2 + (hasForm ? 12 : 0) + (isShouted ? 2 : 0) - (text.length > 48 ? 6 : 0)
}

/** Without what stands around a name: stars, an address after a comma or dot in the middle, a tax number. */
function cleaned(text: string): string {
  return text
    .replace(/^[^\p{L}\d]+/u, '')
    .split(
      /\s[·•|–—-]\s|\s{2,}|, (?=\p{L}+(?:str|gasse|weg|platz))|, (?=(?:rue|via|avenue|av|bd|boulevard)\b)|,? \d{1,4}[a-z]?,? |, \d|\s(?=CHE-|DE\d{9}|ATU\d|P\.?\s?IVA|Tel|MWST|SIRET|VAT)/iu,
    )[0]!
    .replace(/[^\p{L}\d.)'’!&]+$/u, '')
    .slice(0, 100)
    .trim()
}
