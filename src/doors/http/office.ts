import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
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
  readonly body: Buffer
  readonly zipped: Buffer | undefined
  readonly type: string
  readonly isForever: boolean
}

/** The built office, held in memory and zipped once. Every path that is no file is a page of the office. */
export function addOffice(application: Hono, directory: string): void {
  const assets = loadAssets(directory)
  application.get('*', (context) => {
    const path = new URL(context.req.url).pathname
    const asset = assets.get(path) ?? (/\.\w+$/.test(path) ? undefined : assets.get('/index.html'))
    if (!asset) return context.text(assets.size === 0 ? 'The office is not built: run bin/start.' : 'Not found', 404)
    const headers = new Headers({
      'content-type': asset.type,
      'cache-control': asset.isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    })
    const isZipped = asset.zipped !== undefined && (context.req.header('accept-encoding') ?? '').includes('gzip')
    if (isZipped) headers.set('content-encoding', 'gzip')
    return new Response(new Uint8Array(isZipped ? (asset.zipped as Buffer) : asset.body), { headers })
  })
}

function loadAssets(directory: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  if (!existsSync(directory)) return assets
  for (const name of readdirSync(directory, { recursive: true }) as string[]) {
    const path = join(directory, name)
    if (!statSync(path).isFile() || name.endsWith('.map')) continue
    const body = readFileSync(path)
    const type = contentTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
    const zipped = /^(text|image\/svg|application\/(json|manifest))/.test(type) ? gzipSync(body, { level: 9 }) : undefined
    assets.set(`/${relative(directory, path).replaceAll('\\', '/')}`, { body, zipped, type, isForever: name.includes('assets') })
  }
  return assets
}
