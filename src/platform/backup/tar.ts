import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'

/** One file of an archive. */
export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

const blockSize = 512

/** Writes a tar archive (POSIX ustar) entry by entry; names have at most 100 bytes. Any tar reads it. */
export class TarWriter {
  readonly #target: Writable

  constructor(target: Writable) {
    this.#target = target
  }

  async add(name: string, bytes: Uint8Array | string): Promise<void> {
    const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
    await this.#write(headerOf(name, content.length))
    await this.#write(content)
    const rest = content.length % blockSize
    if (rest > 0) await this.#write(Buffer.alloc(blockSize - rest))
  }

  /** Two empty blocks end an archive: one that was cut off is recognised by their absence. */
  async end(): Promise<void> {
    await this.#write(Buffer.alloc(2 * blockSize))
    this.#target.end()
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (!this.#target.write(bytes)) await once(this.#target, 'drain')
  }
}

/** Reads the entries of a tar archive one after the other. Throws where it is damaged, cut off, or an entry is too large. */
export async function* readTar(source: Readable, options: { entryBytesMax: number }): AsyncGenerator<Entry> {
  const reader = new BlockReader(source)
  for (;;) {
    const header = await reader.read(blockSize)
    if (!header) throw new Error('The archive is cut off.')
    if (header.every((byte) => byte === 0)) return
    const name = textAt(header, 0, 100)
    const size = Number.parseInt(textAt(header, 124, 12), 8)
    if (checksumOf(header) !== Number.parseInt(textAt(header, 148, 8), 8) || !Number.isSafeInteger(size)) {
      throw new Error('This is no backup of Cloudburo, or it is damaged.')
    }
    if (size > options.entryBytesMax) throw new Error(`The archive is damaged: ${name} is too large.`)
    const padded = Math.ceil(size / blockSize) * blockSize
    const bytes = padded === 0 ? Buffer.alloc(0) : await reader.read(padded)
    if (!bytes) throw new Error('The archive is cut off.')
    yield { name, bytes: bytes.subarray(0, size) }
  }
}

class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: Readable) {
    this.#chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  /** Exactly that many bytes, or undefined where the source ends before. */
  async read(size: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [this.#held]
    let length = this.#held.length
    while (length < size) {
      const next = await this.#chunks.next()
      if (next.done) return undefined
      parts.push(next.value)
      length += next.value.length
    }
    const whole = parts.length === 1 ? this.#held : Buffer.concat(parts)
    this.#held = whole.subarray(size)
    return whole.subarray(0, size)
  }
}

function headerOf(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`too long for an archive: ${name}`)
  const header = Buffer.alloc(blockSize)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** The sum of all bytes, with the checksum's own field read as blanks. */
function checksumOf(header: Buffer): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)
}

function textAt(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? length : end).trim()
}
