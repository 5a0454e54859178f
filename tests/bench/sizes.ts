import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const office = join(import.meta.dirname, '../../dist/office')

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

/** Scripts and styles that the office loads before its first page, zipped, in bytes: the entry with its static imports. */
export function firstLoadBytes(): number | undefined {
  const path = join(office, '.vite/manifest.json')
  if (!existsSync(path)) return undefined
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const add = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    for (const each of chunk.imports ?? []) add(each)
  }
  add('index.html')
  return [...files].reduce((total, file) => total + gzipSync(readFileSync(join(office, file)), { level: 9 }).length, 0)
}

/** A public page and its scripts, zipped, in bytes. */
export async function publicPageBytes(url: string): Promise<{ page: number; script: number }> {
  const html = await (await fetch(url)).text()
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] as string)
  const linked = [...html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map((match) => new URL(match[1] as string, url).href)
  const texts = [...inline, ...(await Promise.all(linked.map(async (each) => (await fetch(each)).text())))]
  return { page: gzipSync(html).length, script: texts.reduce((total, text) => total + gzipSync(text).length, 0) }
}
