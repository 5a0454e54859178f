import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './kit/base.css'
import { App } from './app.tsx'
import { applyTheme } from './shell/theme.ts'
import { preferredLanguage, startLanguage } from './texts/load.ts'

applyTheme()
await startLanguage(preferredLanguage())
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
