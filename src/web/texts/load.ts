import { chooseLanguage, isLanguage, type Language } from '../../kernel/language.ts'
import type { Texts } from '../../kernel/text.ts'
import type { LoadedTexts } from '../kit/texts.tsx'

type Loader = () => Promise<Record<string, Texts>>

const shellTexts: Readonly<Record<Language, () => Promise<{ texts: Texts }>>> = {
  en: () => import('./shell-en.ts'),
  de: () => import('./shell-de.ts'),
  fr: () => import('./shell-fr.ts'),
  it: () => import('./shell-it.ts'),
}
const screenTexts = import.meta.glob('../../modules/*/web/texts/*.ts') as Record<string, Loader>
const moduleTexts = import.meta.glob('../../modules/*/texts/*.ts') as Record<string, Loader>

/**
 * The texts of the chosen language, fetched module by module as pages need them: the first load carries the shell's.
 * A key that is missing fetches the texts of the module that its first word names, then, should that not help, all others.
 */
let loaded: LoadedTexts = { language: 'en', texts: {} }
const fetched = new Map<string, Promise<void>>()
const watchers = new Set<() => void>()
let isGrowing = false

export function currentTexts(): LoadedTexts {
  return loaded
}

export function watchTexts(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

/** Switches to a language: the shell's texts and those of the modules already seen. */
export async function startLanguage(language: Language, modules: readonly string[] = []): Promise<void> {
  const [{ texts }, ...rest] = await Promise.all([shellTexts[language](), ...modules.map((module) => textsOf(screenTexts, module, language))])
  fetched.clear()
  for (const module of modules) fetched.set(module, Promise.resolve())
  loaded = { language, texts: Object.assign({}, ...rest, texts) as Texts, onMissing: fetchForKey }
  tell()
}

/** Fetches the texts of one module's screens, once. */
export function loadModuleTexts(module: string): Promise<void> {
  const { language } = loaded
  return once(module, async () => grow(language, await textsOf(screenTexts, module, language)))
}

/** The modules whose texts are here, to fetch them again in another language. */
export function seenModules(): readonly string[] {
  return [...fetched.keys()].filter((name) => name !== 'all')
}

function fetchForKey(key: string): void {
  const module = key.slice(0, key.indexOf('.'))
  const isKnown = `../../modules/${module}/web/texts/${loaded.language}.ts` in screenTexts
  if (isKnown && !fetched.has(module)) void loadModuleTexts(module)
  else void loadAllTexts()
}

function loadAllTexts(): Promise<void> {
  const { language } = loaded
  const loaders = [...Object.entries(moduleTexts), ...Object.entries(screenTexts)].filter(([path]) => path.endsWith(`/${language}.ts`))
  return once('all', async () => {
    const files = await Promise.all(loaders.map(([, load]) => load()))
    grow(language, Object.assign({}, ...files.map((file) => file[language])) as Texts)
  })
}

function once(name: string, work: () => Promise<void>): Promise<void> {
  const before = fetched.get(name)
  if (before) return before
  const promise = work().catch((error: unknown) => {
    fetched.delete(name)
    throw error
  })
  fetched.set(name, promise)
  return promise
}

async function textsOf(from: Record<string, Loader>, module: string, language: Language): Promise<Texts> {
  const load = from[`../../modules/${module}/web/texts/${language}.ts`]
  return load ? ((await load())[language] ?? {}) : {}
}

function grow(language: Language, more: Texts): void {
  if (language !== loaded.language) return
  loaded = { ...loaded, texts: { ...more, ...loaded.texts } }
  tell()
}

/** One rendering for all texts that arrive together. */
function tell(): void {
  if (isGrowing) return
  isGrowing = true
  queueMicrotask(() => {
    isGrowing = false
    watchers.forEach((watcher) => watcher())
  })
}

const storageKey = 'cloudburo.language'

/** What the person chose on this machine, else what the browser asks for. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(storageKey) ?? ''
  return isLanguage(chosen) ? chosen : chooseLanguage(navigator.languages)
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
}
