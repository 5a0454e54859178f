import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './kit/base.css'
import { App } from './app.tsx'
import { applyTheme } from './shell/theme.ts'
import { loadTexts, preferredLanguage } from './texts/load.ts'

applyTheme()
const texts = await loadTexts(preferredLanguage())
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App texts={texts} />
  </StrictMode>,
)
