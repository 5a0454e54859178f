import type { Currency } from '../../../kernel/currency.ts'
import { amountsIn, type Amount } from './amounts.ts'
import { phrases, says, type Line } from './lines.ts'

const strong = phrases(
  'zu zahlen,zu bezahlen,zahlbetrag,gesamtbetrag,rechnungsbetrag,endbetrag,bruttobetrag,gesamtsumme,total chf,total eur,total inkl,total ttc,net a payer,montant total,' +
    'a payer,total a payer,totale complessivo,totale documento,totale euro,totale da pagare,importo totale,totale fattura,da pagare,amount due,total due,balance due,' +
    'grand total,total amount,amount paid,total paid,invoice total,total to pay,summe eur,summe chf,total brutto,rechnungstotal,total fr,montant du,solde a payer,total incl,to pay,importo pagato',
)
const plain = phrases('total,totale,summe,gesamt,betrag,montant,importo,amount,brutto,somme,totaal')
/** A total of something else: before tax, of the tax, of what was handed over, saved or collected. */
const other = phrases(
  'subtotal,sub total,zwischensumme,zwischentotal,sous total,subtotale,total ht,montant ht,net ht,netto,nettobetrag,imponibile,totale imponibile,mwst,ust,tva,iva,vat,tax,steuer,' +
    'davon,di cui,dont,including,ruckgeld,zuruck,change,rendu,resto,gegeben,erhalten,recu,especes recues,tendered,cash given,rabatt,discount,remise,sconto,ersparnis,gespart,' +
    'punkte,points,superpunkte,cumulus,anzahl,artikel,articles,saved,excl,exkl,zzgl,guthaben,saldo punkte,trinkgeld,tip,service charge,anzahlung,acompte,hors taxes,before tax,taxes,imposta',
)
const paid = phrases(
  'visa,mastercard,maestro,twint,girocard,ec karte,kartenzahlung,karte,carte bancaire,carte,carta,bancomat,pagamento elettronico,debit,credit card,card,v pay,postfinance,amex,contactless,kontaktlos',
)
const handedOver = phrases('ruckgeld,zuruck,change,rendu,resto,gegeben,erhalten,recu,especes,bar,bargeld,cash,contante,contanti,tendered,rendu monnaie')

export interface Total {
  readonly minor: bigint
  /** Named as the total and nothing else competes, or two places of the receipt say the same. */
  readonly isCertain: boolean
}

/** What was paid in all; undefined where no amount stands in the text. */
export function totalOf(lines: readonly Line[], currency: Currency): Total | undefined {
  const candidates: { minor: bigint; score: number }[] = []
  lines.forEach((line, index) => {
    const own = amountsIn(line.text, currency)
    const isOther = says(line, other)
    const isStrong = says(line, strong) && !isOther
    const isPlain = !isStrong && says(line, plain) && !isOther
    const isPaid = says(line, paid) && !says(line, handedOver)
    const named = isStrong || isPlain ? (own.length > 0 ? own : amountsBelow(lines, index, currency)) : own
    const amount = named.at(-1)
    if (!amount || amount.minor <= 0n) return
    const base = isStrong ? 100 : isPlain ? 70 : isPaid ? 45 : isOther || says(line, handedOver) ? 0 : 5
    candidates.push({ minor: amount.minor, score: base + (isStrong || isPlain ? index / lines.length : 0) * 10 })
  })
  if (candidates.length === 0) return undefined
  const supported = candidates.map((candidate) => {
    const others = candidates.filter((each) => each !== candidate && each.minor === candidate.minor && each.score > 0).length
    return { ...candidate, support: others, score: candidate.score + Math.min(others, 2) * 8 }
  })
  const largest = supported.filter((each) => each.score > 4).reduce((left, right) => (right.minor > left ? right.minor : left), 0n)
  const ranked = supported
    .map((each) => ({ ...each, score: each.score + (each.minor === largest ? 15 : 0) }))
    .toSorted((left, right) => right.score - left.score || Number(right.minor - left.minor))
  const best = ranked[0]!
  const rival = ranked.find((each) => each.minor !== best.minor && each.score >= 70)
  return { minor: best.minor, isCertain: best.score >= 100 && (rival === undefined || rival.score + 15 <= best.score || best.support > 0) }
}

/** A heading over its figure: the amount of the next line, when that holds nothing else. */
function amountsBelow(lines: readonly Line[], index: number, currency: Currency): Amount[] {
  const next = lines[index + 1]
  if (!next || next.words.filter((word) => /\p{L}{3}/u.test(word) && !/^(chf|eur|usd|gbp)$/.test(word)).length > 0) return []
  return amountsIn(next.text, currency)
}
