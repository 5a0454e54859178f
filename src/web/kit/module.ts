import type { MemberRole } from '../../kernel/role.ts'
import { createContext, lazy, useContext, type ComponentType, type LazyExoticComponent } from 'react'

/** The six places of the rail; there is no seventh. */
export const places = ['today', 'customers', 'calendar', 'money', 'offer', 'company'] as const
export type PlaceName = (typeof places)[number]

/** One page: `{ path: '/customers/$contactId', title: 'contacts.thread', place: 'customers', page: page(() => import('./thread-page.tsx'), 'ThreadPage') }`. */
export interface WebRoute {
  /** Below the company; a part that begins with `$` is read with `usePath`. */
  readonly path: `/${string}`
  /** Text key for the window's title. */
  readonly title: string
  /** Which place of the rail is marked. */
  readonly place: PlaceName
  readonly page: LazyPage
  /** The letter that leads there from everywhere, after g. */
  readonly goKey?: string
  /** Whom the place's tabs lead there; without it, everyone. */
  readonly roles?: readonly MemberRole[]
}

/** A part that another module's screen shows without knowing us: `{ slot: 'thread.aside', order: 20, part: page(…) }`. */
export interface WebSlot {
  readonly slot: string
  /** Smaller comes first. */
  readonly order: number
  readonly part: LazyPage
}

/** What `src/modules/<module>/web/index.ts` exports as `web`. Only lazy things: this file is in the first load. */
export interface WebModule {
  readonly routes: readonly WebRoute[]
  readonly slots?: readonly WebSlot[]
}

export interface LazyPage {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly Component: LazyExoticComponent<ComponentType<any>>
  /** Fetches the code ahead of time. */
  readonly preload: () => Promise<unknown>
}

/** A component that is fetched when first shown: `page(() => import('./thread-page.tsx'), 'ThreadPage')`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function page<Name extends string, Module extends Record<Name, ComponentType<any>>>(load: () => Promise<Module>, name: Name): LazyPage {
  return { Component: lazy(async () => ({ default: (await load())[name] })), preload: load }
}

export const ModulesContext = createContext<readonly WebModule[]>([])

/** The parts that modules contribute to a slot, in order. */
export function useSlots(slot: string): readonly WebSlot[] {
  return useContext(ModulesContext)
    .flatMap((module) => module.slots ?? [])
    .filter((entry) => entry.slot === slot)
    .toSorted((left, right) => left.order - right.order)
}
