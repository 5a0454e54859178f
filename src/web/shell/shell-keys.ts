import { useContext } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useKeys, type Shortcut } from '../kit/keys.tsx'
import { ModulesContext, places, type PlaceName } from '../kit/module.ts'
import { useGo, type Place } from '../kit/navigation.tsx'
import { useCompany, useSession } from '../kit/session.tsx'
import { useTexts } from '../kit/texts.tsx'

/** Where each place begins. */
export const placePaths: Readonly<Record<PlaceName, Place>> = {
  today: '/today',
  customers: '/customers',
  calendar: '/calendar',
  money: '/money',
  offer: '/offer',
  company: '/company',
}

const letters: Readonly<Record<PlaceName, string>> = { today: 't', customers: 'c', calendar: 'k', money: 'm', offer: 'o', company: 'f' }

/** The keys that work everywhere: 1 to 6 and g with a letter (g a: the person's own sign-in), / and Ctrl-K, 0 for the next company, ? for all keys. */
export function useShellKeys(options: { showKeys: () => void; showMenu: () => void }): void {
  const { t } = useTexts()
  const go = useGo()
  const navigate = useNavigate()
  const { companies } = useSession()
  const company = useCompany()
  const modules = useContext(ModulesContext)
  const group = t('shell.keys-go')
  const everywhere = t('shell.keys-everywhere')
  const capture = () => void window.dispatchEvent(new Event('cloudburo:capture'))
  const switchCompany = () => {
    if (companies.length !== 2) return options.showMenu()
    const other = companies.find((candidate) => candidate.id !== company.id)
    if (other) void navigate({ to: `/c/${other.slug}/today` as never })
  }
  const placeKeys = places.flatMap((place, index): Shortcut[] => [
    { key: String(index + 1), label: t(`shell.${place}`), group, act: () => go(placePaths[place]) },
    { key: `g ${letters[place]}`, label: t(`shell.${place}`), group, act: () => go(placePaths[place]) },
  ])
  const routeKeys = modules.flatMap((module) =>
    module.routes.flatMap((route): Shortcut[] =>
      route.goKey && (route.roles?.includes(company.role) ?? true)
        ? [{ key: `g ${route.goKey}`, label: t(route.title), group, act: () => go(route.path as Place) }]
        : [],
    ),
  )
  useKeys([
    ...placeKeys,
    ...routeKeys,
    { key: '/', label: t('shell.capture'), group: everywhere, act: capture },
    { key: 'Mod+k', label: t('shell.capture'), group: everywhere, whileTyping: true, act: capture },
    { key: 'g a', label: t('account.title'), group, act: () => go('/account') },
    { key: '0', label: t('shell.switch-company'), group: everywhere, act: switchCompany },
    { key: '?', label: t('shell.keys'), group: everywhere, act: options.showKeys },
  ])
}
