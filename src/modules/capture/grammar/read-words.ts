import { addDays } from '../../../kernel/day.ts'
import { dayChip, missingChip, namedChip, recentContacts, textChip } from '../chips.ts'
import type { Chip } from '../understanding.ts'
import { takeCustomer } from './customer.ts'
import { baseOf, draft, type Draft, type Reader } from './drafts.ts'
import { littleWords } from './little-words.ts'
import { firstFree, restOf, takeDay, takeName, type Scan } from './scan.ts'

/** `note acme prefers mornings`: the customer, then everything as it was typed. */
export const readNote: Reader = (scan, evidence) => {
  if (!evidence) return undefined
  const taken = takeName(scan, scan.situation.lexicon.contacts, { qualityMin: 0.5, mayChoose: true })
  const contact: Chip = taken ? namedChip('contact', taken) : missingChip('contact', recentContacts(scan.situation))
  const text = restOf(scan, { keepAfter: taken?.at })
  return draft(scan, 'note', [contact, textChip('text', text)], { base: baseOf(evidence, 0) })
}

/** `call anna friday`, `task acme send contract friday`; without a deed word, a customer and a coming day. */
export const readTask: Reader = (scan, evidence) => {
  const day = takeDay(scan, { lean: 'future', isTodayMeant: false })
  if (!evidence) return customerAndDay(scan, day !== undefined && day.day >= scan.situation.today ? day : undefined)
  const isDeed = evidence.cue.shade === 'deed'
  const deedAt = isDeed ? scan.tokens.findIndex((token) => token.word === evidence.word) : -1
  const customer = takeCustomer(scan, { canBringThing: false })
  const text = isDeed ? withName(scan, { deedAt, name: customer.thing?.name ?? customer.contact?.name ?? '', at: customer.at }) : deedText(scan, customer)
  const chips = [textChip('text', text), customer.chip, dayChip(scan.situation, day, addDays(scan.situation.today, 0))]
  return draft(scan, 'task', chips, { base: baseOf(evidence, 0) + (customer.contact && day ? 0.03 : 0) })
}

function deedText(scan: Scan, customer: ReturnType<typeof takeCustomer>): string {
  const rest = restOf(scan)
  return capital(rest === '' ? (customer.contact?.name ?? '') : rest)
}

function customerAndDay(scan: Scan, day: ReturnType<typeof takeDay>): Draft | undefined {
  if (!day) return undefined
  const customer = takeCustomer(scan, { canBringThing: false })
  const text = capital(restOf(scan))
  if (!customer.contact || text === '') return undefined
  return draft(scan, 'task', [textChip('text', text), customer.chip, dayChip(scan.situation, day, scan.situation.today)], { base: 0.66 })
}

/** "Call Anna Keller about the logo", "Anna Keller anrufen": the deed where it was typed, the name written out. */
function withName(scan: Scan, how: { deedAt: number; name: string; at: number | undefined }): string {
  const deed = scan.tokens[how.deedAt]?.raw ?? ''
  const first = firstFree(scan)
  const rest = restOf(scan, { keepAfter: how.at })
  const isDeedFirst = how.deedAt <= (first?.at ?? how.deedAt) && !scan.tokens.slice(0, how.deedAt).some((token) => !littleWords.has(token.word))
  const words = isDeedFirst ? [deed, how.name, rest] : [how.name, rest, deed]
  return capital(words.filter((word) => word !== '').join(' '))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
