import { Link as RouterLink, useNavigate, useParams, useRouterState } from '@tanstack/react-router'
import { useCallback, type ComponentProps, type ReactNode } from 'react'
import { CompanyContext } from './session.tsx'
import { useContext } from 'react'

/** An address inside the company, "/customers/123?tab=notes"; the company's part is put before it. */
export type Place = `/${string}`

type AnchorProps = Omit<ComponentProps<'a'>, 'href' | 'ref'>

export interface LinkProps extends AnchorProps {
  readonly to: Place
  readonly children?: ReactNode
  readonly ref?: React.Ref<HTMLAnchorElement> | undefined
}

/** A link inside the company; the page behind it is fetched when the pointer or the focus rests on it. */
export function Link({ to, ...rest }: LinkProps) {
  const href = useHref()(to)
  const [path, query = ''] = href.split('?')
  return <RouterLink {...(rest as object)} to={path as never} search={searchOf(query) as never} activeOptions={exactly} preload="intent" />
}

/** Only the address itself is current; which place or tab it belongs to is said by the shell and the tabs. */
const exactly = { exact: true, includeSearch: true } as const

/** Turns a place of the company into a whole address, for links that are opened elsewhere. */
export function useHref(): (to: Place) => string {
  const company = useContext(CompanyContext)
  return useCallback((to: Place) => (company ? `/c/${company.slug}${to === '/' ? '' : to}` : to), [company])
}

/** Goes to a place of the company: `const go = useGo(); go('/customers/123')`; `replace` leaves no trace in the history. */
export function useGo(): (to: Place, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  const href = useHref()
  return useCallback(
    (to, options = {}) => {
      const [path, query = ''] = href(to).split('?')
      void navigate({ to: path as never, search: searchOf(query) as never, replace: options.replace ?? false })
    },
    [navigate, href],
  )
}

/** One step back, or to the given place when there is no step to go back. */
export function useBack(): (otherwise: Place) => void {
  const go = useGo()
  return useCallback((otherwise) => (window.history.length > 1 ? window.history.back() : go(otherwise, { replace: true })), [go])
}

/** The parts of the path that the route names with `$`: `const { contactId } = usePath<'contactId'>()`. */
export function usePath<Name extends string>(): Readonly<Record<Name, string>> {
  return useParams({ strict: false }) as Readonly<Record<Name, string>>
}

/** One text in the address's query, kept over reload and back: `const [tab, setTab] = useQueryText('tab', 'open')`. */
export function useQueryText(name: string, otherwise = ''): [string, (value: string) => void] {
  const navigate = useNavigate()
  const value = useRouterState({ select: (state) => (state.location.search as Record<string, string>)[name] })
  const set = useCallback(
    (next: string) => {
      const change = (before: Record<string, string>) => ({ ...before, [name]: next === otherwise ? undefined : next })
      void navigate({ to: '.', search: change as never, replace: true })
    },
    [navigate, name, otherwise],
  )
  return [value ?? otherwise, set]
}

/** The path after the company's part: "/customers/123". */
export function useHere(): string {
  return useRouterState({ select: (state) => state.location.pathname.replace(/^\/c\/[^/]+/, '') || '/' })
}

/** Queries are plain texts: no JSON, no quotes, what is seen is what is meant. */
export function searchOf(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query))
}

export function searchText(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return query ? `?${query}` : ''
}
