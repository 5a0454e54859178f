import { SaxesParser, type SaxesAttributeNS } from 'saxes'
import { decodeXml } from './decode-xml.ts'

/** An element with its namespace resolved, whatever prefix the file gives it. */
export interface XmlElement {
  readonly namespace: string
  readonly name: string
  /** By local name; an attribute of another namespace (xsi:…) is left out. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly inside, untouched. */
  readonly text: string
  readonly line: number
}

export interface XmlLimits {
  readonly bytesMax: number
  readonly elementsMax: number
  readonly depthMax: number
}

/** Why a file is not read: it is no XML, it brings a document type, or it is larger or deeper than the limits. */
export class XmlRefused extends Error {
  readonly reason: 'malformed' | 'doctype' | 'too_large'
  readonly line: number

  constructor(reason: XmlRefused['reason'], line: number) {
    super(`${reason} in line ${line}`)
    this.name = 'XmlRefused'
    this.reason = reason
    this.line = line
  }
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

/**
 * Reads a whole XML document with namespaces, in bounded time and memory. Document types and entities of the file's own
 * are refused: no business document needs them, an attacker does. UTF-8, UTF-16 and the encodings of western Europe.
 * Throws `XmlRefused`; who asked says in its own words what that means.
 */
export function readXml(bytes: Uint8Array, limits: XmlLimits): XmlElement {
  if (bytes.length > limits.bytesMax) throw new XmlRefused('too_large', 1)
  const text = decodeXml(bytes)
  if (text === undefined) malformed(1)
  return buildTree(text, limits)
}

function buildTree(text: string, limits: XmlLimits): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const open: OpenElement[] = []
  let root: XmlElement | undefined
  let count = 0
  parser.on('error', () => malformed(parser.line))
  parser.on('doctype', () => {
    throw new XmlRefused('doctype', parser.line)
  })
  parser.on('opentag', (tag) => {
    count += 1
    if (count > limits.elementsMax || open.length >= limits.depthMax) throw new XmlRefused('too_large', parser.line)
    const element = { namespace: tag.uri, name: tag.local, attributes: ownAttributes(tag.attributes), children: [], text: '', line: parser.line }
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else root = element
    open.push(element)
  })
  const addText = (part: string) => {
    const current = open.at(-1)
    if (current) current.text += part
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return root ?? malformed(1)
}

function ownAttributes(attributes: Readonly<Record<string, SaxesAttributeNS>>): Record<string, string> {
  const own: Record<string, string> = {}
  for (const { prefix, local, value } of Object.values(attributes)) {
    if (prefix === '' && local !== 'xmlns') own[local] = value
  }
  return own
}

function malformed(line: number): never {
  throw new XmlRefused('malformed', line)
}
