import { isCurrency, type Currency } from '../../../kernel/currency.ts'
import { parseMoney, type Money } from '../../../kernel/money.ts'
import type { Field } from './mt940-fields.ts'
import { paymentReference, readIban, referenceWithin, type PaymentReference } from './reference.ts'

/** What the text of an entry says, in whichever dialect. */
export interface Details {
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly reference: PaymentReference | null
  readonly endToEndId: string | null
  readonly remittance: string
  readonly isReturn: boolean
  readonly ultimateName: string | null
  readonly instructed: Money | null
  readonly charges: Money | null
}

interface Parts {
  readonly name?: string
  readonly iban?: string
  readonly text: string
  readonly reference?: string
  readonly endToEndId?: string
  readonly ultimateName?: string
  readonly isReturn?: boolean
}

/** SWIFT wraps lines at 65 characters; a shorter one ended by itself. */
const wrapAt = 64

/** Reads ":86:" (one or several, or ":NS:") with the second line of ":61:". */
export function readDetails(entry: { details: readonly Field[]; supplement: string; ownReference: string; currency: Currency }): Details {
  const text = entry.details.filter((field) => field.tag === '86').map((field) => unwrapped(field.value))
  // Rabobank prints the name behind the sixteen letters of the reference.
  const [, reference = entry.ownReference, nameBehind = ''] = /^(\S.{0,15}?)\s{2,}(\S.*)$/.exec(entry.ownReference) ?? []
  const parts = partsOf(entry.details, text, entry.supplement.trim() || nameBehind)
  const own = given(reference)
  const remittance = clean(parts.text || entry.supplement).slice(0, 2000)
  return {
    counterpartyName: clean(parts.name ?? '').slice(0, 140) || null,
    counterpartyIban: readIban(parts.iban ?? ''),
    reference: paymentReference(parts.reference ?? '') ?? referenceWithin(remittance) ?? (own ? referenceWithin(own) : null),
    endToEndId: given(parts.endToEndId ?? '') ?? own,
    remittance,
    isReturn: parts.isReturn ?? false,
    ultimateName: clean(parts.ultimateName ?? '').slice(0, 140) || null,
    ...amountsWithin(entry.supplement, entry.currency),
  }
}

