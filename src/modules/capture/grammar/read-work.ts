import { minutesLabel } from '../labels.ts'
import { chosenChip, dayChip, minutesChip, missingChip, namedChip, textChip, valueChip } from '../chips.ts'
import type { Chip, LexiconService } from '../understanding.ts'
import { takeCustomer } from './customer.ts'
import { baseOf, draft, type Reader } from './drafts.ts'
import { viewsOf } from './lexicon-views.ts'
import { restOf, takeClock, takeDay, takeDuration, takeName, type Scan } from './scan.ts'

/** `2h acme logo yesterday`: a duration, for whom, on what, when. The customer may be known from the agreement's name. */
export const readTime: Reader = (scan, evidence) => {
  if (evidence) return undefined
  const duration = takeDuration(scan, { isClockAllowed: true })
  const clock = duration ? undefined : takeClock(scan)
  const minutes = duration?.minutes ?? clock?.minutes
  if (minutes === undefined || minutes > 1440) return undefined
  const day = takeDay(scan, { lean: 'past' })
  const customer = takeCustomer(scan, { canBringThing: false })
  const { lexicon } = scan.situation
  const agreement = customer.contact ? agreementOf(scan, customer.contact.id) : namedAgreement(scan)
  const contact = customer.contact ?? agreement?.owner
  const service = takeName(scan, lexicon.services, { qualityMin: 0.75 })
  const text = restOf(scan)
  const isClear = duration === undefined || !duration.isClockLike
  return draft(
    scan,
    'time',
    [
      minutesChip(minutes),
      contact && !customer.contact ? chosenChip('contact', contact) : customer.chip,
      agreement?.chip,
      service ? namedChip('service', service) : undefined,
      dayChip(scan.situation, day, scan.situation.today),
      clock ? valueChip('time', clock.time) : undefined,
      text === '' ? undefined : textChip('text', text),
    ],
    { base: isClear ? 0.92 : 0.86, unread: contact ? 0 : 1 },
  )
}

/** The agreement that the words name; the customer's only other ones are at hand as alternatives. */
function agreementOf(scan: Scan, contactId: string): { chip: Chip; owner: undefined } | undefined {
  const own = viewsOf(scan.situation.lexicon).agreementsByContact.get(contactId) ?? []
  if (own.length === 0) return undefined
  const named = takeName(scan, own, { qualityMin: 0.7 })
  return named
    ? {
        chip: chosenChip(
          'agreement',
          named.item,
          own.filter((other) => other !== named.item),
        ),
        owner: undefined,
      }
    : undefined
}

function namedAgreement(scan: Scan) {
  const { lexicon } = scan.situation
  const named = takeName(scan, lexicon.agreements, { qualityMin: 0.7 })
  const owner = named ? viewsOf(lexicon).contactById.get(named.item.contactId) : undefined
  return named && owner ? { chip: namedChip('agreement', named), owner } : undefined
}

/** `lesson marie bebbo tue 14:00`: a delivery with a day and a time, for people and their things. */
export const readSession: Reader = (scan, evidence) => {
  const { lexicon } = scan.situation
  const clock = takeClock(scan, { isDaytime: true })
  const duration = takeDuration(scan, { isClockAllowed: false })
  const day = takeDay(scan, { lean: 'future' })
  if (!evidence && (!clock || clock.minutes !== undefined)) return undefined
  const customer = takeCustomer(scan, { canBringThing: true })
  const service = takeName(scan, lexicon.services, { qualityMin: 0.7 }) ?? (evidence ? serviceOfWord(scan, evidence.word) : undefined)
  if (!evidence && (!service || !customer.contact)) return undefined
  const text = restOf(scan)
  const minutes = clock?.minutes ?? duration?.minutes ?? service?.item.minutes ?? 60
  return draft(
    scan,
    'session',
    [
      service ? namedChip('service', service) : lexicon.services.length > 0 ? missingService(scan) : undefined,
      customer.chip,
      customer.thingChip,
      dayChip(scan.situation, day, scan.situation.today),
      clock ? valueChip('time', clock.time) : missingChip('time'),
      { field: 'minutes', value: minutes, label: minutesLabel(minutes), alternatives: [], isMissing: false },
      text === '' ? undefined : textChip('text', text),
    ],
    { base: baseOf(evidence, service?.item.minutes === undefined ? 0.8 : 0.9) },
  )
}

/** "lesson" itself may be the name of a service: Lektion, Leçon, Lezione privata. */
function serviceOfWord(scan: Scan, word: string) {
  const at = scan.tokens.findIndex((token) => token.word === word)
  if (at < 0) return undefined
  scan.isTaken[at] = false
  const doubt = scan.doubt
  const found = takeName({ ...scan, isTaken: scan.isTaken.map((_, index) => index !== at) }, scan.situation.lexicon.services, { qualityMin: 0.7 })
  scan.isTaken[at] = true
  scan.doubt = doubt
  return found
}

function missingService(scan: Scan): Chip | undefined {
  const { services } = scan.situation.lexicon
  const isFixed = (service: LexiconService): number => (service.minutes === undefined ? 0 : 1)
  const used = [...services].sort(
    (left, right) => isFixed(right) - isFixed(left) || (scan.situation.history[right.id]?.count ?? 0) - (scan.situation.history[left.id]?.count ?? 0),
  )
  const [first, ...others] = used
  return first ? chosenChip('service', first, others.slice(0, 6)) : undefined
}
