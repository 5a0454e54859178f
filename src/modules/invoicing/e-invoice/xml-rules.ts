import type { Rule } from './xml-table.ts'
import { occurrencesIn, type XmlSyntax } from './xml-syntax.ts'

/** A rule about an element, and the group it fills when the syntax has no element for that group. */
export interface Entry {
  readonly rule: Exclude<Rule, { is: 'here' }>
  readonly here: { readonly field: string; readonly rules: readonly Rule[] } | undefined
}

const ordered = new WeakMap<readonly Rule[], readonly Entry[]>()
const named = new WeakMap<readonly Rule[], ReadonlyMap<string, Entry>>()

/** The rules of one element in the order of its schema. */
export function entriesOf(syntax: XmlSyntax, elementName: string, rules: readonly Rule[]): readonly Entry[] {
  const known = ordered.get(rules)
  if (known) return known
  const order = occurrencesIn(syntax, elementName)?.map(({ name }) => name)
  if (!order) throw new Error(`no type for ${elementName}`)
  const entries = flatten(rules)
  const stranger = entries.find(({ rule }) => !order.includes(rule.name))
  if (stranger) throw new Error(`${stranger.rule.name} is not in ${elementName}`)
  const sorted = entries.toSorted((left, right) => order.indexOf(left.rule.name) - order.indexOf(right.rule.name))
  ordered.set(rules, sorted)
  return sorted
}

/** The rules of one element by the name of the child. */
export function entriesByName(rules: readonly Rule[]): ReadonlyMap<string, Entry> {
  let known = named.get(rules)
  if (!known) named.set(rules, (known = new Map(flatten(rules).map((entry) => [entry.rule.name, entry]))))
  return known
}

/** A group with nothing in it: every field null, or an empty list. */
export function emptyRecord(rules: readonly Rule[]): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  for (const rule of rules) {
    if (rule.is === 'many' || rule.is === 'values') record[rule.field] = []
    else if (rule.is === 'inside') Object.assign(record, emptyRecord(rule.rules))
    else if (rule.is !== 'fixed') record[rule.field] = null
    if (rule.is === 'text') for (const source of Object.values(rule.attributes)) if (source !== 'currency' && 'field' in source) record[source.field] = null
  }
  return record
}

function flatten(rules: readonly Rule[]): Entry[] {
  return rules.flatMap((rule): Entry[] =>
    rule.is === 'here'
      ? flatten(rule.rules).map((entry) => ({ rule: entry.rule, here: { field: rule.field, rules: rule.rules } }))
      : [{ rule, here: undefined }],
  )
}
