import { inflateSync } from 'node:zlib'

/** An object of a PDF file: its entries as they are written, and its stream unpacked. */
export interface PdfObject {
  readonly id: number
  readonly text: string
  readonly stream: Uint8Array | null
}

/** A PDF taken apart as far as our own files need it: no object streams, no encryption. */
export interface PdfFile {
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly trailer: string
  find(pattern: RegExp): PdfObject[]
  /** The object that `/Key 12 0 R` within another points to. */
  follow(from: PdfObject, key: string): PdfObject | undefined
}

export function takeApart(bytes: Uint8Array): PdfFile {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const match of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id, body] = match
    const at = body!.indexOf('\nstream\n')
    const text = at < 0 ? body! : body!.slice(0, at)
    const raw = at < 0 ? null : Buffer.from(body!.slice(at + 8, body!.lastIndexOf('\nendstream')), 'latin1')
    const stream = raw && (text.includes('/Filter /FlateDecode') ? inflateSync(raw) : raw)
    objects.set(Number(id), { id: Number(id), text, stream: stream && new Uint8Array(stream) })
  }
  return {
    objects,
    trailer: file.slice(file.lastIndexOf('trailer')),
    find: (pattern) => [...objects.values()].filter((object) => pattern.test(object.text)),
    follow: (from, key) => objects.get(Number(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(from.text)?.[1])),
  }
}

/** The text of a stream, sign by sign. */
export function streamText(object: PdfObject): string {
  return Buffer.from(object.stream ?? []).toString('latin1')
}
