import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { languages } from '../../kernel/language.ts'
import { Segmented } from '../kit/choice.tsx'
import { Icon } from '../kit/icon.tsx'
import { useKeys } from '../kit/keys.tsx'
import { Link } from '../kit/navigation.tsx'
import { Select } from '../kit/select.tsx'
import { useCompany, useSession } from '../kit/session.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { useTexts } from '../kit/texts.tsx'
import { signOut } from '../session/sign-in.ts'
import { languageNames, useSwitchLanguage } from './language.ts'
import { chooseTheme, chosenTheme, type Theme } from './theme.ts'
import styles from './company-menu.module.css'

/** Companies to switch to, the two places that a phone's bar has no room for, appearance, language, the way out. */
export function CompanyMenu({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTexts()
  const { user, companies } = useSession()
  const current = useCompany()
  const navigate = useNavigate()
  const switchLanguage = useSwitchLanguage()
  const [theme, setTheme] = useState<Theme>(chosenTheme)
  const enter = (slug: string) => {
    onClose()
    void navigate({ to: `/c/${slug}/today` as never })
  }
  useKeys(companies.slice(0, 9).map((company, index) => ({ key: String(index + 1), act: () => enter(company.slug) })))
  return (
    <Sheet title={t('shell.your-companies')} look="middle" onClose={onClose}>
      <ul className={styles.companies}>
        {companies.map((company, index) => (
          <li key={company.id}>
            <button
              type="button"
              className={styles.company}
              aria-current={company.id === current.id || undefined}
              data-autofocus={company.id === current.id || undefined}
              onClick={() => enter(company.slug)}
            >
              <span>
                {company.name}
                <small>{t(`shell.role-${company.role}`)}</small>
              </span>
              {company.id === current.id ? <Icon name="check" size={18} /> : <kbd aria-hidden="true">{index + 1}</kbd>}
            </button>
          </li>
        ))}
        <li>
          <a className={styles.company} href="/set-up">
            {t('shell.new-company')}
            <Icon name="plus" size={18} />
          </a>
        </li>
      </ul>
      <div className={styles.phoneOnly}>
        <Link to="/offer" className={styles.company} onClick={onClose}>
          {t('shell.offer')} <Icon name="offer" />
        </Link>
        <Link to="/company" className={styles.company} onClick={onClose}>
          {t('shell.company')} <Icon name="company" />
        </Link>
      </div>
      <div className={styles.settings}>
        <Segmented
          label={t('shell.theme')}
          value={theme}
          choices={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`shell.theme-${value}`) }))}
          onChange={(value) => {
            setTheme(value)
            chooseTheme(value)
          }}
        />
        <Select
          label={t('shell.language')}
          value={language}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(value) => void switchLanguage(value)}
          width="medium"
        />
        <p className={styles.person}>
          <span>{user.email}</span>
          <Link to="/account" onClick={onClose}>
            {t('account.title')}
          </Link>
          <button type="button" onClick={() => void signOut()}>
            {t('shell.sign-out')}
          </button>
        </p>
      </div>
    </Sheet>
  )
}
