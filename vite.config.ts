import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The office app. Built to dist/office, which the server serves at "/"; `vite` alone proxies /api to a running server. */
export default defineConfig({
  root: here('src/web'),
  base: '/',
  plugins: [react(), firstLoad({ bytesMax: 160_000 })],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: here('dist/office'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: true,
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: [here('.')] },
    proxy: { '/api': process.env['CLOUDBURO_SERVER'] ?? 'http://127.0.0.1:4100' },
  },
})

/**
 * Says what the first load weighs, gzipped: the entry, what it imports, its styles, and the texts of the longest language.
 * A build above the limit fails.
 */
function firstLoad(options: { bytesMax: number }): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const sizeOf = (content: string | Uint8Array) => gzipSync(content).length
      const seen = new Set<string>()
      const visit = (name: string): number => {
        const part = bundle[name]
        if (!part || seen.has(name)) return 0
        seen.add(name)
        if (part.type === 'asset') return sizeOf(part.source)
        const styles = [...(part.viteMetadata?.importedCss ?? [])].reduce((sum, style) => sum + visit(style), 0)
        return sizeOf(part.code) + styles + part.imports.reduce((sum, imported) => sum + visit(imported), 0)
      }
      const entries = Object.values(bundle).filter((part) => part.type === 'chunk' && part.isEntry)
      const languages = Object.values(bundle).flatMap((part) => (part.type === 'chunk' && part.name.startsWith('shell-') ? [sizeOf(part.code)] : []))
      const bytes = entries.reduce((sum, entry) => sum + visit(entry.fileName), 0) + Math.max(0, ...languages)
      console.log(`first load: ${(bytes / 1000).toFixed(1)} kB gzip of ${options.bytesMax / 1000} kB`)
      if (bytes > options.bytesMax) this.error('the first load is too heavy: load the new part lazily')
    },
  }
}
