import { addDays, addMonths, parseDay, type Day } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/fold.ts'
import { phrases, says, type Line } from './lines.ts'

const months: readonly string[] = [
  'january jan januar janner jan janvier janv gennaio gen',
  'february feb februar fevrier fev fevr febbraio febb',
  'march mar marz maerz mrz mars marzo',
  'april apr avril avr aprile',
  'may mai maggio mag',
  'june jun juni juin giugno giu',
  'july jul juli juillet juil luglio lug',
  'august aug aout agosto ago',
  'september sep sept septembre settembre set sett',
  'october oct oktober okt octobre ottobre ott',
  'november nov novembre',
  'december dec dezember dez decembre dicembre dic',
]
const monthOf = new Map(months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)))

const dayWords = phrases(
  'datum,date,data,buchungsdatum,rechnungsdatum,invoice date,date of issue,date facture,date de facture,date d emission,data fattura,issued,emissione,belegdatum,kaufdatum,vom,du,del,ausgestellt,le,order date,transaction,zeit,uhr,heure,ora,time,documento',
)
const dueWords = phrases(
  'fallig,fallig am,falligkeit,zahlbar bis,zu zahlen bis,bezahlen bis,payable by,due,due date,due on,pay by,echeance,date d echeance,payable jusqu au,a payer avant,scadenza,pagare entro,entro il,bis zum,spatestens',
)
const otherWords = phrases(
  'periode,period,zeitraum,abrechnungszeitraum,leistungszeitraum,leistung,lieferdatum,delivery,anreise,abreise,check in,check out,arrivee,depart,arrivo,partenza,gultig,gultigkeit,validity,valid,valable,valido,bestelldatum,geburtsdatum,from,to,von,bis,abreisedatum,einfahrt,entry,entree,ingresso,mwst nr,garantie,umtausch,abbuchung,einzug,verkauf bis,abgebucht,charged on,next,nachste',
)

export interface DaysRead {
  readonly issuedOn: Day | null
  readonly dueOn: Day | null
  /** It says that it is the day, or there is only one. */
  readonly isCertain: boolean
}

interface Found {
  readonly on: Day
  readonly score: number
  readonly isDue: boolean
}

/** The day of a receipt and until when it is to be paid. In the United States the month comes first. */
export function daysOf(lines: readonly Line[], options: { today: Day; isMonthFirst: boolean }): DaysRead {
  const found: Found[] = []
  lines.forEach((line, index) => {
    const days = daysIn(line.text, options)
    const before = lines[index - 1]
    const heading = before && daysIn(before.text, options).length === 0 && before.words.length <= 5 ? before : undefined
    days.forEach((on, place) => {
      const isDue = says(line, dueWords) && place === days.length - 1 ? true : heading !== undefined && says(heading, dueWords)
      const isNamed = says(line, dayWords) || (heading !== undefined && says(heading, dayWords))
      const isOther = says(line, otherWords) && !says(line, phrases('rechnungsdatum,invoice date,date de facture,data fattura,datum,date,data'))
      const hasTime = /\b\d{1,2}[:h.]\d{2}(:\d{2})?\b/.test(line.text.replace(/\d{1,2}\.\d{1,2}\.\d{2,4}/, ''))
      const isPlausible = on <= addDays(options.today, 3) && on >= addMonths(options.today, -24)
      const score = (isNamed ? 30 : 0) + (hasTime ? 15 : 0) + (isOther ? -25 : 0) + (isPlausible ? 20 : -40) + 10 * (1 - index / lines.length)
      found.push({ on, score, isDue })
    })
  })
  const issued = found.filter((each) => !each.isDue).toSorted((left, right) => right.score - left.score)
  const best = issued[0]
  const due = found.find((each) => each.isDue && (best === undefined || each.on >= best.on))
  if (!best || best.score < -10) return { issuedOn: null, dueOn: due?.on ?? null, isCertain: false }
  const isOnly = issued.every((each) => each.on === best.on)
  return { issuedOn: best.on, dueOn: due?.on ?? null, isCertain: best.score >= 20 && (isOnly || best.score >= 45) }
}

/** Every day that stands in a text, however it is written. */
export function daysIn(text: string, options: { today: Day; isMonthFirst: boolean }): Day[] {
  const mended = text
    .replace(/(?<=[\d.,/-])[Oo](?=[\d.,/-])|(?<![A-Za-z])[Oo](?=\d[./-])/g, '0')
    .replace(/(?<![A-Za-z])[lI|](?=\d[./-]\s?\d)|(?<=\d[./-])[lI|](?=\d)/g, '1')
  const days: { at: number; day: Day }[] = []
  const add = (at: number, year: string, month: number, date: number) => {
    const day = parseDay(`${fullYear(year, options.today)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
    if (day) days.push({ at, day })
  }
  for (const match of mended.matchAll(/(?<!\d)(20\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/g)) add(match.index, match[1]!, Number(match[2]), Number(match[3]))
  for (const match of mended.matchAll(/(?<![\d.,-])(\d{1,2})\s?([./,-])\s?(\d{1,2})\s?[./,-]\s?(20\d{2}|\d{2})(?![\d.,]\d|\d)/g)) {
    const [first, second] = [Number(match[1]), Number(match[3])]
    const isSwapped = (options.isMonthFirst && match[2] === '/') || (second > 12 && first <= 12)
    add(match.index, match[4]!, isSwapped ? first : second, isSwapped ? second : first)
  }
  for (const match of fold(mended).matchAll(/(?<!\d)(\d{1,2})(?:\.|er|st|nd|rd|th)?\s?(?:de |of )?-?([a-z]{3,9})\.?,?-?\s?(20\d{2}|'?\d{2}(?![\d:]))(?!\d)/g)) {
    const month = monthOf.get(match[2]!)
    if (month) add(match.index, match[3]!.replace("'", ''), month, Number(match[1]))
  }
  for (const match of fold(mended).matchAll(/([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(20\d{2})/g)) {
    const month = monthOf.get(match[1]!)
    if (month) add(match.index, match[3]!, month, Number(match[2]))
  }
  return days.toSorted((left, right) => left.at - right.at).map((each) => each.day)
}

function fullYear(year: string, today: Day): string {
  return year.length === 4 ? year : `${today.slice(0, 2)}${year}`
}
