import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { languages } from '../../kernel/language.ts'
import { useTexts } from '../kit/texts.tsx'
import { languageNames, useSwitchLanguage } from '../shell/language.ts'
import styles from './entrance.module.css'

/** The quiet page around sign-in, sign-up, set-up and invitations. */
export function Entrance() {
  const { language } = useTexts()
  const switchLanguage = useSwitchLanguage()
  return (
    <div className={styles.entrance}>
      <header className={styles.brand}>
        <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="7" fill="var(--accent)" />
          <path
            d="M9 20.5c0-5.5 4-9.5 9-9.5 2.2 0 4 .7 5.3 1.8M9 20.5c0 1.4 1.1 2.5 2.5 2.5H22"
            fill="none"
            stroke="var(--on-accent)"
            strokeWidth="2.6"
            strokeLinecap="round"
          />
        </svg>
        <span>Cloudburo</span>
      </header>
      <main className={styles.main}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      <footer className={styles.foot}>
        {languages.map((each) => (
          <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => void switchLanguage(each)}>
            {languageNames[each]}
          </button>
        ))}
      </footer>
    </div>
  )
}
