import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The office app. Built to dist/office, which the server serves at "/"; `vite` alone proxies /api to a running server. */
export default defineConfig({
  root: here('src/web'),
  base: '/',
  plugins: [react()],
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
