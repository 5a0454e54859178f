import type { XmlElement } from '../../../platform/xml/read-xml.ts'
import type { Finding } from './finding.ts'

/** Where the reader stands: an element, and how it got there. */
export interface Place {
  readonly element: XmlElement
  /** With our prefix: "cac:InvoiceLine". */
  readonly name: string
  readonly parent: Place | undefined
}

/** More of them tell nobody anything; it bounds the answer about a hostile file. */
const findingsMax = 300

/** Collects what is wrong with the structure of a file. */
export class StructureFindings {
  readonly found: Finding[] = []

  add(what: StructureFault, place: Place, more: { rule?: string | undefined; child?: string; value?: string; severity?: Finding['severity'] } = {}): void {
    if (this.found.length >= findingsMax) return
    const path = pathOf(place)
    this.found.push({
      rule: more.rule ?? 'SCHEMA',
      severity: more.severity ?? (what === 'unused' ? 'warning' : 'fatal'),
      at: more.child === undefined ? path : `${path}/${more.child}`,
      text: `e-invoice.schema.${what}`,
      parameters: { element: more.child ?? place.name, line: place.element.line, ...(more.value === undefined ? {} : { value: more.value.slice(0, 100) }) },
    })
  }
}

/**
 * unknown: the syntax has no such element here; unused: the syntax has it, EN 16931 does not use it; misplaced: too late in
 * its parent; repeated; missing; malformed: not a number, not a day; empty; attribute: missing or another than it must be;
 * currency: an amount in another currency than the document.
 */
export type StructureFault = 'unknown' | 'unused' | 'misplaced' | 'repeated' | 'missing' | 'malformed' | 'empty' | 'attribute' | 'currency'

function pathOf(place: Place): string {
  if (!place.parent) return place.name
  const same = place.parent.element.children.filter(({ name, namespace }) => name === place.element.name && namespace === place.element.namespace)
  const index = same.length > 1 ? `[${same.indexOf(place.element) + 1}]` : ''
  return `${pathOf(place.parent)}/${place.name}${index}`
}
