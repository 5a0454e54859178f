import type { MoneyOnTheWire } from '../../kernel/money.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { DayRead } from './grammar/days.ts'
import type { NameTaken } from './grammar/scan.ts'
import { dayChoice, minutesLabel, moneyLabel } from './labels.ts'
import type { Chip, Choice, FieldName, Named, Situation } from './understanding.ts'

/** A chip for something that the line does not say but the operation needs. */
export function missingChip(field: FieldName, alternatives: readonly Choice[] = []): Chip {
  return { field, value: null, label: '', alternatives, isMissing: true }
}

export function textChip(field: FieldName, text: string): Chip {
  return text === '' ? missingChip(field) : { field, value: text, label: text, alternatives: [], isMissing: false }
}

export function namedChip(field: FieldName, taken: NameTaken<Named>): Chip {
  return { field, ...namedChoice(taken.item), alternatives: taken.others.map(namedChoice), isMissing: false }
}

export function chosenChip(field: FieldName, item: Named, others: readonly Named[] = []): Chip {
  return { field, ...namedChoice(item), alternatives: others.map(namedChoice), isMissing: false }
}

export function namedChoice(item: Named): Choice {
  return { value: item.id, label: item.name }
}

/** The day that was read, or the one that is meant when nothing is said; its neighbours are always at hand. */
export function dayChip(situation: Situation, read: DayRead | undefined, fallback: Day): Chip {
  const day = read?.day ?? fallback
  const near = read ? read.others : [addDays(fallback, -1), addDays(fallback, 1)]
  const others = [...new Set(near)].filter((other) => other !== day)
  return { field: 'day', ...dayChoice(day, situation), alternatives: others.map((other) => dayChoice(other, situation)), isMissing: false }
}

export function minutesChip(minutes: number): Chip {
  return { field: 'minutes', value: minutes, label: minutesLabel(minutes), alternatives: [], isMissing: false }
}

export function amountChip(amount: MoneyOnTheWire, situation: Situation, alternatives: readonly MoneyOnTheWire[] = []): Chip {
  const choice = (money: MoneyOnTheWire): Choice => ({ value: money, label: moneyLabel(money, situation.language) })
  return { field: 'amount', ...choice(amount), alternatives: alternatives.map(choice), isMissing: false }
}

export function valueChip(field: FieldName, value: string | number, label = String(value)): Chip {
  return { field, value, label, alternatives: [], isMissing: false }
}

/** The contacts used last, offered where the customer is missing. */
export function recentContacts(situation: Situation): Choice[] {
  return situation.lexicon.contacts
    .flatMap((contact) => {
      const use = situation.history[contact.id]
      return use && contact.kind !== 'thing' ? [{ contact, use }] : []
    })
    .sort((left, right) =>
      left.use.lastUsedOn === right.use.lastUsedOn ? right.use.count - left.use.count : left.use.lastUsedOn < right.use.lastUsedOn ? 1 : -1,
    )
    .slice(0, 6)
    .map(({ contact }) => namedChoice(contact))
}
