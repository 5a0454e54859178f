import { emptyRecord, entriesOf, type Entry } from './xml-rules.ts'
import type { XmlSyntax } from './xml-syntax.ts'
import type { AmountInCurrency, Rule } from './xml-table.ts'
import { spellValue } from './xml-values.ts'

type Fields = Readonly<Record<string, unknown>>

interface Writing {
  readonly syntax: XmlSyntax
  /** BT-5, for amounts that name their currency. */
  readonly currency: string | null
}

/** What a part of the document gives: its text, and whether a term of the model is in it or only what always stands there. */
interface Written {
  readonly text: string
  readonly isReal: boolean
}

const nothing: Written = { text: '', isReal: false }

/**
 * Writes a document by the table of its syntax: UTF-8, elements in schema order, two spaces per level, empty groups left
 * out. The same fields give the same bytes.
 */
export function writeByTable(fields: Fields, syntax: XmlSyntax, currency: string | null): Uint8Array {
  const namespaces = Object.entries(syntax.prefixes).map(([uri, prefix]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${uri}"`)
  const { text } = writeChildren({ syntax, currency }, { name: syntax.root, rules: syntax.rules, fields, indent: '  ' })
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n<${syntax.root}${namespaces.join('')}>\n${text}</${syntax.root}>\n`)
}

interface Part {
  readonly name: string
  readonly rules: readonly Rule[]
  readonly fields: Fields
  readonly indent: string
}

function writeChildren(writing: Writing, { name, rules, fields, indent }: Part): Written {
  let text = ''
  let isReal = false
  for (const entry of entriesOf(writing.syntax, name, rules)) {
    const written = writeEntry(writing, entry, { fields, indent })
    text += written.text
    isReal ||= written.isReal
  }
  return { text, isReal }
}

function writeEntry(writing: Writing, { rule, here }: Entry, { fields, indent }: { fields: Fields; indent: string }): Written {
  const own = here ? ((fields[here.field] ?? emptyRecord(here.rules)) as Fields) : fields
  switch (rule.is) {
    case 'fixed':
      return { text: element({ name: rule.name, value: rule.value, indent }).text, isReal: false }
    case 'text': {
      const value = (own[rule.field] ?? null) as string | null
      if (value === null) return nothing
      return element({ name: rule.name, value: spellValue(rule.kind, value), indent, attributes: attributesOf(writing, rule, own) })
    }
    case 'identifier':
      return writeValue((own[rule.field] ?? null) as Value | null, { name: rule.name, indent })
    case 'values':
      return together((own[rule.field] as readonly Value[]).map((value) => writeValue(value, { name: rule.name, indent })))
    case 'inside':
      return writeInside(writing, rule, { fields: own, indent })
    case 'one': {
      const group = (own[rule.field] ?? null) as Fields | null
      return group === null ? nothing : writeGroup(writing, { name: rule.name, rules: rule.rules, fields: group, indent })
    }
    case 'many':
      return together((own[rule.field] as readonly Fields[]).map((group) => writeGroup(writing, { name: rule.name, rules: rule.rules, fields: group, indent })))
  }
}

function writeGroup(writing: Writing, part: Part): Written {
  const inner = writeChildren(writing, { ...part, indent: `${part.indent}  ` })
  return inner.isReal ? { text: wrap(part, inner.text), isReal: true } : nothing
}

/** An element with nothing of the model in it is left out, unless all it ever holds is fixed, or the schema demands it. */
function writeInside(writing: Writing, rule: Extract<Rule, { is: 'inside' }>, { fields, indent }: { fields: Fields; indent: string }): Written {
  const inner = writeChildren(writing, { name: rule.name, rules: rule.rules, fields, indent: `${indent}  ` })
  if (inner.isReal || isFixed(rule)) return { text: wrap({ name: rule.name, indent }, inner.text), isReal: inner.isReal }
  return rule.isAlways ? { text: `${indent}<${rule.name}/>\n`, isReal: false } : nothing
}

function isFixed(rule: Rule): boolean {
  return rule.is === 'fixed' || (rule.is === 'inside' && rule.rules.every(isFixed))
}

function attributesOf(writing: Writing, rule: Extract<Rule, { is: 'text' }>, fields: Fields): [string, string | null][] {
  return Object.entries(rule.attributes).map(([name, source]) => {
    if (source === 'currency') return [name, writing.currency]
    return [name, 'fixed' in source ? source.fixed : ((fields[source.field] ?? null) as string | null)]
  })
}

type Value = string | { readonly id: string; readonly scheme: string | null } | AmountInCurrency

function writeValue(value: Value | null, { name, indent }: { name: string; indent: string }): Written {
  if (value === null) return nothing
  if (typeof value === 'string') return element({ name, value, indent })
  if ('id' in value) return element({ name, value: value.id, indent, attributes: [['schemeID', value.scheme]] })
  return element({ name, value: value.amount, indent, attributes: [['currencyID', value.currency]] })
}

function together(parts: readonly Written[]): Written {
  return { text: parts.map(({ text }) => text).join(''), isReal: parts.some(({ isReal }) => isReal) }
}

function wrap({ name, indent }: { name: string; indent: string }, inner: string): string {
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`
}

function element(options: { name: string; value: string; indent: string; attributes?: readonly (readonly [string, string | null])[] }): Written {
  const { name, value, indent, attributes = [] } = options
  const written = attributes.map(([key, text]) => (text === null ? '' : ` ${key}="${escape(text)}"`)).join('')
  return { text: `${indent}<${name}${written}>${escape(value)}</${name}>\n`, isReal: true }
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** What XML 1.0 cannot carry at all (control characters, halves of a character) is left out. */
function escape(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"\r]/g, (sign) => signs[sign]!)
}
