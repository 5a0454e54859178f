import type { Rule } from './xml-table.ts'

/** How often an element may stand in its parent. */
export interface Occurrence {
  readonly name: string
  readonly isMandatory: boolean
  readonly isRepeatable: boolean
}

/** A syntax: its namespaces, the elements of each type in schema order, and the type of each element. */
export interface XmlSyntax {
  /** The name of the root element, with our prefix. */
  readonly root: string
  /** The prefix we use for each namespace; '' is that of the root. */
  readonly prefixes: Readonly<Record<string, string>>
  /** Type name → its elements in order, as "cbc:ID cbc:Note* cac:Item?". */
  readonly types: Readonly<Record<string, string>>
  /** Element name → type name, where it is not the element's own name. */
  readonly typeOf: Readonly<Record<string, string>>
  /** The table of the root element. */
  readonly rules: readonly Rule[]
  /** Whether the types name all that the schema allows, so that anything else is an error and not merely unused. */
  readonly isComplete: boolean
}

const parsed = new WeakMap<XmlSyntax, Map<string, readonly Occurrence[] | undefined>>()

/** The elements that may stand in this one, in the order of the schema; undefined where the syntax does not say. */
export function occurrencesIn(syntax: XmlSyntax, elementName: string): readonly Occurrence[] | undefined {
  let known = parsed.get(syntax)
  if (!known) parsed.set(syntax, (known = new Map()))
  if (!known.has(elementName)) {
    const type = syntax.typeOf[elementName] ?? elementName.replace(/^\w+:/, '')
    known.set(elementName, Object.hasOwn(syntax.types, type) ? parseType(syntax.types[type]!) : undefined)
  }
  return known.get(elementName)
}

function parseType(text: string): Occurrence[] {
  return text.split(/\s+/).map((word) => ({
    name: word.replace(/[?*+]$/, ''),
    isMandatory: !/[?*]$/.test(word),
    isRepeatable: /[*+]$/.test(word),
  }))
}
