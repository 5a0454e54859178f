import type { Language } from '../kernel/language.ts'
import { fillText, type TextParameters, type Texts } from '../kernel/text.ts'

const registered = new Map<Language, Map<string, Texts[string]>>()

/** Makes a module's texts known to the server; called once per language and module by its index.ts. */
export function registerTexts(texts: Readonly<Record<Language, Texts>>): void {
  for (const [language, entries] of Object.entries(texts) as [Language, Texts][]) {
    const known = registered.get(language) ?? new Map<string, Texts[string]>()
    for (const [key, text] of Object.entries(entries)) known.set(key, text)
    registered.set(language, known)
  }
}

/** A text in a language: on documents, mails, the customer's pages, and in problem documents. The key where it is missing. */
export function textIn(language: Language, key: string, parameters: TextParameters = {}): string {
  const text = registered.get(language)?.get(key) ?? registered.get('en')?.get(key)
  return text === undefined ? key : fillText(text, language, parameters)
}

/** Whether the server has a text for the key. */
export function hasText(key: string): boolean {
  return registered.get('en')?.has(key) ?? false
}
