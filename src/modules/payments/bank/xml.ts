import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { isCurrency } from '../../../kernel/currency.ts'
import { parseMoney, type Money } from '../../../kernel/money.ts'
import { refuse } from './decode.ts'

/** An element as the parser gives it: its children by name, one or several, or its text. */
export type XmlNode = string | { readonly [name: string]: XmlNode | readonly XmlNode[] }

/** More elements than the largest statement of a micro company; it bounds time and memory. */
const tagsMax = 600_000
const depthMax = 40

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: depthMax,
})

/**
 * Reads an XML document into nodes. No document type and no entities of its own are accepted: a bank has no use for
 * them, an attacker has. Fails with `xml_doctype_refused`, `xml_too_large` or `xml_malformed`.
 */
export function readXml(text: string): XmlNode {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) refuse('xml_doctype_refused')
  refuseTooManyTags(text)
  try {
    const verdict = XMLValidator.validate(text)
    if (verdict === true) return parser.parse(text) as XmlNode
  } catch {
    // The parser throws on depth and on broken tags alike; both are the same to the person.
  }
  return refuse('xml_malformed')
}

/** The first child of that name along a path; undefined where the path ends early. */
export function child(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let current = node
  for (const name of path) current = children(current, name)[0]
  return current
}

/** All children of that name, in order. */
export function children(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  if (node === undefined || typeof node === 'string' || !Object.hasOwn(node, name)) return []
  const found = node[name]!
  return Array.isArray(found) ? (found as readonly XmlNode[]) : [found as XmlNode]
}

/** The text at the end of a path, with entities resolved and white space collapsed; empty where there is none. */
export function textAt(node: XmlNode | undefined, ...path: readonly string[]): string {
  const found = child(node, ...path)
  const raw = typeof found === 'string' ? found : typeof found?.['#text'] === 'string' ? found['#text'] : ''
  return resolveEntities(raw).replace(/\s+/g, ' ').trim()
}

/** The amount of an element with its currency in the attribute Ccy; undefined where it is none. */
export function amountIn(node: XmlNode | undefined): Money | undefined {
  const currency = node === undefined || typeof node === 'string' ? undefined : node['@Ccy']
  return typeof currency === 'string' && isCurrency(currency) ? parseMoney(textAt(node).replace(/^\+/, ''), currency) : undefined
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities of XML and character references; anything else stays as it is written. */
function resolveEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name as string] ?? whole
    const code = hex !== undefined ? parseInt(hex as string, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
  })
}

function refuseTooManyTags(text: string): void {
  let count = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) count += 1
  if (count > tagsMax) refuse('xml_too_large', { elementsMax: tagsMax / 2 })
}
