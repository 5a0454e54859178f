import { decodeNamed } from './decode-text.ts'
import { fieldTooLong, importLimits, lineTooLong } from './limits.ts'

/** One property of a vCard: `item1.TEL;TYPE=work,voice:+41 44 …`, unfolded and decoded, its value still escaped. */
export interface CardLine {
  /** The number of its first line in the file, from 1. */
  line: number
  group: string
  /** Upper case. */
  name: string
  /** Upper-case names; vCard 2.1's bare words (`TEL;WORK`) are under TYPE. Values as written, TYPE in lower case. */
  parameters: ReadonlyMap<string, readonly string[]>
  value: string
  /** Quoted-printable was undone: its line breaks are real, and its commas mean themselves. */
  isDecoded: boolean
}

/**
 * The properties of a vCard file, one after the other, of any version (2.1, RFC 2426, RFC 6350): lines are unfolded,
 * quoted-printable and its character set are decoded, pictures, sounds and keys are passed over.
 * Fails with `import_line_too_long` and `import_field_too_long`; holds no more than one property at a time.
 */
export function* cardLines(text: string): Generator<CardLine> {
  const lines = physicalLines(text)
  let current = lines.next()
  while (!current.done) {
    const start = current.value
    const head = readHead(start.text)
    if (!head) {
      current = lines.next()
      continue
    }
    const isSkipped = binaryNames.has(head.name) || head.isBase64
    const isQuoted = head.isQuotedPrintable
    let value = start.text.slice(head.valueAt)
    current = lines.next()
    while (!current.done && continues(value, current.value.text, isQuoted)) {
      value = isQuoted && value.endsWith('=') ? value.slice(0, -1) + current.value.text.replace(/^[ \t](?==|$)/, '') : value + current.value.text.slice(1)
      if (isSkipped) value = ''
      else if (value.length > importLimits.lineLengthMax) lineTooLong(start.number)
      current = lines.next()
    }
    if (isSkipped) continue
    if (value.length > importLimits.lineLengthMax) lineTooLong(start.number)
    const decoded = isQuoted ? decodeQuotedPrintable(value, head.parameters.get('CHARSET')?.[0]) : value
    if (decoded.length > importLimits.fieldLengthMax && !head.name.startsWith('X-')) fieldTooLong(start.number)
    yield { line: start.number, group: head.group, name: head.name, parameters: head.parameters, value: decoded, isDecoded: isQuoted }
  }
}

/** Splits at a separator that is not escaped: `a\;b;c` at `;` is two parts. The parts are unescaped. */
export function splitValue(value: string, separator: ';' | ','): string[] {
  const parts: string[] = ['']
  for (let index = 0; index < value.length; index += 1) {
    const letter = value[index]!
    if (letter === '\\' && index + 1 < value.length) {
      parts[parts.length - 1] += letter + value[(index += 1)]!
    } else if (letter === separator) {
      parts.push('')
    } else {
      parts[parts.length - 1] += letter
    }
  }
  return parts.map(unescapeValue)
}

/** RFC 6350 3.4: backslash before comma, semicolon, backslash and n; older programs escape the colon and quotes as well. */
export function unescapeValue(value: string): string {
  return value
    .replace(/\\([nN,;:\\"])/g, (_whole, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter))
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .trim()
}

const binaryNames = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'X-MS-CARDPICTURE', 'X-MS-OL-DESIGN', 'LABEL'])

function continues(value: string, next: string, isQuoted: boolean): boolean {
  if (isQuoted && value.endsWith('=')) return true
  return next.startsWith(' ') || next.startsWith('\t')
}

interface Head {
  group: string
  name: string
  parameters: Map<string, string[]>
  isBase64: boolean
  isQuotedPrintable: boolean
  valueAt: number
}

/** Undefined for a line that is no property, which is passed over: Outlook leaves empty ones after a picture. */
function readHead(line: string): Head | undefined {
  const valueAt = colonAt(line) + 1
  if (valueAt === 0 || valueAt > 2_000) return undefined
  const [label = '', ...written] = splitOutsideQuotes(line.slice(0, valueAt - 1))
  const match = /^(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)$/.exec(label.trim())
  if (!match) return undefined
  const parameters = readParameters(written)
  const encoding = parameters.get('ENCODING')?.[0]?.toLowerCase()
  const types = parameters.get('TYPE') ?? []
  return {
    group: (match[1] ?? '').toLowerCase(),
    name: match[2]!.toUpperCase(),
    parameters,
    isBase64: encoding === 'base64' || encoding === 'b' || types.includes('base64'),
    isQuotedPrintable: encoding === 'quoted-printable' || types.includes('quoted-printable'),
    valueAt,
  }
}

function readParameters(written: readonly string[]): Map<string, string[]> {
  const parameters = new Map<string, string[]>()
  for (const parameter of written.slice(0, 40)) {
    const equals = parameter.indexOf('=')
    const name = equals < 0 ? 'TYPE' : parameter.slice(0, equals).trim().toUpperCase()
    const value = parameter
      .slice(equals + 1)
      .replace(/"/g, '')
      .trim()
    const values = name === 'TYPE' ? value.toLowerCase().split(',') : [value]
    parameters.set(name, [...(parameters.get(name) ?? []), ...values])
  }
  return parameters
}

function colonAt(line: string): number {
  let isInQuotes = false
  for (let index = 0; index < line.length && index < 2_000; index += 1) {
    if (line[index] === '"') isInQuotes = !isInQuotes
    else if (line[index] === ':' && !isInQuotes) return index
  }
  return line.slice(0, 2_000).indexOf(':')
}

function splitOutsideQuotes(text: string): string[] {
  return text.match(/(?:"[^"]*"|[^;"]|"(?![^"]*"))+/g) ?? []
}

function decodeQuotedPrintable(value: string, charset: string | undefined): string {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (const part of value.match(/=[0-9A-Fa-f]{2}|=|[^=]+/g) ?? []) {
    if (part.length === 3 && part[0] === '=') bytes.push(Number.parseInt(part.slice(1), 16))
    else for (const byte of encoder.encode(part)) bytes.push(byte)
  }
  return decodeNamed(Uint8Array.from(bytes), charset)
}

function* physicalLines(text: string): Generator<{ number: number; text: string }> {
  let number = 1
  let start = 0
  while (start < text.length) {
    const end = nextBreak(text, start)
    yield { number, text: text.slice(start, end) }
    start = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
    number += 1
  }
}

function nextBreak(text: string, start: number): number {
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 10 || code === 13) return index
  }
  return text.length
}
