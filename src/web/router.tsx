import { createRootRoute, createRoute, createRouter, Outlet, type AnyRoute } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Waiting } from './kit/layout.tsx'
import { page, type LazyPage, type WebRoute } from './kit/module.ts'
import { searchOf, searchText, useHref } from './kit/navigation.tsx'
import { useTexts } from './kit/texts.tsx'
import { webModules } from './modules.ts'
import { CompanyDoor, Home } from './session/doors.tsx'
import { Broken, Missing } from './shell/outcomes.tsx'
import { Redirect } from './shell/redirect.tsx'
import { useMarkPlace } from './shell/marked-place.ts'
import { loadModuleTexts } from './texts/load.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing, errorComponent: Broken })
const companyRoute = createRoute({ getParentRoute: () => root, path: '/c/$company', component: CompanyDoor, notFoundComponent: Missing })

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })
const entrance = createRoute({ getParentRoute: () => root, id: 'entrance', component: page(() => import('./session/entrance.tsx'), 'Entrance').Component })
const outside = [
  outsideRoute(
    '/sign-in',
    page(() => import('./session/sign-in-page.tsx'), 'SignInPage'),
  ),
  outsideRoute(
    '/sign-up',
    page(() => import('./session/sign-up-page.tsx'), 'SignUpPage'),
  ),
  outsideRoute(
    '/new-password',
    page(() => import('./session/new-password-page.tsx'), 'NewPasswordPage'),
  ),
  outsideRoute(
    '/set-up',
    page(() => import('./session/set-up-page.tsx'), 'SetUpPage'),
  ),
  outsideRoute(
    '/join/$secret',
    page(() => import('./session/invitation-page.tsx'), 'InvitationPage'),
  ),
]
const own: readonly WebRoute[] = [
  { path: '/account', title: 'account.title', place: 'company', page: page(() => import('./session/account-page.tsx'), 'AccountPage') },
]
const inside = [
  ...webModules.flatMap((module) => module.routes.map((route) => insideRoute(route, module.name))),
  ...own.map((route) => insideRoute(route, undefined)),
]
const hasToday = webModules.some((module) => module.routes.some((route) => route.path === '/' || route.path === '/today'))
const companyHome = createRoute({
  getParentRoute: () => companyRoute,
  path: '/',
  component: () => (hasToday ? <ToToday /> : <Missing />),
})
const gallery = import.meta.env.DEV
  ? [createRoute({ getParentRoute: () => root, path: '/kit', component: page(() => import('./kit/gallery.tsx'), 'Gallery').Component })]
  : []

export const router = createRouter({
  routeTree: root.addChildren([home, entrance.addChildren(outside), companyRoute.addChildren([companyHome, ...inside]), ...gallery]) as AnyRoute,
  parseSearch: searchOf,
  stringifySearch: searchText,
  defaultPreload: 'intent',
  defaultPreloadDelay: 40,
  // With a pending component the shell stands at once; on a change of page the old one stays for a moment.
  defaultPendingComponent: Waiting,
  defaultPendingMs: 400,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
  defaultNotFoundComponent: Missing,
  defaultErrorComponent: Broken,
})

function ToToday() {
  return <Redirect to={useHref()('/today')} />
}

function outsideRoute(path: string, lazyPage: LazyPage): AnyRoute {
  return createRoute({ getParentRoute: () => entrance, path, component: lazyPage.Component, loader: () => void lazyPage.preload() })
}

function insideRoute(route: WebRoute, module: string | undefined): AnyRoute {
  const { Component, preload } = route.page
  return createRoute({
    getParentRoute: () => companyRoute,
    path: route.path,
    loader: async () => {
      await Promise.all([preload(), ...(module ? [loadModuleTexts(module)] : [])])
    },
    component: function ModulePage() {
      const { t } = useTexts()
      useMarkPlace(route.place)
      useEffect(() => {
        document.title = `${t(route.title)} · Cloudburo`
      }, [t])
      return <Component />
    },
  }) as AnyRoute
}
