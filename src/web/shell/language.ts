import { createContext, useContext } from 'react'
import type { Language } from '../../kernel/language.ts'

export const LanguageContext = createContext<(language: Language) => Promise<void>>(async () => undefined)

/** Switches the interface's language at once, and remembers it on this machine. */
export function useSwitchLanguage(): (language: Language) => Promise<void> {
  return useContext(LanguageContext)
}

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', fr: 'Français', it: 'Italiano' }
