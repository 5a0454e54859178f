import { chosenChip, namedChip, textChip, valueChip } from '../chips.ts'
import type { Language } from '../../../kernel/language.ts'
import { fold } from '../../../kernel/fold.ts'
import { draft, type Draft, type Reader } from './drafts.ts'
import { placeNames, places, type Place } from './intent-words.ts'
import { invoicesNumbered, viewsOf } from './lexicon-views.ts'
import { questionWords } from './little-words.ts'
import { restOf, startScan, take, takeName, takeNumber, type Scan } from './scan.ts'

/** Anything: whom or what the words name, for the answers beside the field. Always possible, seldom the best. */
export function readFind(scan: Scan): Draft {
  const number = takeNumber(scan, (candidate) => invoicesNumbered(scan.situation.lexicon, candidate).length > 0)
  const invoices = number === undefined ? [] : invoicesNumbered(scan.situation.lexicon, number)
  let questions = 0
  scan.tokens.forEach((token, at) => {
    if (!questionWords.has(token.word) || scan.isTaken[at]) return
    take(scan, at)
    questions += 1
  })
  const contact = takeName(scan, scan.situation.lexicon.contacts, { qualityMin: 0.5, mayChoose: true })
  const text = scan.tokens.map((token) => token.raw).join(' ')
  const isAll = restOf(scan) === ''
  const invoice = invoices[0]
  const owner = invoice && !contact ? viewsOf(scan.situation.lexicon).contactById.get(invoice.contactId) : undefined
  const base = contact && isAll ? 0.6 + 0.2 * Math.min(1, contact.quality) + (questions > 0 ? 0.06 : 0) : invoice && isAll ? 0.7 : 0.35
  return draft(
    scan,
    'find',
    [
      textChip('text', text),
      contact ? namedChip('contact', contact) : owner ? chosenChip('contact', owner) : undefined,
      invoice
        ? chosenChip(
            'invoice',
            { id: invoice.id, name: invoice.number },
            invoices.slice(1).map(({ id, number: name }) => ({ id, name })),
          )
        : undefined,
    ],
    { base },
  )
}

/** `calendar`, `go money`, `kunden`: one of the six places. */
export const readGo: Reader = (scan, evidence) => {
  const text = fold(restOf(scan))
  if (text.length < 2) return undefined
  const { language } = scan.situation
  const found = places
    .flatMap((place) => (['en', 'de', 'fr', 'it'] as const).map((spoken) => ({ place, spoken, name: fold(placeNames[spoken][place]) })))
    .filter(({ name }) => name.startsWith(text))
    .sort((left, right) => Number(right.spoken === language) - Number(left.spoken === language) || Number(right.name === text) - Number(left.name === text))
  const best = found[0]
  if (!best) return undefined
  const isExact = best.name === text
  return draft(scan, 'go', [placeChip(best.place, { language, others: found.map(({ place }) => place) })], {
    base: (evidence ? 0.92 : isExact ? 0.82 : 0.5) - (best.spoken === language ? 0 : 0.05),
  })
}

function placeChip(place: Place, how: { language: Language; others: readonly Place[] }) {
  const others = [...new Set(how.others)].filter((other) => other !== place)
  return {
    ...valueChip('place', place, placeNames[how.language][place]),
    alternatives: others.map((other) => ({ value: other, label: placeNames[how.language][other] })),
  }
}

/** `switch studio`, or the name of another company of the same user. */
export const readSwitch: Reader = (scan, evidence) => readNamed(scan, 'company', evidence !== undefined)

/** A command by the words of its text: "export invoices", "add tax rate". */
export const readCommand: Reader = (scan, evidence) => (evidence ? undefined : readNamed(scan, 'command', false))

function readNamed(scan: Scan, field: 'company' | 'command', isSaid: boolean): Draft | undefined {
  const { lexicon } = scan.situation
  const items = field === 'company' ? lexicon.companies : (lexicon.commands ?? [])
  if (items.length === 0) return undefined
  const own = startScan(scan.situation, scan.tokens, { choice: 0, doDaysYield: true })
  scan.isTaken.forEach((isTaken, at) => {
    if (isTaken) take(own, at)
  })
  const named = takeName(own, items, { qualityMin: 0.55 })
  if (!named || restOf(own) !== '') return undefined
  const base = isSaid ? 0.9 : 0.45 + 0.2 * Math.min(1, named.quality) + (named.isExact ? 0.1 : 0)
  return draft(own, field === 'company' ? 'switch' : 'command', [namedChip(field, named)], { base })
}
