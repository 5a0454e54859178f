import { parseDay } from '../../kernel/day.ts'
import type { Day } from '../../kernel/day.ts'
import { kindLabel, dayLabel, minutesLabel, moneyLabel, wayLabel } from './labels.ts'
import { readClock } from './grammar/clock.ts'
import { readDay } from './grammar/days.ts'
import { readDuration } from './grammar/durations.ts'
import { indexOf, matchNames } from './grammar/names.ts'
import { readMoney } from './grammar/numbers.ts'
import { tokenise } from './grammar/tokens.ts'
import { inputOf } from './operations.ts'
import type { Chip, ChipValue, Choice, FieldName, Frame, Named, Situation, Understanding } from './understanding.ts'

/** What belongs to the customer and goes when another one is chosen. */
const ofTheCustomer: readonly FieldName[] = ['agreement', 'invoice', 'thing']

/**
 * The reading with one chip changed, or added; its input follows. The value may come with its label, such as an
 * alternative of the chip; else the label is made from the value. A null value empties the chip.
 */
export function revise(understanding: Understanding, field: FieldName, value: ChipValue | Choice): Understanding {
  const current = understanding.chips.find((chip) => chip.field === field)
  const choice = isChoice(value) ? value : choiceOf(value, { field, current, frame: understanding.frame })
  const changed: Chip = { field, ...choice, alternatives: alternativesAfter(current, choice), isMissing: choice.value === null || choice.value === '' }
  const isOtherCustomer = field === 'contact' && current !== undefined && !current.isMissing && current.value !== choice.value
  const kept = understanding.chips.filter((chip) => !(isOtherCustomer && ofTheCustomer.includes(chip.field)))
  const chips = current ? kept.map((chip) => (chip === current ? changed : chip)) : [...kept, changed]
  return { ...understanding, chips, input: inputOf(understanding.intent, chips, understanding.frame) }
}

/** What was typed into a chip could mean these values, best first; empty when it is no such thing. */
export function readChip(situation: Situation, options: { field: FieldName; text: string }): Choice[] {
  const { field } = options
  const text = options.text.trim()
  const tokens = tokenise(text)
  const { lexicon } = situation
  if (tokens.length === 0) return []
  const frame = { language: situation.language, today: situation.today, zone: situation.zone, currency: lexicon.currency }
  const choice = (value: ChipValue): Choice => choiceOf(value, { field, current: undefined, frame })
  if (field === 'day') {
    const read =
      readDay(tokens, 0, { today: situation.today, language: situation.language, lean: 'near', isTodayMeant: true }) ??
      readDay([tokens[0]!, ...tokens], 1, { today: situation.today, language: situation.language, lean: 'near', isTodayMeant: true })
    return read ? [read.day, ...read.others].map(choice) : []
  }
  if (field === 'minutes') {
    const read = readDuration(tokens, 0)
    const plain = /^\d{1,4}$/.test(text) ? Number(text) * (Number(text) <= 12 ? 60 : 1) : undefined
    const minutes = read?.minutes ?? plain
    return minutes ? [choice(minutes)] : []
  }
  if (field === 'time') {
    const read = readClock(tokens, 0) ?? readClock([{ ...tokens[0]!, word: 'at' }, ...tokens], 0)
    return read ? [choice(read.time)] : []
  }
  if (field === 'amount') {
    const read = readMoney(tokens, 0, lexicon.currency)
    return read ? [choice(read.amount)] : []
  }
  if (field === 'units') return /^\d{1,4}$/.test(text) && Number(text) > 0 ? [choice(Number(text))] : []
  const names = namesFor(situation, field)
  if (!names) return [choice(text)]
  return matchNames(indexOf(names), tokens, { at: 0, until: tokens.length, history: situation.history, today: situation.today })
    .slice(0, 8)
    .map(({ item }) => ({ value: item.id, label: item.name }))
}

const invoiceNames = new WeakMap<readonly unknown[], readonly Named[]>()

function namesFor(situation: Situation, field: FieldName): readonly Named[] | undefined {
  const { lexicon } = situation
  if (field === 'contact' || field === 'thing') return lexicon.contacts
  if (field === 'service') return lexicon.services
  if (field === 'product') return lexicon.products
  if (field === 'agreement') return lexicon.agreements
  if (field === 'company') return lexicon.companies
  if (field !== 'invoice') return undefined
  const known = invoiceNames.get(lexicon.openInvoices)
  if (known) return known
  const built = lexicon.openInvoices.map(({ id, number }) => ({ id, name: number }))
  invoiceNames.set(lexicon.openInvoices, built)
  return built
}

function choiceOf(value: ChipValue, how: { field: FieldName; current: Chip | undefined; frame: Frame }): Choice {
  const known = how.current?.alternatives.find((alternative) => sameValue(alternative.value, value))
  if (known) return known
  return { value, label: labelOf(value, how.field, how.frame) }
}

function labelOf(value: ChipValue, field: FieldName, frame: Frame): string {
  if (value === null) return ''
  if (typeof value === 'object') return moneyLabel(value, frame.language)
  if (field === 'day' && parseDay(String(value))) return dayLabel(value as Day, frame)
  if (field === 'minutes') return minutesLabel(Number(value))
  if (field === 'way') return wayLabel(String(value), frame.language)
  if (field === 'kind') return kindLabel(String(value), frame.language)
  return String(value)
}

/** What was shown before stays at hand. */
function alternativesAfter(current: Chip | undefined, choice: Choice): Choice[] {
  if (!current) return []
  const before: Choice[] = current.isMissing ? [] : [{ value: current.value, label: current.label }]
  return [...before, ...current.alternatives].filter((other) => !sameValue(other.value, choice.value))
}

function sameValue(left: ChipValue, right: ChipValue): boolean {
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return left === right
  return left.amount === right.amount && left.currency === right.currency
}

function isChoice(value: ChipValue | Choice): value is Choice {
  return value !== null && typeof value === 'object' && 'label' in value
}
