import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore } from 'react'
import type { Language } from '../kernel/language.ts'
import { setLanguageForCalls } from './kit/client.ts'
import { ModulesContext } from './kit/module.ts'
import { queryClient } from './kit/query.ts'
import { TextsContext } from './kit/texts.tsx'
import { Toasts } from './kit/toast.tsx'
import { webModules } from './modules.ts'
import { router } from './router.tsx'
import { LanguageContext } from './shell/language.ts'
import { currentTexts, rememberLanguage, seenModules, startLanguage, watchTexts } from './texts/load.ts'

/** Everything that every page stands on: texts, cache, the modules' screens, toasts. */
export function App() {
  const texts = useSyncExternalStore(watchTexts, currentTexts)
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

async function switchLanguage(language: Language): Promise<void> {
  rememberLanguage(language)
  await startLanguage(language, seenModules())
}
