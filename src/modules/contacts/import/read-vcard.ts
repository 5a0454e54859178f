import { decodeText } from './decode-text.ts'
import { emptyDraft, finishDraft, keepInNote, note, type DraftRow } from './draft.ts'
import { checkSize, importLimits, tooManyRows, unreadable } from './limits.ts'
import { readCurrency, readDay, readLanguage, readZone, readCountry } from './read-values.ts'
import { cardLines, splitValue, unescapeValue, type CardLine } from './vcard-lines.ts'

/**
 * Reads a vCard file (2.1, 3.0, 4.0, one or many cards) into drafts. Cards of groups and cards that say nothing are
 * counted as passed over. Fails with a named Failure on what is no vCard or is beyond the limits.
 */
export function readVcard(bytes: Uint8Array): { rows: DraftRow[]; passedOver: number } {
  checkSize(bytes)
  const { text } = decodeText(bytes)
  const rows: DraftRow[] = []
  let passedOver = 0
  let isCard = false
  for (const card of cards(text)) {
    isCard = true
    const row = finishDraft(draftOf(card))
    if (row && !card.isGroup) rows.push(row)
    else passedOver += 1
    if (rows.length + passedOver > importLimits.rowsMax) tooManyRows()
  }
  if (!isCard) unreadable('import_not_vcard')
  return { rows, passedOver }
}

interface Card {
  line: number
  lines: CardLine[]
  /** Apple's words for a property: `item1.X-ABLabel`. */
  labels: Map<string, string>
  isGroup: boolean
  isClosed: boolean
}

/** A card inside a card (2.1's AGENT) is not a contact of this person. */
function* cards(text: string): Generator<Card> {
  let card: Card | undefined
  let depth = 0
  for (const line of cardLines(text)) {
    const marker = line.value.trim().toUpperCase() === 'VCARD' ? line.name : ''
    if (marker === 'BEGIN') {
      depth += 1
      if (depth === 1) card = { line: line.line, lines: [], labels: new Map(), isGroup: false, isClosed: false }
    } else if (marker === 'END' && card) {
      depth -= 1
      if (depth > 0) continue
      yield { ...card, isClosed: true }
      card = undefined
    } else if (card && depth === 1) {
      addLine(card, line)
    }
  }
  if (card) yield card
}

function addLine(card: Card, line: CardLine): void {
  if (line.name === 'X-ABLABEL') card.labels.set(line.group, unescapeValue(line.value).replace(/^_\$!<(.*)>!\$_$/, '$1'))
  const isKind = line.name === 'KIND' || line.name === 'X-ADDRESSBOOKSERVER-KIND'
  if (isKind && line.value.trim().toLowerCase() === 'group') card.isGroup = true
  if (card.lines.length < 500) card.lines.push(line)
}

function draftOf(card: Card): DraftRow {
  const row: DraftRow = { line: card.line, draft: emptyDraft(), problems: [] }
  if (!card.isClosed) note(row, 'card_not_closed')
  for (const line of card.lines) (readers[line.name] ?? ignore)(row, line, card)
  return row
}

type Reader = (row: DraftRow, line: CardLine, card: Card) => void

const ignore: Reader = () => undefined

