/** The languages of the interface and of every document, from the first screen on. */
export const languages = ['en', 'de', 'fr', 'it'] as const

export type Language = (typeof languages)[number]

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text)
}

/** The best language for an Accept-Language header or a browser's list; English when none is ours. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.trim().slice(0, 2).toLowerCase()
    if (isLanguage(primary)) return primary
  }
  return 'en'
}
