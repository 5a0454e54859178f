import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Canvas } from '@napi-rs/canvas'
import { createWorker, OEM, type Worker } from 'tesseract.js'
import type { Language } from '../../../kernel/language.ts'

const codes: Readonly<Record<Language, string>> = { en: 'eng', de: 'deu', fr: 'fra', it: 'ita' }
const installed = createRequire(import.meta.url)

let engine: { readonly key: string; readonly worker: Worker } | undefined

/** Reads the letters of a picture. The language data lies in the packages of the project: nothing is fetched. */
export async function lettersIn(canvas: Canvas, languages: readonly Language[]): Promise<string> {
  const wanted = [...new Set(languages.length > 0 ? languages : (['en'] as const))].map((language) => codes[language])
  const key = wanted.join('+')
  if (engine?.key !== key) {
    await engine?.worker.terminate()
    engine = { key, worker: await startEngine(wanted) }
  }
  const { data } = await engine.worker.recognize(canvas.toBuffer('image/png'))
  return data.text.slice(0, 30_000)
}

/** The engine wants all its data in one folder; each language is a package. The folder is gone once the engine has read it. */
async function startEngine(languages: readonly string[]): Promise<Worker> {
  const folder = await mkdtemp(join(tmpdir(), 'cloudburo-letters-'))
  try {
    for (const code of languages) {
      const file = join(dirname(installed.resolve(`@tesseract.js-data/${code}/package.json`)), '4.0.0_best_int', `${code}.traineddata.gz`)
      await symlink(file, join(folder, `${code}.traineddata.gz`))
    }
    return await createWorker([...languages], OEM.LSTM_ONLY, { langPath: folder, cacheMethod: 'none', gzip: true })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
