import type { Language } from '../../../kernel/language.ts'
import { textChip, valueChip, missingChip } from '../chips.ts'
import { kindLabel } from '../labels.ts'
import type { Chip, LexiconContact } from '../understanding.ts'
import { baseOf, draft, type Reader } from './drafts.ts'
import { contactKinds, legalForms } from './intent-words.ts'
import { indexOf, matchNames } from './names.ts'
import { tokenise } from './tokens.ts'
import { firstFree, restOf, take, takeFirst, type Scan } from './scan.ts'

const emailShape = /^[^\s@"<>,;]+@[^\s@"<>,;]+\.[^\s@"<>,;]{2,}$/
const phoneShape = /^(\+|00)?\d[\d/().-]{6,}$/

/**
 * `new marie dupont marie@x.fr`, and without "new" an unknown name with an e-mail address; `marie.dupont@x.fr` says the name
 * itself, unless somebody is called so already.
 */
export const readContact: Reader = (scan, evidence) => {
  const email = takeEmail(scan)
  const phone = takePhone(scan)
  if (!evidence && email === undefined) return undefined
  const kindWord = evidence ? firstFree(scan) : undefined
  const said = kindWord ? contactKinds.get(kindWord.token.word) : undefined
  if (kindWord && said !== undefined) take(scan, kindWord.at)
  const written = restOf(scan)
  const name = written === '' && email !== undefined ? nameInAddress(email) : written
  if (!evidence && (name === '' || (written === '' ? isName(scan, name) : isKnown(scan)))) return undefined
  const kind = said === 'thing' || said === 'organisation' ? said : kindOf(name)
  const chips: (Chip | undefined)[] = [
    name === '' ? missingChip('name') : textChip('name', asName(name)),
    kindChip(kind, scan.situation.language),
    email === undefined ? undefined : valueChip('email', email),
    phone === undefined ? undefined : valueChip('phone', phone),
  ]
  return draft(scan, 'contact', chips, { base: baseOf(evidence, 0.85) })
}

/** "marie.dupont@x.fr" is Marie Dupont's; "info@x.fr" says nobody's name. */
function nameInAddress(email: string): string {
  const match = /^(\p{L}{2,}(?:-\p{L}{2,})?)[._](\p{L}{2,}(?:-\p{L}{2,})?)@/u.exec(email)
  return match ? `${match[1]} ${match[2]}` : ''
}

/** Somebody with exactly this name exists. */
function isName(scan: Scan, name: string): boolean {
  const { lexicon, history, today } = scan.situation
  const tokens = tokenise(name)
  const [best] = matchNames<LexiconContact>(indexOf(lexicon.contacts), tokens, { at: 0, until: tokens.length, history, today })
  return best !== undefined && best.isExact && best.length === tokens.length
}

function takeEmail(scan: Scan): string | undefined {
  return takeFirst(scan, (at) => {
    const email = scan.tokens[at]!.raw.replace(/^<|>$/g, '').toLowerCase()
    return emailShape.test(email) && email.length <= 254 ? { length: 1, email } : undefined
  })?.email
}

/** A phone number in one piece or in groups: 079 123 45 67, +41 79 123 45 67. */
function takePhone(scan: Scan): string | undefined {
  return takeFirst(scan, (at) => {
    let length = 0
    let digits = ''
    while (at + length < scan.tokens.length && /^[+\d(][\d/().-]*$/.test(scan.tokens[at + length]!.word) && digits.length < 18) {
      digits += scan.tokens[at + length]!.word
      length += 1
    }
    return phoneShape.test(digits) && digits.replace(/\D/g, '').length >= 8 ? { length, phone: readable(scan, at, length) } : undefined
  })?.phone
}

function readable(scan: Scan, at: number, length: number): string {
  return scan.tokens
    .slice(at, at + length)
    .map((token) => token.raw)
    .join(' ')
}

/** Everything that is left is the full name of a contact that exists. */
function isKnown(scan: Scan): boolean {
  const first = firstFree(scan)
  if (!first) return false
  const { lexicon, history, today } = scan.situation
  const matches = matchNames<LexiconContact>(indexOf(lexicon.contacts), scan.tokens, { at: first.at, until: endOfName(scan, first.at), history, today })
  const best = matches[0]
  return best !== undefined && best.isExact && best.length === scan.isTaken.filter((taken) => !taken).length
}

function endOfName(scan: Scan, at: number): number {
  const end = scan.isTaken.indexOf(true, at)
  return end < 0 ? scan.tokens.length : end
}

function kindOf(name: string): 'person' | 'organisation' {
  return name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => legalForms.has(word))
    ? 'organisation'
    : 'person'
}

function kindChip(kind: 'person' | 'organisation' | 'thing', language: Language): Chip {
  const choice = (value: string) => ({ value, label: kindLabel(value, language) })
  const others = ['person', 'organisation', 'thing'].filter((other) => other !== kind)
  return { field: 'kind', ...choice(kind), alternatives: others.map(choice), isMissing: false }
}

/** "marie dupont" becomes "Marie Dupont"; what has capitals already stays as it is. */
function asName(name: string): string {
  if (name !== name.toLowerCase()) return name
  return name.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
