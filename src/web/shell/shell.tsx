import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { IconButton } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { keyLabel } from '../kit/keys.tsx'
import { Slot } from '../kit/slot.tsx'
import { Waiting } from '../kit/layout.tsx'
import { places, type PlaceName } from '../kit/module.ts'
import { Link } from '../kit/navigation.tsx'
import { useCompany } from '../kit/session.tsx'
import { useTexts } from '../kit/texts.tsx'
import { CaptureField } from './capture-field.tsx'
import { useMarkedPlace } from './marked-place.ts'
import { placePaths, useShellKeys } from './shell-keys.ts'
import { ThinBar } from './thin-bar.tsx'
import styles from './shell.module.css'

const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }))
const CompanyMenu = lazy(async () => ({ default: (await import('./company-menu.tsx')).CompanyMenu }))

/** The frame of the office: rail, capture field, page; on a phone a bar below with capture in the middle. */
export function Shell() {
  const { t } = useTexts()
  const [open, setOpen] = useState<'keys' | 'menu'>()
  const isOnline = useOnline()
  const company = useCompany()
  useShellKeys({ showKeys: () => setOpen('keys'), showMenu: () => setOpen('menu') })
  return (
    <div className={styles.shell}>
      <ThinBar />
      <a className={styles.skip} href="#page">
        {t('shell.skip')}
      </a>
      <div className={styles.rail}>
        <button type="button" className={styles.company} aria-haspopup="dialog" onClick={() => setOpen('menu')}>
          <span className={styles.mark} aria-hidden="true">
            {company.name.slice(0, 1).toUpperCase()}
          </span>
          <span className={styles.companyName}>{company.name}</span>
          <Icon name="down" size={16} />
        </button>
        <nav aria-label={t('shell.places')}>
          {places.map((place, index) => (
            <PlaceLink key={place} place={place} hint={String(index + 1)} />
          ))}
        </nav>
        <div className={styles.railFoot}>
          <button type="button" className={styles.footButton} onClick={() => setOpen('keys')}>
            <Icon name="keyboard" size={18} />
            {t('shell.keys')}
            <kbd aria-hidden="true">?</kbd>
          </button>
        </div>
      </div>
      <header className={styles.top}>
        <div className={styles.topInside}>
          <CaptureField />
          <span className={styles.menuButton}>
            <IconButton icon="company" label={t('shell.menu')} aria-haspopup="dialog" onClick={() => setOpen('menu')} />
          </span>
        </div>
      </header>
      <main id="page" className={styles.main} tabIndex={-1}>
        {isOnline ? null : (
          <p className={styles.offline} role="status">
            {t('shell.offline')}
          </p>
        )}
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <PhoneBar />
      <Slot name="shell.silent" />
      <Suspense fallback={null}>
        {open === 'keys' ? <KeysSheet onClose={() => setOpen(undefined)} /> : null}
        {open === 'menu' ? <CompanyMenu onClose={() => setOpen(undefined)} /> : null}
      </Suspense>
    </div>
  )
}

function PhoneBar() {
  const { t } = useTexts()
  const sides: readonly [readonly PlaceName[], readonly PlaceName[]] = [
    ['today', 'customers'],
    ['calendar', 'money'],
  ]
  return (
    <nav className={styles.phoneBar} aria-label={t('shell.places')}>
      {sides[0].map((place) => (
        <PlaceLink key={place} place={place} />
      ))}
      <button
        type="button"
        className={styles.phoneCapture}
        aria-label={t('shell.capture')}
        onClick={() => window.dispatchEvent(new Event('cloudburo:capture'))}
      >
        <Icon name="plus" size={24} />
      </button>
      {sides[1].map((place) => (
        <PlaceLink key={place} place={place} />
      ))}
    </nav>
  )
}

function PlaceLink({ place, hint }: { place: PlaceName; hint?: string }) {
  const { t } = useTexts()
  const marked = useMarkedPlace()
  return (
    <Link to={placePaths[place]} className={styles.place} aria-current={marked === place ? 'page' : undefined}>
      <Icon name={place} />
      <span>{t(`shell.${place}`)}</span>
      {hint ? <kbd aria-hidden="true">{keyLabel(hint)}</kbd> : null}
    </Link>
  )
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      window.addEventListener('online', watcher)
      window.addEventListener('offline', watcher)
      return () => {
        window.removeEventListener('online', watcher)
        window.removeEventListener('offline', watcher)
      }
    },
    () => navigator.onLine,
  )
}
