import { chosenChip, missingChip, namedChip, recentContacts } from '../chips.ts'
import type { Chip, LexiconContact } from '../understanding.ts'
import { viewsOf } from './lexicon-views.ts'
import { takeName, type NameTaken, type Scan } from './scan.ts'

/** Who a line is about: the customer, and the dog that comes along. */
export interface Customer {
  readonly contact: LexiconContact | undefined
  readonly chip: Chip
  readonly thing: LexiconContact | undefined
  readonly thingChip: Chip | undefined
  readonly isExact: boolean
  /** Where the name stands; undefined when there is none. */
  readonly at: number | undefined
}

const qualityMin = 0.5

/** Takes the customer; the name of a thing stands for its owner. With `canBringThing` both may be named: "marie bebbo". */
export function takeCustomer(scan: Scan, how: { canBringThing: boolean }): Customer {
  const first = takeName(scan, scan.situation.lexicon.contacts, { qualityMin, mayChoose: true })
  if (!first)
    return {
      contact: undefined,
      chip: missingChip('contact', recentContacts(scan.situation)),
      thing: undefined,
      thingChip: undefined,
      isExact: false,
      at: undefined,
    }
  if (first.item.kind === 'thing') return fromThing(scan, first, how)
  const chip = namedChip('contact', first)
  const own = how.canBringThing ? (viewsOf(scan.situation.lexicon).thingsByOwner.get(first.item.id) ?? []) : []
  const thing = own.length > 0 ? takeName(scan, own, { qualityMin: 0.7 }) : undefined
  const thingChip = thing
    ? chosenChip(
        'thing',
        thing.item,
        own.filter((other) => other !== thing.item),
      )
    : undefined
  return { contact: first.item, chip, thing: thing?.item, thingChip, isExact: first.isExact, at: first.at }
}

function fromThing(scan: Scan, taken: NameTaken<LexiconContact>, how: { canBringThing: boolean }): Customer {
  const { contactById } = viewsOf(scan.situation.lexicon)
  const owner = contactById.get(taken.item.ownerId ?? '')
  const named = how.canBringThing && owner ? takeName(scan, [owner], { qualityMin: 0.6 }) : undefined
  const contact = named?.item ?? owner
  const chip = contact ? chosenChip('contact', contact) : missingChip('contact', recentContacts(scan.situation))
  return { contact, chip, thing: taken.item, thingChip: namedChip('thing', taken), isExact: taken.isExact, at: taken.at }
}
