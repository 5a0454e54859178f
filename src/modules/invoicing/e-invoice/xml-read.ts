import type { XmlElement } from '../../../platform/xml/read-xml.ts'
import { currencies } from './code-lists/short-lists.ts'
import type { Finding } from './finding.ts'
import { StructureFindings, type Place } from './xml-findings.ts'
import { emptyRecord, entriesByName, type Entry } from './xml-rules.ts'
import { occurrencesIn, type Occurrence, type XmlSyntax } from './xml-syntax.ts'
import type { Rule } from './xml-table.ts'
import { parseValue } from './xml-values.ts'

type Fields = Record<string, unknown>

interface Reading {
  readonly syntax: XmlSyntax
  readonly findings: StructureFindings
  /** Amounts with the currency they name. */
  readonly currencies: { readonly place: Place; readonly currency: string }[]
}

/**
 * Reads an element by the table of its syntax. What has no place in the table is told as a finding and passed over;
 * where something stands twice that may stand once, the first counts.
 */
export function readByTable(root: XmlElement, syntax: XmlSyntax): { fields: Fields; findings: Finding[]; amountsNotIn(currency: string | null): Finding[] } {
  const reading: Reading = { syntax, findings: new StructureFindings(), currencies: [] }
  const place: Place = { element: root, name: nameOf(root, syntax), parent: undefined }
  const fields = emptyRecord(syntax.rules)
  readChildren(reading, { place, rules: syntax.rules, into: fields })
  return { fields, findings: reading.findings.found, amountsNotIn: (currency) => amountsNotIn(reading, currency) }
}

function amountsNotIn(reading: Reading, currency: string | null): Finding[] {
  const findings = new StructureFindings()
  for (const amount of reading.currencies) {
    if (currency !== null && amount.currency !== currency) findings.add('currency', amount.place, { value: amount.currency, severity: 'warning' })
  }
  return findings.found
}

function readChildren(reading: Reading, { place, rules, into }: { place: Place; rules: readonly Rule[]; into: Fields }): void {
  const entries = entriesByName(rules)
  const order = occurrencesIn(reading.syntax, place.name) ?? []
  const seen = new Set<string>()
  let latest = 0
  for (const element of place.element.children) {
    const child: Place = { element, name: nameOf(element, reading.syntax), parent: place }
    const at = order.findIndex(({ name }) => name === child.name)
    if (at !== -1 && at < latest) reading.findings.add('misplaced', child)
    latest = Math.max(latest, at)
    const entry = entries.get(child.name)
    if (!entry) reading.findings.add(at === -1 && isOurs(child.name, reading.syntax) ? 'unknown' : 'unused', child)
    else if (seen.has(child.name) && !isList(entry.rule)) tellRepeated(reading, { child, entry, occurrence: order[at] })
    else readOne(reading, { place: child, entry, into })
    seen.add(child.name)
  }
  for (const { name, isMandatory } of order) if (isMandatory && !seen.has(name)) reading.findings.add('missing', place, { child: name })
}

function isList(rule: Rule): boolean {
  return rule.is === 'many' || rule.is === 'values'
}

/** In a syntax whose table is not complete, an element of its own namespaces may still be right: it is merely not used. */
function isOurs(name: string, syntax: XmlSyntax): boolean {
  return syntax.isComplete || name.startsWith('{')
}

function tellRepeated(reading: Reading, { child, entry, occurrence }: { child: Place; entry: Entry; occurrence: Occurrence | undefined }): void {
  const rule = 'once' in entry.rule ? entry.rule.once : undefined
  reading.findings.add('repeated', child, {
    rule,
    severity: rule !== undefined || (reading.syntax.isComplete && !occurrence?.isRepeatable) ? 'fatal' : 'warning',
  })
}

