import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The server in a few files, dist/server, for running it: 1,500 modules to read and strip one by one cost 40 MB and a
 * second at each start. Tests and the command line run from the sources, so nothing depends on it.
 */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['pg', 'pdfkit', 'fontkit', '@napi-rs/canvas', 'pdfjs-dist', 'tesseract.js'] },
  build: {
    ssr: true,
    outDir: here('dist/server'),
    emptyOutDir: true,
    target: 'node26',
    // Names stay, so that a stack trace in the log can be read.
    minify: false,
    rolldownOptions: {
      input: {
        main: here('src/main.ts'),
        worker: here('src/modules/invoicing/pdf/worker.ts'),
        'embedded-invoice-worker': here('src/modules/invoicing/e-invoice/embedded/worker.ts'),
        reader: here('src/modules/expenses/scanning/reader.ts'),
      },
      // All in one folder: the worker is found beside what starts it.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
