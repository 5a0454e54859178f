import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { Language } from '../kernel/language.ts'
import { setLanguageForCalls } from './kit/client.ts'
import { ModulesContext } from './kit/module.ts'
import { queryClient } from './kit/query.ts'
import { TextsContext, type LoadedTexts } from './kit/texts.tsx'
import { Toasts } from './kit/toast.tsx'
import { webModules } from './modules.ts'
import { router } from './router.tsx'
import { LanguageContext } from './shell/language.ts'
import { loadTexts, rememberLanguage } from './texts/load.ts'

/** Everything that every page stands on: texts, cache, the modules' screens, toasts. */
export function App({ texts: first }: { readonly texts: LoadedTexts }) {
  const [texts, setTexts] = useState(first)
  const switchLanguage = useMemo(
    () => async (language: Language) => {
      rememberLanguage(language)
      setTexts(await loadTexts(language))
    },
    [],
  )
  useEffect(() => {
    document.documentElement.lang = texts.language
  }, [texts])
  setLanguageForCalls(texts.language)
  return (
    <TextsContext value={texts}>
      <LanguageContext value={switchLanguage}>
        <ModulesContext value={webModules}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
            <Toasts />
          </QueryClientProvider>
        </ModulesContext>
      </LanguageContext>
    </TextsContext>
  )
}