const readers: Readonly<Record<string, Reader>> = Object.assign(Object.create(null) as Record<string, Reader>, {
  FN: ({ draft }, line) => {
    draft.name = oneLine(unescapeValue(line.value))
  },
  N: ({ draft }, line) => {
    const [family = '', given = ''] = splitValue(line.value, ';').map(oneLine)
    draft.familyName = family
    draft.givenName = given
  },
  ORG: ({ draft }, line) => {
    draft.organisation = oneLine(splitValue(line.value, ';')[0] ?? '')
  },
  TITLE: ({ draft }, line) => {
    draft.jobTitle = oneLine(unescapeValue(line.value))
  },
  KIND: ({ draft }, line) => {
    if (line.value.trim().toLowerCase() === 'org') draft.kind = 'organisation'
  },
  'X-ABSHOWAS': ({ draft }, line) => {
    if (line.value.trim().toUpperCase() === 'COMPANY') draft.kind = 'organisation'
  },
  EMAIL: ({ draft }, line, card) => {
    const value = unescapeValue(line.value).replace(/^mailto:/i, '')
    draft.emails.push({ label: labelOf(line, card), value, isPreferred: isPreferred(line) })
  },
  TEL: ({ draft }, line, card) => {
    const value = oneLine(unescapeValue(line.value)).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ')
    draft.phones.push({ label: labelOf(line, card), value, isPreferred: isPreferred(line) })
  },
  ADR: readAddress,
  BDAY: readBirthDay,
  NOTE: ({ draft }, line) => {
    const text = unescapeValue(line.value)
    if (text !== '') keepInNote(draft, text)
  },
  LANG: ({ draft }, line) => {
    draft.language ??= readLanguage(line.value) ?? null
  },
  TZ: ({ draft }, line) => {
    draft.zone ??= readZone(line.value) ?? null
  },
  'X-CURRENCY': ({ draft }, line) => {
    draft.currency ??= readCurrency(line.value) ?? null
  },
  URL: keepAs('website'),
  NICKNAME: keepAs('nickname'),
  CATEGORIES: keepAs('categories'),
  ROLE: keepAs('role'),
  'X-ABRELATEDNAMES': ({ draft }, line, card) => {
    draft.attributes.push({ name: card.labels.get(line.group)?.toLowerCase() ?? 'related', value: oneLine(unescapeValue(line.value)) })
  },
} satisfies Record<string, Reader>)

/** RFC 6350 6.3.1: box; extended; street; city; region; postal code; country. Outlook and Google differ in all but the order. */
function readAddress(row: DraftRow, line: CardLine, card: Card): void {
  const [box = '', extended = '', street = '', city = '', region = '', postalCode = '', country = ''] = splitValue(line.value, ';')
  const lines = [street, extended, box].filter((part) => part !== '').join('\n')
  if (`${lines}${city}${region}${postalCode}${country}` === '') return
  const code = readCountry(country)
  if (country !== '' && !code) note(row, 'country_unknown')
  row.draft.addresses.push({
    label: labelOf(line, card),
    street: code || country === '' ? lines : `${lines}\n${country}`.trim(),
    postalCode: oneLine(postalCode),
    city: oneLine(city),
    region: oneLine(region),
    country: code ?? '',
    isPreferred: isPreferred(line),
  })
}

/** A birthday without a year (`--0322`, Apple's year 1604) is kept as a line of the note. */
function readBirthDay(row: DraftRow, line: CardLine): void {
  const text = unescapeValue(line.value)
  const omittedYear = line.parameters.get('X-APPLE-OMIT-YEAR')?.[0]
  if (text === '') return
  if (text.startsWith('--') || (omittedYear && text.startsWith(omittedYear))) {
    note(row, 'birth_year_missing')
    keepInNote(row.draft, text.startsWith('--') ? text : `--${text.slice(5)}`)
    return
  }
  const birthDay = readDay(text)
  if (birthDay) {
    row.draft.birthDay = birthDay
  } else {
    note(row, 'day_malformed')
    keepInNote(row.draft, text)
  }
}

function keepAs(name: string): Reader {
  return ({ draft }, line) => {
    draft.attributes.push({ name, value: oneLine(unescapeValue(line.value)) })
  }
}

const labelOfType: Readonly<Record<string, string>> = {
  fax: 'fax',
  cell: 'mobile',
  mobile: 'mobile',
  iphone: 'mobile',
  home: 'home',
  work: 'work',
}

function labelOf(line: CardLine, card: Card): string {
  const own = line.group === '' ? undefined : card.labels.get(line.group)
  if (own) return labelOfType[own.toLowerCase()] ?? own.slice(0, 40)
  const types = line.parameters.get('TYPE') ?? []
  const known = Object.keys(labelOfType).find((type) => types.includes(type))
  return (known && labelOfType[known]) ?? 'other'
}

function isPreferred(line: CardLine): boolean {
  return (line.parameters.get('TYPE') ?? []).includes('pref') || line.parameters.get('PREF')?.[0] === '1'
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