function partsOf(details: readonly Field[], text: readonly string[], supplement: string): Parts {
  const structured = details.find((field) => field.tag === 'NS')
  if (structured && text.length === 0) return namedLines(structured.value)
  const first = text[0] ?? ''
  if (/^\d{0,3}\?\d\d/.test(first)) return questionMarks(text.join(''))
  if (/^\d{3}[<>|^]\d\d/.test(first)) return questionMarks(first.replaceAll(first[3]!, '?'))
  const whole = text.join(' ')
  if (/(^|\/|\s)\/?(TRTP|EREF|REMI|ORDP|BENM|CNTP|IBAN|NAME|PREF|MARF|CSID|RTRN)\//.test(whole)) return slashes(text.join('\n'))
  if (/\b(OD|DLA|TYT)\.?: /.test(whole)) return polish(whole)
  return freeText(whole, supplement)
}

/** "166?00GUTSCHRIFT?20EREF+…?21SVWZ+…?31DE…?32Anna?33Meier": what German, Austrian and Swiss banks write. */
function questionMarks(text: string): Parts {
  const fields = new Map<string, string>()
  for (const [, code, value] of text.matchAll(/\?(\d\d)((?:(?!\?\d\d).)*)/gs)) fields.set(code!, (fields.get(code!) ?? '') + value!)
  const codes = (from: number, to: number) => [...fields].filter(([code]) => Number(code) >= from && Number(code) <= to).map(([, value]) => value)
  const sepa = sepaParts(chained([...codes(20, 29), ...codes(60, 63)]))
  const purpose = sepa.get('SVWZ') ?? sepa.get('') ?? ''
  const business = text.slice(0, 3)
  return {
    name: chained(codes(32, 33)),
    iban: fields.get('31') || sepa.get('IBAN') || '',
    text: purpose || ['KREF', 'EREF', 'MTLG'].flatMap((key) => sepa.get(key) ?? []).join(' ') || fields.get('00') || '',
    endToEndId: sepa.get('EREF') ?? sepa.get('KREF') ?? '',
    ultimateName: sepa.get('ABWA') ?? '',
    // Business transaction codes of the German banks: 108, 109 and 159 are returns.
    isReturn: /^(108|109|159)$/.test(business) || sepa.has('RTRN') || /r(ue|ü)cklast|retoure/i.test(fields.get('00') ?? ''),
  }
}

/** Subfields hold 27 characters: a full one goes on without a space, a shorter one ended by itself. */
function chained(values: readonly string[]): string {
  return values.reduce((soFar, value, index) => {
    const before = values[index - 1]
    return before === undefined ? value : soFar + (before.length >= 27 ? '' : ' ') + value
  }, '')
}

/** "EREF+…SVWZ+…" by its four letters; what stands before the first is the purpose. */
function sepaParts(text: string): Map<string, string> {
  const found = new Map<string, string>()
  const marks = [...text.matchAll(/(?<![A-Z])(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|MTLG|ABWA|ABWE|IBAN|BIC|RTRN|PURP)[+:] ?/g)]
  if (marks.length === 0) return new Map([['', text]])
  if (marks[0]!.index > 0) found.set('', text.slice(0, marks[0]!.index))
  marks.forEach((mark, at) => found.set(mark[1]!, text.slice(mark.index + mark[0].length, marks[at + 1]?.index).trim()))
  return found
}

const slashWords =
  'TRTP|EREF|REMI|ORDP|BENM|CNTP|IBAN|BIC|NAME|PREF|MARF|CSID|RTRN|USTD|STRD|ULTD|ULTC|ULTB|PURP|ISDT|TRCD|ID|ADDR|INIT|BO|IN|CREF|IREF|TXTP|CHGS|OAMT|COAM|EXCH|SVCL|MAND'

/** "/EREF/…//CNTP/iban/bic/name///REMI/USTD//text/": ABN AMRO, ING, Rabobank and others. */
function slashes(text: string): Parts {
  const flat = text.replace(/\n(?=\/)/g, '').replace(/\n/g, ' ')
  const found = new Map<string, string>()
  const marks = [...flat.matchAll(new RegExp(`(?<=^|/| )/?(${slashWords})/`, 'g'))]
  marks.forEach((mark, at) => {
    const value = flat.slice(mark.index + mark[0].length, marks[at + 1]?.index).replace(/^\/+|[\s/]+$/g, '')
    if (value && !found.has(mark[1]!)) found.set(mark[1]!, value)
  })
  const party = (found.get('CNTP') ?? found.get('ORDP') ?? found.get('BENM') ?? '').split('/')
  const structured = (found.get('STRD') ?? '').replace(/^(CUR|ISO)\//, '')
  return {
    name: found.get('NAME') ?? party[2] ?? party.find((part) => part !== '' && !readIban(part)) ?? '',
    iban: found.get('IBAN') ?? party.find((part) => readIban(part) !== null) ?? '',
    text: found.get('USTD') ?? found.get('REMI') ?? structured ?? flat,
    reference: structured,
    endToEndId: found.get('EREF') ?? '',
    ultimateName: found.get('ULTD') ?? found.get('ULTC') ?? '',
    isReturn: found.has('RTRN'),
  }
}

/** ":NS:" with two digits before each line: 01 to 14 the purpose, 15 and 16 the name, 33 and 34 the account. */
function namedLines(value: string): Parts {
  const lines = value.split('\n').map((line) => ({ code: Number(line.slice(0, 2)), text: line.slice(2).trim() }))
  const between = (from: number, to: number) =>
    lines
      .filter((line) => line.code >= from && line.code <= to)
      .map((line) => line.text)
      .filter(Boolean)
      .join(' ')
  return { name: between(15, 16), text: between(1, 14) || between(17, 17), iban: between(34, 34) }
}

/** "…; Z RACH.: account; OD: name; TYT.: text; TNR: …". */
function polish(text: string): Parts {
  const part = (words: string) => new RegExp(`(?:${words})\\.?: *([^;]*)`).exec(text)?.[1]?.trim() ?? ''
  const account = part('Z RACH|NA RACH').replace(/\s/g, '')
  return { name: part('OD|DLA').split(/\s{2,}|\bUL\.? /)[0]!, iban: /^\d{26}$/.test(account) ? `PL${account}` : account, text: part('TYT') || text }
}

/** "NL47INGB… name" and a text; or a text alone, with the name on the second line of ":61:". */
function freeText(text: string, supplement: string): Parts {
  const account = /^\s*([A-Z]{2}\d{2}[A-Z0-9]{8,30})\s+/.exec(text)?.[1]
  const name = supplement
    .split('\n')[0]!
    .replace(/^\/OCMT\/.*|^\/.*/, '')
    .trim()
  const afterAccount = account ? text.trimStart().slice(account.length).trimStart() : text
  const isNamed = name !== '' && !/^\d/.test(name)
  const rest = isNamed && afterAccount.toLowerCase().startsWith(name.toLowerCase()) ? afterAccount.slice(name.length) : afterAccount
  return {
    name: isNamed ? name : '',
    iban: account ?? '',
    text: clean(rest) || text,
    isReturn: /\b(terugboeking|storno|storniert|r(?:ue|ü)cklastschrift|retour|rejet)\b/i.test(text),
  }
}

/** "/OCMT/CAD47,11/CHGS/EUR1,50": the amount as ordered, and charges. */
function amountsWithin(text: string, currency: Currency): { instructed: Money | null; charges: Money | null } {
  const amountBehind = (word: string) => {
    const match = new RegExp(`/${word}/([A-Z]{3})(\\d+,?\\d{0,3})`).exec(text)
    return match && isCurrency(match[1]!) ? (parseMoney(match[2]!.replace(/,$/, '').replace(',', '.'), match[1]) ?? null) : null
  }
  const charges = amountBehind('CHGS')
  return { instructed: amountBehind('OCMT'), charges: charges?.currency === currency ? charges : null }
}

function unwrapped(value: string): string {
  const lines = value.split('\n')
  return lines
    .reduce((soFar, line, index) => (index === 0 ? line : soFar + (lines[index - 1]!.length >= wrapAt ? '' : '\n') + line), '')
    .replace(/\n(?=\?\d\d)/g, '')
    .replace(/\n/g, ' ')
}

function given(text: string): string | null {
  const trimmed = clean(text)
  return trimmed === '' || /^(NOTPROVIDED|NONREF|KREF\+?|EREF\+?|NOREF|S +X)$/i.test(trimmed) ? null : trimmed.slice(0, 140)
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
