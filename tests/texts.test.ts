import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { languages } from '../src/kernel/language.ts'
import type { Text, Texts } from '../src/kernel/text.ts'
import { modules } from '../src/modules/modules.ts'
import { hasText } from '../src/modules/texts.ts'

const root = join(import.meta.dirname, '..')
const sources = (readdirSync(join(root, 'src'), { recursive: true }) as string[])
  .map((name) => `src/${name}`)
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
const textFolders = sources.filter((path) => path.endsWith('/texts/en.ts')).map((path) => path.slice(0, -'en.ts'.length))

test('every text exists in every language, with the same placeholders', async () => {
  const problems: string[] = []
  for (const folder of textFolders) {
    const english = await textsOf(folder, 'en')
    for (const language of languages) {
      const texts = await textsOf(folder, language)
      for (const key of new Set([...Object.keys(english), ...Object.keys(texts)])) {
        if (placeholdersIn(english[key]) !== placeholdersIn(texts[key])) problems.push(`${folder}${language}.ts: ${key}`)
      }
    }
  }
  expect(problems).toEqual([])
})

test('every failure that can be named has a text', () => {
  const problems = sources.flatMap((path) =>
    failuresIn(codeOf(path))
      .filter((code) => !hasText(`failure.${code}`))
      .map((code) => `${path}: failure.${code}`),
  )
  expect(problems).toEqual([])
})

test('every key that a screen asks for has a text', async () => {
  const known = new Set<string>()
  for (const folder of textFolders) for (const key of Object.keys(await textsOf(folder, 'en'))) known.add(key)
  const problems = sources
    .filter((path) => path.includes('/web/') && !path.includes('/texts/') && !path.includes('/kit/gallery'))
    .flatMap((path) =>
      [...codeOf(path).matchAll(/\bt\('([^']+)'|\btitle: '([a-z][\w-]*\.[\w.-]+)'/g)]
        .map((match) => (match[1] ?? match[2]) as string)
        .filter((key) => !known.has(key))
        .map((key) => `${path}: ${key}`),
    )
  for (const { contract } of modules) {
    for (const [name, operation] of Object.entries(contract)) {
      if (operation.command && !known.has(`command.${name}`)) problems.push(`command.${name}`)
    }
  }
  expect(problems).toEqual([])
})

async function textsOf(folder: string, language: string): Promise<Texts> {
  const file = (await import(/* @vite-ignore */ pathToFileURL(join(root, folder, `${language}.ts`)).href)) as Record<string, Texts>
  return file[language] ?? {}
}

/** The file without its comments, whose examples are no promises. */
function codeOf(path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

function placeholdersIn(text: Text | undefined): string {
  if (text === undefined) return 'missing'
  const whole = typeof text === 'string' ? text : `${text.one}\n${text.other}`
  return [...new Set([...whole.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].toSorted().join(' ')
}

function failuresIn(text: string): string[] {
  const direct = /\bfail\(\s*'([a-z0-9_]+)'|\bcode: '([a-z0-9_]+)',\s*kind:|\b(?:error|message): '([a-z0-9]+_[a-z0-9_]+)'/g
  const codes = [...text.matchAll(direct)].map((match) => (match[1] ?? match[2] ?? match[3]) as string)
  for (const [call] of text.matchAll(/\binvalid\(\{[^}]*\}\)/g)) {
    for (const [, code] of call.matchAll(/[:?]\s*'([a-z0-9_]+)'/g)) codes.push(code as string)
  }
  return codes
}
