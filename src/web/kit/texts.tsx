import { createContext, useContext, useMemo } from 'react'
import type { Language } from '../../kernel/language.ts'
import { fillText, type Text, type TextParameters, type Texts } from '../../kernel/text.ts'
import type { Problem } from './problem.ts'

/** The loaded texts of one language; the shell provides them. */
export interface LoadedTexts {
  readonly language: Language
  readonly texts: Texts
  /** Asked for a text that is not here yet: fetches it, and what shows it renders again. */
  readonly onMissing?: (key: string) => void
}

export const TextsContext = createContext<LoadedTexts>({ language: 'en', texts: {} })

export interface Translator {
  /** `t('work.left', { count: 2 })`. A text that is still on its way is empty for a moment; a test finds keys without a text. */
  readonly t: (key: string, parameters?: TextParameters) => string
  /** Whether there is such a text. */
  readonly has: (key: string) => boolean
  /** What a problem means, as one or two sentences: what happened and what to do. */
  readonly describe: (problem: Problem) => string
  /** What is wrong with one field, by its code. */
  readonly describeField: (code: string, fromServer?: string) => string
  readonly language: Language
}

/** The texts of the chosen language: `const { t } = useTexts()`. */
export function useTexts(): Translator {
  const loaded = useContext(TextsContext)
  return useMemo(() => translator(loaded), [loaded])
}

export function translator({ language, texts, onMissing }: LoadedTexts): Translator {
  const find = (key: string): Text | undefined => texts[key]
  const t = (key: string, parameters: TextParameters = {}) => {
    const text = find(key)
    if (text !== undefined) return fillText(text, language, parameters)
    onMissing?.(key)
    return ''
  }
  return {
    t,
    language,
    has: (key) => find(key) !== undefined,
    describe: (problem) => {
      const own = whole(find(`failure.${problem.code}`))
      return own ?? problem.detail ?? problem.title ?? t('failure.unexpected')
    },
    describeField: (code, fromServer) =>
      whole(find(`field.${code}`) ?? find(`failure.${code}`)) ?? fromServer ?? (code.includes(' ') ? code : t('field.wrong')),
  }
}

/** A text without parameters; one with parameters is filled by the server, which knows them. */
function whole(text: Text | undefined): string | undefined {
  return typeof text === 'string' && !text.includes('{') ? text : undefined
}