function readOne(reading: Reading, { place, entry, into }: { place: Place; entry: Entry; into: Fields }): void {
  const { rule, here } = entry
  const fields = here ? ((into[here.field] ??= emptyRecord(here.rules)) as Fields) : into
  switch (rule.is) {
    case 'fixed':
      if (rule.isChecked && place.element.text.trim().toLowerCase() !== rule.value.toLowerCase())
        reading.findings.add('malformed', place, { value: place.element.text.trim(), severity: 'warning' })
      return
    case 'values': {
      const value = valueOf(reading, place, rule.as)
      if (value !== null) (fields[rule.field] as unknown[]).push(value)
      return
    }
    case 'text':
      return readText(reading, { place, rule, into: fields })
    case 'identifier':
      fields[rule.field] = valueOf(reading, place, 'identifier')
      return
    case 'inside':
      if (place.element.children.length === 0) fillGroups(rule.rules, fields)
      return readChildren(reading, { place, rules: rule.rules, into: fields })
    case 'one': {
      const group = emptyRecord(rule.rules)
      fields[rule.field] = group
      return readChildren(reading, { place, rules: rule.rules, into: group })
    }
    case 'many': {
      const group = emptyRecord(rule.rules)
      ;(fields[rule.field] as Fields[]).push(group)
      return readChildren(reading, { place, rules: rule.rules, into: group })
    }
  }
}

/** An empty element that stands for a group of the model still is that group: BR-CO-19 tells that it says nothing. */
function fillGroups(rules: readonly Rule[], into: Fields): void {
  for (const rule of rules) if (rule.is === 'here') into[rule.field] ??= emptyRecord(rule.rules)
}

function readText(reading: Reading, { place, rule, into }: { place: Place; rule: Extract<Rule, { is: 'text' }>; into: Fields }): void {
  const trimmed = textOf(reading, place)
  if (trimmed === null) return
  // Terms of payment end with a line break where XRechnung asks for one (BR-DE-18), so they stay as they are.
  const text = rule.kind === 'verbatim' ? place.element.text : trimmed
  const value = parseValue(rule.kind, text)
  if (value === undefined) reading.findings.add('malformed', place, { value: text })
  into[rule.field] = value ?? text
  for (const [name, source] of Object.entries(rule.attributes)) {
    const attribute = place.element.attributes[name]?.trim() || null
    if (name === 'currencyID') tellStrangeCurrency(reading, place, attribute)
    if (source !== 'currency' && 'field' in source) into[source.field] = attribute
    else if (attribute === null) reading.findings.add('attribute', place, { child: `@${name}` })
    else if (source === 'currency') reading.currencies.push({ place, currency: attribute })
    else if (source.fixed !== attribute) reading.findings.add('attribute', place, { child: `@${name}`, value: attribute })
  }
}

function valueOf(reading: Reading, place: Place, as: 'text' | 'identifier' | 'amount'): unknown {
  const text = textOf(reading, place)
  const attribute = (name: string) => place.element.attributes[name]?.trim() || null
  // An identifier that says only its scheme is one still: the rules about schemes are about it too.
  if (as === 'identifier' && (text !== null || attribute('schemeID') !== null)) return { id: text ?? '', scheme: attribute('schemeID') }
  if (text === null || as === 'text') return text
  if (parseValue('decimal', text) === undefined) reading.findings.add('malformed', place, { value: text })
  tellStrangeCurrency(reading, place, attribute('currencyID'))
  return { amount: text, currency: attribute('currencyID') }
}

/** BR-CL-03: each amount names a currency of ISO 4217. */
function tellStrangeCurrency(reading: Reading, place: Place, currency: string | null): void {
  if (currency !== null && !currencies.has(currency)) reading.findings.add('currency', place, { rule: 'BR-CL-03', value: currency })
}

/** The text of an element that carries text, without the white space around; null and a finding where there is none. */
function textOf(reading: Reading, place: Place): string | null {
  for (const element of place.element.children) {
    reading.findings.add('unknown', { element, name: nameOf(element, reading.syntax), parent: place })
  }
  const text = place.element.text.trim()
  if (text !== '') return text
  reading.findings.add('empty', place, { severity: 'warning' })
  return null
}

/** The name with the prefix that the syntax's table uses, whatever the file uses; "{namespace}name" for strangers. */
function nameOf(element: XmlElement, syntax: XmlSyntax): string {
  const prefix = syntax.prefixes[element.namespace]
  if (prefix === undefined) return `{${element.namespace}}${element.name}`
  return prefix === '' ? element.name : `${prefix}:${element.name}`
}
