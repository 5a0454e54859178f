import { useContext } from 'react'
import { ModulesContext, type PlaceName } from './module.ts'
import type { Place } from './navigation.tsx'
import { useCompany } from './session.tsx'
import { Tabs } from './tabs.tsx'
import { useTexts } from './texts.tsx'

/**
 * The lists of a place side by side, whichever modules bring them: every route "/money" or "/money/word" of the place,
 * in the order of the modules, without those that the person's role may not read. `<Page tabs={<PlaceTabs place="money" />}>`
 */
export function PlaceTabs({ place }: { readonly place: PlaceName }) {
  const { t } = useTexts()
  const { role } = useCompany()
  const routes = useContext(ModulesContext).flatMap((module) => module.routes)
  const lists = routes.filter(
    (route) =>
      route.place === place && (route.roles?.includes(role) ?? true) && /^\/[a-z]+(\/[a-z-]+)?$/.test(route.path) && route.path.startsWith(`/${place}`),
  )
  const first = lists.toSorted((left, right) => Number(right.path === `/${place}`) - Number(left.path === `/${place}`))
  if (first.length < 2) return null
  return (
    <Tabs
      label={t(`kit.place-${place}`) === `kit.place-${place}` ? place : t(`kit.place-${place}`)}
      tabs={first.map((route) => ({ to: route.path as Place, label: t(route.title) }))}
    />
  )
}
