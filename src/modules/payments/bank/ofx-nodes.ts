import { refuse } from './decode.ts'

/** An aggregate of an OFX file: its elements by name and its aggregates in their order. */
export interface OfxNode {
  readonly name: string
  readonly values: ReadonlyMap<string, string>
  readonly children: readonly OfxNode[]
}

interface Building {
  name: string
  values: Map<string, string>
  children: Building[]
}

const nodesMax = 600_000
const depthMax = 40

/** Whatever text stands behind them, these hold elements. */
const alwaysAggregate = /^(STMTTRN|STMTRS|CCSTMTRS|INVSTMTRS)$/

/**
 * Reads OFX 1 (SGML, where an element's end is often left out) and OFX 2 (XML) alike: an element is a name with a value
 * behind it, an aggregate one with none that is closed somewhere. Fails with `xml_doctype_refused`, `xml_too_large`, `ofx_malformed`.
 */
export function readOfxNodes(text: string): OfxNode {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) refuse('xml_doctype_refused')
  const root: Building = { name: '', values: new Map(), children: [] }
  const open: Building[] = [root]
  let count = 0
  const closed = new Set(Array.from(text.matchAll(/<\/([A-Za-z0-9._]{1,40})\s*>/g), (match) => match[1]!.toUpperCase()))
  for (const match of text.matchAll(/<(\/?)([A-Za-z0-9._]{1,40})\s*(\/?)>([^<]*)/g)) {
    if ((count += 1) > nodesMax) refuse('xml_too_large', { elementsMax: nodesMax / 2 })
    const name = match[2]!.toUpperCase()
    const value = entitiesResolved(match[4]!).replace(/\s+/g, ' ').trim()
    if (match[1]) close(open, name)
    else if (match[3]) open.at(-1)!.values.set(name, '')
    else if (!alwaysAggregate.test(name) && (value !== '' || !closed.has(name))) setOnce(open.at(-1)!, name, value)
    else {
      const node: Building = { name, values: new Map(), children: [] }
      open.at(-1)!.children.push(node)
      open.push(node)
      if (open.length > depthMax) refuse('ofx_malformed')
    }
  }
  return root
}

/** Ends the innermost open aggregate of that name; the end of a mere element ends nothing. */
function close(open: Building[], name: string): void {
  const at = open.findLastIndex((node) => node.name === name)
  if (at < 1) return
  // An empty element that is closed was taken for an aggregate: it becomes an element after all.
  const node = open[at]!
  open.length = at
  const parent = open.at(-1)!
  if (node.values.size === 0 && node.children.length === 0) parent.values.set(name, '')
}

function setOnce(node: Building, name: string, value: string): void {
  if (!node.values.has(name)) node.values.set(name, value)
}

/** All aggregates of that name, at any depth, in their order. */
export function allNamed(node: OfxNode, name: string): OfxNode[] {
  return node.children.flatMap((each) => (each.name === name ? [each] : allNamed(each, name)))
}

export function oneNamed(node: OfxNode, name: string): OfxNode | undefined {
  return allNamed(node, name)[0]
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function entitiesResolved(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|([a-z]{2,4}));/gi, (whole, code, name) => {
    if (name !== undefined) return named[(name as string).toLowerCase()] ?? whole
    const point = Number(code)
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : ''
  })
}
