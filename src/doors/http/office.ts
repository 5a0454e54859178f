import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Hono } from 'hono'

const contentTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
}

interface Asset {
  readonly path: string
  readonly type: string
  readonly isText: boolean
  readonly isForever: boolean
  /** Read when first asked for: texts zipped, the rest as it is. */
  bytes: Promise<Buffer<ArrayBuffer>> | undefined
}

/** The built office; what was asked for once is held in memory, zipped. Every path that is no file is a page of the office. */
export function addOffice(application: Hono, directory: string): void {
  const assets = findAssets(directory)
  application.get('*', async (context) => {
    const path = new URL(context.req.url).pathname
    const asset = assets.get(path) ?? (/\.\w+$/.test(path) ? undefined : assets.get('/index.html'))
    if (!asset) return context.text(assets.size === 0 ? 'The office is not built: run bin/start.' : 'Not found', 404)
    const headers = new Headers({
      'content-type': asset.type,
      'cache-control': asset.isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    })
    const bytes = await (asset.bytes ??= load(asset))
    if (!asset.isText) return new Response(bytes, { headers })
    if (!(context.req.header('accept-encoding') ?? '').includes('gzip')) return new Response(await unzip(bytes), { headers })
    headers.set('content-encoding', 'gzip')
    return new Response(bytes, { headers })
  })
}

function findAssets(directory: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  if (!existsSync(directory)) return assets
  for (const name of readdirSync(directory, { recursive: true }) as string[]) {
    const path = join(directory, name)
    if (!statSync(path).isFile() || name.endsWith('.map')) continue
    const type = contentTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
    const isText = /^(text|image\/svg|application\/(json|manifest))/.test(type)
    assets.set(`/${relative(directory, path).replaceAll('\\', '/')}`, { path, type, isText, isForever: name.includes('assets'), bytes: undefined })
  }
  return assets
}

async function load(asset: Asset): Promise<Buffer<ArrayBuffer>> {
  const bytes = await readFile(asset.path)
  return asset.isText ? zip(bytes, { level: 9 }) : bytes
}

const zip = promisify(gzip)
const unzip = promisify(gunzip)
