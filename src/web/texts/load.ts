import { chooseLanguage, isLanguage, type Language } from '../../kernel/language.ts'
import type { LoadedTexts } from '../kit/texts.tsx'

const loaders = {
  en: () => import('./all-en.ts'),
  de: () => import('./all-de.ts'),
  fr: () => import('./all-fr.ts'),
  it: () => import('./all-it.ts'),
} as const

const storageKey = 'cloudburo.language'

/** Fetches the texts of one language and nothing of the others. */
export async function loadTexts(language: Language): Promise<LoadedTexts> {
  const { texts } = await loaders[language]()
  return { language, texts }
}

/** What the person chose on this machine, else what the browser asks for. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(storageKey) ?? ''
  return isLanguage(chosen) ? chosen : chooseLanguage(navigator.languages)
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
}
