import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The office app. Built to dist/office, which the server serves at "/"; `vite` alone proxies /api to a running server. */
export default defineConfig({
  root: here('src/web'),
  base: '/',
  plugins: [react(), onlyOurLanguages()],
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

/** React Aria carries its words in thirty languages; four are ours, and the rest would only be downloaded. */
function onlyOurLanguages(): Plugin {
  const foreign = /[\\/]intl[\\/].*[\\/](?!(?:en-US|de-DE|fr-FR|it-IT)\.)[a-z]{2}-[A-Z]{2}\.m?js$/
  return {
    name: 'only-our-languages',
    enforce: 'pre',
    load(id) {
      return id.includes('react-aria') && foreign.test(id) ? 'export default {}' : null
    },
  }
}
