import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { languages } from '../../kernel/language.ts'
import type { Text, Texts } from '../../kernel/text.ts'

const source = fileURLToPath(new URL('../../', import.meta.url))

async function textsOf(language: string): Promise<Record<string, Text>> {
  const files = globSync([`web/texts/${language}.ts`, `modules/*/texts/${language}.ts`, `modules/*/web/texts/${language}.ts`], { cwd: source })
  const loaded = await Promise.all(files.map(async (file) => (await import(`${source}${file}`)) as Record<string, Texts>))
  return Object.assign({}, ...loaded.map((file) => file[language])) as Record<string, Text>
}

test('every text exists in every language, with the same placeholders', async () => {
  const english = await textsOf('en')
  const placeholders = (text: Text) => [...new Set((JSON.stringify(text).match(/\{\w+\}/g) ?? []).filter((name) => name !== '{count}'))].sort()
  for (const language of languages) {
    const texts = await textsOf(language)
    expect({ language, keys: Object.keys(texts).sort() }).toEqual({ language, keys: Object.keys(english).sort() })
    for (const [key, text] of Object.entries(english)) expect({ key, holes: placeholders(texts[key]!) }).toEqual({ key, holes: placeholders(text) })
  }
})

test('every text that a screen names exists', async () => {
  const english = await textsOf('en')
  const missing: string[] = []
  for (const file of globSync(['web/**/*.{ts,tsx}', 'modules/*/web/**/*.{ts,tsx}'], { cwd: source })) {
    if (file.includes('gallery') || file.includes('.test.')) continue
    const code = readFileSync(`${source}${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    for (const [, key] of code.matchAll(/(?<![\w.])t\(\s*'([^'$]+)'/g)) if (!(key! in english)) missing.push(`${file}: ${key}`)
    for (const [, key] of code.matchAll(/title: '([a-z]+\.[a-z.-]+)'/g)) if (!(key! in english)) missing.push(`${file}: ${key}`)
  }
  expect(missing).toEqual([])
})
